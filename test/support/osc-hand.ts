import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { fromBuffer, toBuffer } from 'osc-min';
import { type HandGust, overlayOfKey } from './hand-gusts.ts';
import type { Hand } from './hands.ts';
import { until } from './small-desk.ts';

export interface OscHand extends Hand {
  /** How many of its messages the desk has proved to have heard. */
  heard(): number;
}

/**
 * A surface, which is answered only where something was not done. What it asks is followed by a command that there is
 * not: when the desk says so, it has heard what came before, which on one machine comes in its order. Every third goes in
 * one bundle with it.
 */
export async function openOscHand(port: number): Promise<OscHand> {
  const socket = createSocket('udp4');
  const errors: string[] = [];
  let count = 0;
  socket.on('message', (bytes) => {
    const packet = fromBuffer(bytes);
    if (packet.oscType === 'message' && packet.address === '/ardoise/error') errors.push(String(packet.args[0]!.value));
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const send = (packet: Parameters<typeof toBuffer>[0]) => {
    const view = toBuffer(packet);
    socket.send(new Uint8Array(view.buffer, view.byteOffset, view.byteLength), port, '127.0.0.1');
  };
  return {
    author: 'osc 127.0.0.1',
    heard: () => count,
    async ask(gust) {
      const mark = `mark-${count}`;
      const asked = messageOf(gust);
      const marked = { address: `/ardoise/${mark}` };
      errors.length = 0;
      if (count % 3 === 0) send({ timetag: [0, 1], elements: [asked, marked] });
      else for (const packet of [asked, marked]) send(packet);
      await until(`OSC ${mark} is heard`, () => errors.some((error) => error.includes(`"${mark}"`)));
      count += 1;
      const [error] = errors;
      return errors.length > 1
        ? { answer: { ok: false, error: error! }, did: [] }
        : { answer: { ok: true }, did: didOf(gust) };
    },
    close: () => socket.close(),
  };
}

/** `/ardoise/toggle/2`, and beside it `name=value`. */
function messageOf({ do: what, said }: HandGust): { address: string; args: { type: 'string'; value: string }[] } {
  const mains = ['overlay', 'item', 'layer', 'output'];
  // Of a command that is about nothing, what it is about is wrong wherever it stands.
  const main = what === 'take' ? undefined : mains.find((name) => said[name] !== undefined);
  const rest = Object.entries(said).filter(([name]) => name !== main);
  return {
    address: `/ardoise/${what}${main === undefined ? '' : `/${encodeURIComponent(String(said[main]))}`}`,
    args: rest.map(([name, value]) => ({ type: 'string', value: `${name}=${value}` })),
  };
}

/** By the graphic of the item that a key is for; a toggle may have been either. */
function didOf({ do: what, said }: HandGust): readonly string[] {
  const about =
    said.overlay ??
    said.layer ??
    said.output ??
    (said.item === undefined ? undefined : overlayOfKey(String(said.item)));
  const done = what === 'toggle' ? ['take-direct', 'out'] : [what];
  return done.map((one) => (about === undefined ? one : `${one} ${about}`));
}
