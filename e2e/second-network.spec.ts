import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOwnSimulator, startStack } from '@botize/testkit/stack';
import { credentials, expect, test } from './fixtures.ts';
import { wizardOn } from './wizard.ts';

test('another network, with addresses and a key of its own, is one setting away', async ({ browser, control }) => {
  const folder = mkdtempSync(join(tmpdir(), 'botize-network-'));
  const simulator = await startOwnSimulator(folder, 'http://localhost');
  const stack = await startStack({ simulator, network: 'file' });
  try {
    const itsKeys = JSON.parse(readFileSync(simulator.networkFile, 'utf8')).publicKeys;
    const theirs = (await control.network()) as { publicKeys: string[] };
    expect(itsKeys).not.toEqual(theirs.publicKeys);

    const phone = '+34678000001';
    await stack.control.person({ phone, firstName: 'Otra', lastName: 'Red', dcId: 3 });
    const context = await browser.newContext({ baseURL: stack.url });
    const wizard = wizardOn(await context.newPage(), stack.control);
    await wizard.open({ userId: 'other-network', label: 'other@example.com' });
    await wizard.toCode({ phone }, credentials);
    await wizard.typeCode(await wizard.codeFor(phone));
    await wizard.expectStep('connected');

    await stack.expectNoOrphans();
    expect((await stack.control.authorizedKeys()).map((key) => key.phone)).toEqual([phone]);
    await context.close();
  } finally {
    await stack.stop();
    await simulator.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
