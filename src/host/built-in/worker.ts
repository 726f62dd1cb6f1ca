import { raceDay } from '../../../assets/races/hautes-vallees/day/race-day.ts';
import { recordedPast } from '../../insight/past.ts';
import { createThinker } from '../../insight/think.ts';
import { raceEncoder } from '../../wire/public/encode.ts';
import type { RaceClock } from '../../wire/public/half.ts';

/** What the worker says to its page: what is new in the race, packed as on the wire, and from when its clock runs. */
export interface FromWorker {
  readonly race: Uint8Array;
  /** Only where it begins. */
  readonly clock?: RaceClock;
}

/** The same race whenever it is looked at: that with which a desk begins. */
const SEED = 1;
const LOOK_MS = 200;

const encoder = raceEncoder();

/** Tells a page of the built-in race as it goes, as soon as there is something to tell, and of the next when it is over. */
function begin(): void {
  const day = raceDay(SEED);
  const thinker = createThinker(recordedPast);
  let race = day.raceAt(day.startMs);
  const beganMs = performance.now();
  const say = (bytes: Uint8Array | null, clock?: RaceClock) => {
    if (bytes) postMessage({ race: bytes, ...(clock && { clock }) } satisfies FromWorker);
  };
  // What follows from it comes with the next look: the first picture does not wait for that.
  say(race && encoder.delta(race), { atMs: day.startMs, rate: 1 });
  const looking = setInterval(() => {
    race = day.raceAt(day.startMs + performance.now() - beganMs);
    if (race) return say(encoder.delta({ ...race, insight: thinker.think(race, day.roadTimes()) }));
    clearInterval(looking);
    begin();
  }, LOOK_MS);
}

begin();
