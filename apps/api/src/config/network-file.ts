import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Network } from '@botize/login/gramjs';
import * as z from 'zod';
import { ConfigError } from './config-error.ts';

const readable = (pem: string) => {
  try {
    return createPublicKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
};

const id = z.int().min(1).max(999);

const NetworkFile = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9-]{1,32}$/, 'must be lower-case letters, digits and dashes'),
    defaultDataCenter: id,
    dataCenters: z
      .array(z.strictObject({ id, host: z.string().min(1).max(253), port: z.int().min(1).max(65_535) }))
      .min(1),
    publicKeys: z.array(z.string().refine(readable, 'must be an RSA public key in PEM')).min(1),
  })
  .refine((network) => network.dataCenters.some((one) => one.id === network.defaultDataCenter), {
    path: ['defaultDataCenter'],
    message: 'must be the id of one of the data centres',
  });

const refuse = (message: string): never => {
  throw new ConfigError([{ variable: 'TELEGRAM_NETWORK', message }]);
};

/** @throws ConfigError that says what is wrong with the file's content */
export const parseNetwork = (text: string, file: string): Network => {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return refuse(`${file} is not JSON`);
  }
  const parsed = NetworkFile.safeParse(content);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`);
  return refuse(`${file} does not describe a network: ${wrong.join('; ')}`);
};

const textOf = async (file: string): Promise<string | null> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    return refuse(`cannot read ${file} (${(error as NodeJS.ErrnoException).code})`);
  }
};

/** The simulator writes its file once it listens, perhaps after our start: looked for again until `waitMs` are over. */
export const readNetworkFile = async ({ file, waitMs }: { file: string; waitMs: number }): Promise<Network> => {
  const until = Date.now() + waitMs;
  for (;;) {
    const text = await textOf(file);
    if (text !== null) return parseNetwork(text, file);
    if (Date.now() >= until)
      return refuse(`there is no file ${file}${waitMs > 0 ? ': is the simulator running?' : ''}`);
    await pause(100);
  }
};
