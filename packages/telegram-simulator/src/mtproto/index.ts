export { generateRsaKey } from './crypto/rsa-key.ts';
export type { RsaKey } from './crypto/rsa-key.ts';
export { startDataCentres } from './data-centres.ts';
export type { DataCentreAddress, DataCentres, DataCentresOptions } from './data-centres.ts';
