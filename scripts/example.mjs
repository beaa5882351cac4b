import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { isFree } from './processes/ports.mjs';
import { readSettings, requireFree } from './processes/settings.mjs';
import { startAll } from './processes/start-all.mjs';
import { ensureBuilt } from './setup/build.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';

requireNode();
const examplePort = Number(process.env['EXAMPLE_PORT'] || 3002);
const own = `http://127.0.0.1:${examplePort}`;
if (!(await isFree(examplePort))) {
  console.error(
    `Port ${examplePort} is taken by another program. Choose another one: EXAMPLE_PORT=3102 npm run example`,
  );
  process.exit(1);
}

// Both sides have to know these; they live as long as this program.
process.env['HOST_API_KEY'] ||= `example-${randomBytes(24).toString('base64url')}`;
process.env['WEBHOOK_SECRET'] ||= `whsec_${randomBytes(32).toString('base64')}`;
process.env['WEBHOOK_URL'] ||= `${own}/webhooks`;
process.env['RETURN_ORIGINS'] ||= own;
process.env['EMBED_ORIGINS'] ||= own;

const settings = readSettings();
await requireFree(settings.port, settings.host, 'PORT');
if (settings.simulated) await requireFree(settings.simulatorPort, '127.0.0.1', 'SIMULATOR_PORT');
await ensureInstalled();
await ensureBuilt();
await startAll(settings);

const host = spawn(process.execPath, [join(root, 'examples/host/host.mjs')], {
  stdio: 'inherit',
  env: {
    ...process.env,
    CONNECT_URL: settings.publicUrl,
    EXAMPLE_PORT: String(examplePort),
    ...(settings.simulated && { NETWORK_FILE: settings.networkFile }),
  },
});
process.on('exit', () => host.kill());
host.once('exit', (code) => code && console.error(`The example host ended with exit code ${code}.`));
