import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/race/engine.ts';
import type { PositionsEvent, RaceEvent, Sample } from '../../src/race/event.ts';
import type { Race } from '../../src/race/race.ts';
import { compareBibs } from '../../src/race/units.ts';
import { riders, START_MS, sheet } from '../support/race.ts';
import { chances, frame, noisyTracker } from '../support/ride.ts';

const start = sheet({ riders: riders(24) });
const bibs = [...start.riders.keys()];
const { course } = start;

/** Frames of a field in some bunches, with trackers that fall silent, lie, and leave the road. */
function dayOf(seed: number, seconds = 240): PositionsEvent[] {
  const chance = chances(seed);
  const field = bibs.map((bib, i) => ({
    bib,
    seen: noisyTracker(seed * 50 + i),
    placeM: 3000 - Math.floor(chance() * 4) * 400 * chance(),
    mps: 10 + 3 * chance(),
  }));
  const stepS = chance() < 0.5 ? 1 : 6;
  const frames: PositionsEvent[] = [];
  for (let s = 0; s < seconds; s += stepS) {
    const samples: Sample[] = [];
    for (const rider of field) {
      rider.placeM += rider.mps * stepS;
      const luck = chance();
      if (luck < 0.08) continue;
      const distanceM = luck < 0.1 ? rider.placeM + (chance() - 0.5) * 20_000 : rider.placeM;
      const fix = rider.seen(course, distanceM);
      const lat = luck > 0.99 ? fix.lat + 0.02 : fix.lat;
      samples.push({ bib: rider.bib, lat, lon: fix.lon, speedKph: luck < 0.5 ? rider.mps * 3.6 : null });
    }
    frames.push(frame(START_MS + 300_000 + s * 1000, samples));
  }
  return frames;
}

function racesOf(events: readonly RaceEvent[]): Race[] {
  const engine = createEngine();
  engine.apply({ kind: 'sheet', sheet: start });
  return events.map((event) => {
    engine.apply(event);
    return engine.race('atMs' in event ? event.atMs : 0)!;
  });
}

/** What is shown of a race: all but the count of what was not believed. */
const shown = ({ places, groups, passages, phase }: Race) => ({ places, groups, passages, phase });

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const runs = { numRuns: 8 };

describe('whatever trackers send', () => {
  it('groups partition the riders on the road, in its order', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const race of racesOf(dayOf(seed))) {
          const onRoad = race.places.filter((place) => place.rank !== null && place.status === 'racing');
          expect(race.groups.flatMap((group) => group.bibs)).toEqual(onRoad.map((place) => place.bib));
          for (const place of onRoad) {
            expect(race.groups.find((group) => group.id === place.group)?.bibs).toContain(place.bib);
          }
          expect(new Set(race.groups.map((group) => group.id)).size).toBe(race.groups.length);
          expect(race.groups.length).toBeLessThanOrEqual(5);
        }
      }),
      runs,
    );
  });

  it('gaps are never negative and never decrease from front to back', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const race of racesOf(dayOf(seed))) {
          const gaps = race.places.filter((place) => place.rank !== null).map((place) => place.gapS!);
          for (const list of [gaps, race.groups.map((group) => group.gap?.value ?? 0)]) {
            expect(list.every((gap, i) => gap >= 0 && gap >= (list[i - 1] ?? 0))).toBe(true);
          }
          expect(race.groups.every((group) => (group.gapToPrevious?.value ?? 0) >= 0)).toBe(true);
        }
      }),
      runs,
    );
  });

  it('nobody runs backwards on air, and everybody of the start list has one place', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const before = new Map<string, number>();
        for (const race of racesOf(dayOf(seed))) {
          expect(race.places.map((place) => place.bib).sort(compareBibs)).toEqual(bibs);
          const ranks = race.places.flatMap((place) => place.rank ?? []);
          expect(ranks).toEqual(ranks.map((_, i) => i + 1));
          for (const { bib, distanceM, rank } of race.places) {
            // Who was gone from the picture may come back anywhere.
            if (rank === null) before.delete(bib);
            else {
              expect(distanceM).toBeGreaterThanOrEqual(before.get(bib) ?? Number.NEGATIVE_INFINITY);
              before.set(bib, distanceM);
            }
          }
        }
      }),
      runs,
    );
  });

  it('the order of the samples in a frame makes no difference', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const chance = chances(seed);
        const day = dayOf(seed);
        const shuffled = day.map((one) =>
          frame(
            one.atMs,
            one.samples.toSorted(() => chance() - 0.5),
          ),
        );
        expect(racesOf(shuffled)).toEqual(racesOf(day));
      }),
      runs,
    );
  });

  it('a frame that comes twice makes no difference', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const day = dayOf(seed);
        const twice = racesOf(day.flatMap((one) => [one, one]));
        expect(twice.filter((_, i) => i % 2 === 1).map(shown)).toEqual(racesOf(day).map(shown));
      }),
      runs,
    );
  });

  it('the same rider twice in a frame makes no difference in whatever order', () => {
    const day = dayOf(5);
    const extra = day.map((one) => one.samples.slice(0, 5).map((sample) => ({ ...sample, lat: sample.lat + 0.0002 })));
    const before = day.map((one, i) => frame(one.atMs, [...extra[i]!, ...one.samples]));
    const after = day.map((one, i) => frame(one.atMs, [...one.samples, ...extra[i]!]));
    expect(racesOf(before)).toEqual(racesOf(after));
  });

  it('a late frame moves nobody', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const day = dayOf(seed, 120);
        const late = Math.floor(day.length / 2);
        const events = [...day.slice(0, late), ...day.slice(late + 1), day[late]!];
        const races = racesOf(events);
        const [before, after] = [races.at(-2)!, races.at(-1)!];
        expect(after.places.map((place) => [place.bib, place.distanceM, place.atMs])).toEqual(
          before.places.map((place) => [place.bib, place.distanceM, place.atMs]),
        );
      }),
      runs,
    );
  });

  it('the same events give the same race, however often it is asked for', () => {
    const day = dayOf(11);
    const engine = createEngine();
    engine.apply({ kind: 'sheet', sheet: start });
    for (const event of day) engine.apply(event);
    const asked = racesOf(day).at(-1)!;
    expect(shown(engine.race(day.at(-1)!.atMs)!)).toEqual(shown(asked));
  });

  it('what did not change is the same object', () => {
    const day = dayOf(3);
    const engine = createEngine();
    engine.apply({ kind: 'sheet', sheet: start });
    for (const event of day) engine.apply(event);
    const [a, b] = [engine.race(day.at(-1)!.atMs)!, engine.race(day.at(-1)!.atMs)!];
    expect(b.places.every((place, i) => place === a.places[i])).toBe(true);
    expect([b.passages, b.health, b.standings, b.sheet]).toEqual([a.passages, a.health, a.standings, a.sheet]);
    expect(b.passages).toBe(a.passages);
    expect(b.health).toBe(a.health);
    expect(b.standings).toBe(a.standings);
  });
});
