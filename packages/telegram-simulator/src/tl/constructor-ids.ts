/** Constructors that the codec itself or the framing of messages knows, the same in every layer. */
export const VECTOR = 0x1cb5c415;
export const BOOL_TRUE = 0x997275b5;
export const BOOL_FALSE = 0xbc799737;
export const GZIP_PACKED = 0x3072cfa1;
export const MSG_CONTAINER = 0x73f1f8dc;
export const RPC_RESULT = 0xf35c6d01;
