import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { credentials, expect, test } from './fixtures.ts';

/** A secret as it might lie in a file: as it is, in hex, in base64 at each alignment, in UTF-16. */
const spellings = (secret: string): Buffer[] => {
  const raw = Buffer.from(secret, 'utf8');
  const aligned = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), raw]).toString('base64');
    // The first and last characters depend on the neighbours of the secret.
    return Buffer.from(text.slice(shift === 0 ? 0 : 4, -4));
  });
  const hex = raw.toString('hex');
  return [raw, Buffer.from(hex), Buffer.from(hex.toUpperCase()), ...aligned, Buffer.from(secret, 'utf16le')];
};

test('no number, code, password or hash lies in the database, its log or the server’s output', async ({
  wizard,
  newPerson,
  page,
  stack,
}) => {
  const password = 'a canary of a password';
  const ana = await newPerson({ password });
  await wizard.open(ana);
  await wizard.toCode(ana, credentials);
  const code = await wizard.codeFor(ana.phone);
  const secrets = [ana.phone, ana.phone.slice(1), password, credentials.apiHash];
  const found = () => {
    const files = readdirSync(stack.dataDir).filter((name) => name.startsWith('connect.db'));
    expect(files).toContain('connect.db');
    const places = files.map((name) => ({ name, bytes: readFileSync(join(stack.dataDir, name)) }));
    places.push({ name: 'the server’s output', bytes: Buffer.from(stack.log()) });
    return secrets.flatMap((secret) =>
      places
        .filter(({ bytes }) => spellings(secret).some((spelling) => bytes.includes(spelling)))
        .map(({ name }) => `${secret} in ${name}`),
    );
  };
  expect(found()).toEqual([]);

  await wizard.typeCode(code);
  await wizard.expectStep('password');
  expect(found()).toEqual([]);
  await wizard.typePassword(password);
  await wizard.expectStep('connected');
  expect(found()).toEqual([]);

  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]));
  for (const secret of [...secrets, code]) expect(kept).not.toContain(secret);
  const shown = await page.content();
  for (const secret of secrets) expect(shown).not.toContain(secret);
});
