export { ByteReader, TlReadError } from './byte-reader.ts';
export { ByteWriter } from './byte-writer.ts';
export { GZIP_PACKED, MSG_CONTAINER, RPC_RESULT } from './constructor-ids.ts';
export { UnknownConstructorError, decodeObject, decodeRequest, decodeService, unpack } from './decode.ts';
export { encodeAnswer, encodeObject } from './encode.ts';
export { apiSchema, knownLayers, mtprotoSchema } from './schema.ts';
export type { Schema } from './schema.ts';
