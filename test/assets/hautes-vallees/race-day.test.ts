import { expect, it } from 'vitest';
import { raceDay } from '../../../assets/races/hautes-vallees/day/race-day.ts';
import { simulation } from '../../../src/desk/feeds/simulation/index.ts';
import { createEngine } from '../../../src/race/engine.ts';
import type { Race } from '../../../src/race/race.ts';

/** The same moment as a desk has it, which has folded the day from its beginning. */
function asDeskHasIt(atMs: number): Race {
  const engine = createEngine();
  const feed = simulation({ seed: 1 });
  const read = feed.reader();
  for (const raw of feed.play(atMs)) {
    if (raw.atMs > atMs) break;
    for (const event of read(raw).events) engine.apply(event);
    engine.advance(raw.atMs);
  }
  return engine.race(atMs)!;
}

it('folds little of the past, and has the groups and gaps of a desk that has folded all of it', () => {
  const day = raceDay(1);
  const [first, desk] = [day.raceAt(day.startMs)!, asDeskHasIt(day.startMs)];
  const inShort = ({ groups }: Race) => groups.map(({ kind, bibs }) => `${kind} ${[...bibs].sort().join(' ')}`);
  expect(inShort(first)).toEqual(inShort(desk));
  for (const [i, { gap }] of desk.groups.entries())
    if (gap) expect(Math.abs(first.groups[i]!.gap!.value - gap.value)).toBeLessThan(2);
  expect([first.phase, first.learning]).toEqual(['racing', null]);
  const located = (race: Race) => race.places.filter(({ rank }) => rank !== null).length;
  expect(located(first)).toBe(located(desk));
});

it('goes on with the road, and is over at its end', () => {
  const day = raceDay(1);
  const headM = (atMs: number) => day.raceAt(atMs)!.groups[0]!.frontM;
  const beganM = headM(day.startMs);
  const riddenM = headM(day.startMs + 60_000) - beganM;
  expect(riddenM / 60).toBeGreaterThan(3);
  expect(riddenM / 60).toBeLessThan(25);
  expect(day.raceAt(day.startMs + 86_400_000)).toBe(null);
});
