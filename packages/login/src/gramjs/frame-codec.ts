// First, because the modules of GramJS import each other in a circle that can be entered here only.
import 'telegram';
import { FullPacketCodec } from 'telegram/network/connection/TCPFull.js';
import { crc32 } from 'telegram/Helpers.js';

interface Reader {
  readExactly(bytes: number): Promise<Buffer>;
}

const headBytes = 8;
const shortestFrame = 12;
const longestFrame = 1 << 24;
const transportErrorBytes = 4;

/**
 * GramJS's full transport, with the checks it lacks: a length below a frame's own makes its reader spin without
 * ever yielding, and a transport error (-404: the key is unknown) leaves whoever waits waiting for ever.
 */
export function checkedCodec(onTransportError: (code: number) => void): typeof FullPacketCodec {
  return class CheckedCodec extends FullPacketCodec {
    override async readPacket(reader: Reader): Promise<Buffer> {
      const head = await reader.readExactly(headBytes);
      const length = head.readInt32LE(0);
      if (length < 0) return failWith(length);
      if (length < shortestFrame || length > longestFrame) throw new Error('frame of an impossible length');
      const rest = await reader.readExactly(length - headBytes);
      const body = rest.subarray(0, -4);
      if (crc32(Buffer.concat([head, body])) !== rest.readUInt32LE(rest.length - 4)) throw new Error('frame crc');
      return body.length === transportErrorBytes ? failWith(body.readInt32LE(0)) : body;
    }
  };

  function failWith(code: number): never {
    onTransportError(-code);
    throw new Error('transport error');
  }
}
