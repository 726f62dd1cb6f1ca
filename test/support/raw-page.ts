import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { PROTOCOL } from '../../src/wire/protocol.ts';

/** A page reduced to its socket: light enough to be had a thousand times, and free to misbehave. */
export interface RawPage {
  /** Messages of the desk since its hello: pings and the handshake are none. */
  readonly messages: number;
  /** Bytes that came in, all of them. */
  readonly bytes: number;
  readonly closed: boolean;
  /** An event as socket.io writes it: `resync`, `report`. */
  emit(event: string, ...args: unknown[]): void;
  /** From now on it reads nothing. */
  stopReading(): void;
  /** From now on it reads, and answers no ping. */
  stopAnswering(): void;
  /** Ends without a goodbye. */
  destroy(): void;
}

export interface RawOptions {
  readonly url: string;
  readonly role: string;
  /** With the opening of its socket, as pages bring it. */
  readonly token?: string;
  /** Told of each message, its bytes without the head of the socket's frame. */
  readonly onMessage?: (payload: Buffer) => void;
}

const TEXT = 1;

/** Opens a websocket, says hello with it, and answers pings. Resolves when the first message has come. */
export function rawPage({ url, role, token, onMessage }: RawOptions): Promise<RawPage> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const page = { messages: 0, bytes: 0, closed: false };
  let answers = true;
  let joined = false;

  const emit = (event: string, ...args: unknown[]) => send(socket, `42${JSON.stringify([event, ...args])}`);
  socket.write(
    `GET /socket.io/?EIO=4&transport=websocket&frames=1 HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\n` +
      `Connection: Upgrade\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
  );

  return new Promise((resolve, reject) => {
    const read = frameReader((opcode, payload) => {
      if (opcode === TEXT && payload[0] === 0x30)
        return send(socket, `40${JSON.stringify({ hello: { protocol: PROTOCOL, role }, token })}`);
      if (opcode === TEXT && payload[0] === 0x32) return answers ? send(socket, '3') : undefined;
      if (opcode === TEXT && payload.subarray(0, 2).toString() === '40' && !joined) {
        joined = true;
        return;
      }
      page.messages += 1;
      onMessage?.(payload);
      resolve(Object.assign(page, controls));
    });
    const controls = {
      emit,
      stopReading: () => socket.pause(),
      stopAnswering: () => {
        answers = false;
      },
      destroy: () => socket.destroy(),
    };
    socket.on('data', (data: Buffer) => {
      page.bytes += data.length;
      read(data);
    });
    socket.on('error', reject);
    socket.on('close', () => {
      page.closed = true;
      reject(new Error('the desk closed the socket'));
    });
  });
}

/** A masked text frame: what a browser sends. */
function send(socket: Socket, text: string): void {
  const payload = Buffer.from(text);
  const long = payload.length > 125;
  const head = Buffer.alloc(long ? 8 : 6);
  head[0] = 0x80 | TEXT;
  head[1] = 0x80 | (long ? 126 : payload.length);
  if (long) head.writeUInt16BE(payload.length, 2);
  // Four zeros are a mask that changes nothing.
  socket.write(Buffer.concat([head, payload]));
}

/** Cuts what comes in into the frames of a websocket, after the answer to the upgrade. */
function frameReader(onFrame: (opcode: number, payload: Buffer) => void): (data: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let upgraded = false;
  return (data) => {
    rest = rest.length > 0 ? Buffer.concat([rest, data]) : data;
    if (!upgraded) {
      const end = rest.indexOf('\r\n\r\n');
      if (end < 0) return;
      upgraded = true;
      rest = rest.subarray(end + 4);
    }
    for (;;) {
      const size = sizeOf(rest);
      if (!size || rest.length < size.head + size.payload) return;
      const end = size.head + size.payload;
      onFrame((rest[0] ?? 0) & 0x0f, rest.subarray(size.head, end));
      rest = rest.subarray(end);
    }
  };
}

/** How long the head and the payload of the first frame are; null while the head is not all there. */
function sizeOf(bytes: Buffer): { readonly head: number; readonly payload: number } | null {
  if (bytes.length < 2) return null;
  const short = bytes.readUInt8(1) & 0x7f;
  if (short < 126) return { head: 2, payload: short };
  const head = short === 126 ? 4 : 10;
  if (bytes.length < head) return null;
  return { head, payload: short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2)) };
}
