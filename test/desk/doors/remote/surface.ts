import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

/** An argument as a surface sends it: `i` and `f` are numbers, `s` a text, `T`, `F`, `N` and `I` have no value. */
export type Arg = readonly ['i' | 'f', number] | readonly ['s', string] | readonly ['T' | 'F' | 'N' | 'I'];

const padded = (text: string): Buffer => {
  const bytes = Buffer.from(text);
  return Buffer.concat([bytes, Buffer.alloc(4 - (bytes.length % 4))]);
};

function argBytes([type, value]: Arg): Buffer {
  const bytes = Buffer.alloc(4);
  if (type === 'i') bytes.writeInt32BE(value);
  else if (type === 'f') bytes.writeFloatBE(value);
  else return type === 's' ? padded(value) : Buffer.alloc(0);
  return bytes;
}

/** A message as OSC 1.0 has it, made by hand. */
export const message = (address: string, ...args: Arg[]): Buffer =>
  Buffer.concat([padded(address), padded(`,${args.map(([type]) => type).join('')}`), ...args.map(argBytes)]);

/** A bundle that is due at once. */
export const bundle = (...elements: Buffer[]): Buffer =>
  Buffer.concat([
    padded('#bundle'),
    Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]),
    ...elements.flatMap((element) => {
      const size = Buffer.alloc(4);
      size.writeInt32BE(element.length);
      return [size, element];
    }),
  ]);

/** Address, types and the one value of a message that a desk sent. */
function readMessage(bytes: Buffer): { address: string; type: string; value: string | number } {
  const textAt = (from: number) => bytes.toString('utf8', from, bytes.indexOf(0, from));
  const after = (from: number) => from + Math.floor((bytes.indexOf(0, from) - from) / 4) * 4 + 4;
  const address = textAt(0);
  const typesAt = after(0);
  const type = textAt(typesAt).slice(1);
  const at = after(typesAt);
  const value = type === 's' ? textAt(at) : type === 'f' ? bytes.readFloatBE(at) : bytes.readInt32BE(at);
  return { address, type, value };
}

/** A touch surface: sends, and lights its buttons by the newest value of each address. */
export interface Surface {
  readonly port: number;
  readonly lit: ReadonlyMap<string, string | number>;
  readonly types: ReadonlyMap<string, string>;
  send(bytes: Uint8Array, port: number, address?: string): void;
  close(): void;
}

export async function openSurface(): Promise<Surface> {
  const socket: Socket = createSocket('udp4');
  const lit = new Map<string, string | number>();
  const types = new Map<string, string>();
  socket.on('message', (bytes) => {
    const { address, type, value } = readMessage(bytes);
    lit.set(address, value);
    types.set(address, type);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    port: socket.address().port,
    lit,
    types,
    send: (bytes, port, address = '127.0.0.1') => socket.send(bytes, port, address),
    close: () => socket.close(),
  };
}
