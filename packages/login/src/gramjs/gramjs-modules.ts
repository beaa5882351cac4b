import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The modules of GramJS whose exports are exchanged at run time: the very objects that GramJS itself looks into. */
export const gramjsModules = {
  cryptoFile: require('telegram/CryptoFile.js') as { default: typeof import('node:crypto') },
  errors: require('telegram/errors/index.js') as typeof import('telegram/errors/index.js'),
  factorizator: require('telegram/crypto/Factorizator.js') as typeof import('telegram/crypto/Factorizator.js'),
  helpers: require('telegram/Helpers.js') as typeof import('telegram/Helpers.js'),
  rsa: require('telegram/crypto/RSA.js') as typeof import('telegram/crypto/RSA.js'),
};
