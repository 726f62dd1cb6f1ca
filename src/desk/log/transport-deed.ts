import { timeOfDay } from '../../race/time-of-day.ts';
import type { Transport } from '../../wire/protocol.ts';
import type { Deed } from './log.ts';

/** Null while a hand still drags: where it lets go is one line. */
export function transportDeed(transport: Transport, utcOffsetMin: number): Deed | null {
  const line = (what: string): Deed => ({ kind: 'transport', what, why: null });
  switch (transport.do) {
    case 'pause':
      return line('pauses the race');
    case 'play':
      return line('lets the race run');
    case 'speed':
      return line(`runs the race at ${transport.rate}×`);
    case 'seek':
      return transport.rough ? null : line(`goes to ${timeOfDay(transport.atMs, utcOffsetMin)}`);
  }
}
