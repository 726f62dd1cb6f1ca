import { Decoder, Encoder, PacketType, protocol } from 'socket.io-parser';
import { openFrame } from '../wire/frame.ts';

/** What socket.io reads, and besides: every message of bytes is one frame of the desk, and is heard as its event. */
class FrameDecoder extends Decoder {
  override add(message: unknown): void {
    const bytes = bytesIn(message);
    if (bytes) {
      const frame = openFrame(bytes);
      this.emitReserved('decoded', { type: PacketType.EVENT, nsp: '/', data: [frame.event, frame.message] });
    } else super.add(message);
  }
}

/** Bytes as the browser has them, or as Node has them. */
function bytesIn(message: unknown): Uint8Array | null {
  if (message instanceof ArrayBuffer) return new Uint8Array(message);
  return ArrayBuffer.isView(message) ? new Uint8Array(message.buffer, message.byteOffset, message.byteLength) : null;
}

/** How the socket of a page is opened: `frames` tells the desk that this page takes a frame as one message. */
export const inFrames = { parser: { protocol, Encoder, Decoder: FrameDecoder }, query: { frames: '1' } };
