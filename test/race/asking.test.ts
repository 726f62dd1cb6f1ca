import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createEngine } from '../../src/race/engine.ts';
import type { RaceEvent } from '../../src/race/event.ts';
import type { Race } from '../../src/race/race.ts';
import { neutral } from '../../src/race/rules/presets/neutral.ts';
import { course, rider, START_MS, sheet } from '../support/race.ts';
import { chances, fixAt, frame } from '../support/ride.ts';

const bibs = Array.from({ length: 8 }, (_, i) => `${i + 1}`);
const short = course({ lengthKm: 9 });

/** A short day with everything that time alone tells: silence, arrivals that nobody sees, a lead that lasts. */
function dayOf(seed: number, type: 'flat' | 'time-trial'): RaceEvent[] {
  const chance = chances(seed);
  const field = bibs.map((bib, i) => ({
    bib,
    placeM: 6000 - i * 150 * chance(),
    mps: 11 + 2 * chance(),
    fromS: 40 + 150 * chance(),
    forS: 60 * chance() + 40,
    startMs: START_MS + i * 20_000,
  }));
  const base = sheet({
    course: short,
    riders: new Map(bibs.map((bib) => [bib, rider(bib)])),
    rules: neutral,
    general: bibs.map((bib, i) => ({ bib, behindS: i * 4 })),
    starts: field.map(({ bib, startMs }) => ({ bib, startMs })),
  });
  const events: RaceEvent[] = [{ kind: 'sheet', sheet: { ...base, info: { ...base.info, type } } }];
  for (let s = 0; s < 320; s += 4) {
    const heard = field.filter(({ fromS, forS }) => s < fromS || s > fromS + forS);
    const samples = heard
      .map(({ bib, placeM, mps }) => ({ bib, distanceM: placeM + mps * s }))
      .filter(({ distanceM }) => distanceM < short.lengthM - 60)
      .map(({ bib, distanceM }) => fixAt(short, bib, distanceM + 6 * (chance() - 0.5)));
    if (samples.length > 0) events.push(frame(START_MS + 300_000 + s * 1000, samples));
  }
  return events;
}

/** The papers are large, and the same. */
const withoutSheet = (race: Race | null) => race && { ...race, sheet: null };

/** The race after each event, with the desk's clock beside the feed; `ask` may look at any moment in between. */
function ridden(events: readonly RaceEvent[], ask: (race: (atMs: number) => Race | null, atMs: number) => void) {
  const engine = createEngine();
  const seen: (Race | null)[] = [];
  for (const [i, event] of events.entries()) {
    const atMs = event.kind === 'positions' ? event.atMs : START_MS;
    ask(engine.race, atMs);
    engine.apply(event);
    ask(engine.race, atMs);
    if (i % 3 === 0) engine.advance(atMs + 500);
    ask(engine.race, atMs);
    seen.push(engine.race(atMs + 500));
  }
  engine.advance(START_MS + 700_000);
  ask(engine.race, START_MS + 700_000);
  seen.push(engine.race(START_MS + 700_000), engine.race(START_MS + 640_000));
  return seen;
}

it.each(['flat', 'time-trial'] as const)('asking changes nothing, whenever and for whatever moment: %s', (type) => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.infiniteStream(fc.integer({ min: -400_000, max: 400_000 })),
      (seed, moments) => {
        const events = dayOf(seed, type);
        const quiet = ridden(events, () => {});
        const asked = ridden(events, (race, atMs) => {
          const { value: awayMs } = moments.next();
          if (awayMs % 2 === 0) race(atMs + awayMs);
          if (awayMs % 3 === 0) race(atMs);
        });
        expect(asked.map(withoutSheet)).toEqual(quiet.map(withoutSheet));
        expect(quiet.at(-1)!.passages.some(({ origin }) => origin === 'estimated')).toBe(true);
      },
    ),
    { numRuns: 4 },
  );
});
