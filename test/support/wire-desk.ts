import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { createOutlet, type Outlet } from '../../src/desk/doors/outlet.ts';
import { createPublicHalf } from '../../src/desk/halves/public-half.ts';
import { readPages } from '../../src/desk/site/page-file.ts';
import { servePages } from '../../src/desk/site/serve.ts';
import type { Race } from '../../src/race/race.ts';
import { emptyShow, type Items } from '../../src/show/show.ts';
import type { RaceClock } from '../../src/wire/public/half.ts';
import { asOf } from './as-of.ts';
import { START_MS } from './race.ts';

export const BEATS_PER_S = 10;

/** The doors of a desk without its engine: what goes over the wire is given, ten times a second unless asked otherwise. */
export interface WireDesk {
  readonly url: string;
  /** From now on it tells so many times a second. */
  beat(perS: number): void;
  stop(): Promise<void>;
}

export interface WireDeskOptions {
  /** Folder of built pages. */
  readonly pages: string;
  /** What is on air. */
  readonly items: Items;
  /** The race at each beat; its news are always fresh. */
  readonly raceAt: (beat: number) => Race;
}

export async function wireDesk({ pages, items, raceAt }: WireDeskOptions): Promise<WireDesk> {
  const site = readPages(pages);
  if (!site.ok) throw new Error(site.error);
  const server = createServer(servePages(site.value));
  const io = new Server(server, { serveClient: false });
  const outlets = new Set<Outlet>();
  const beganMs = performance.now();
  const clock = (): RaceClock => ({ atMs: START_MS + performance.now() - beganMs, rate: 1 });
  const show = { ...emptyShow, program: items };
  const half = createPublicHalf({ show, clock: clock() }, () => performance.now());
  let beat = 0;
  const tell = () => {
    const frame = half.delta({ race: asOf(raceAt(beat), clock().atMs), show, clock: clock() });
    beat += 1;
    if (frame) for (const outlet of outlets) outlet.send(frame);
  };
  io.on('connection', (socket) => {
    const outlet = createOutlet(socket, () => {
      throw new Error('the page does not read');
    });
    const greet = () => {
      for (const frame of half.greeting()) outlet.send(frame);
    };
    const join = () => {
      greet();
      outlets.add(outlet);
    };
    if (socket.handshake.auth.hello) join();
    else socket.on('hello', join);
    socket.on('resync', greet);
    socket.on('disconnect', () => outlets.delete(outlet));
  });
  tell();
  let beats = setInterval(tell, 1000 / BEATS_PER_S);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    beat(perS) {
      clearInterval(beats);
      beats = setInterval(tell, 1000 / perS);
    },
    async stop() {
      clearInterval(beats);
      await io.close();
    },
  };
}
