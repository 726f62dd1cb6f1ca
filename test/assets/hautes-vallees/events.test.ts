import { expect, it } from 'vitest';
import { eventOf, sheetEvent } from '../../../assets/races/hautes-vallees/day/events.ts';
import { builtInDay } from '../../../assets/races/hautes-vallees/day/told.ts';
import { simulation } from '../../../src/desk/feeds/simulation/index.ts';

it('tells a page the same as a desk reads out of the texts of its feed', () => {
  const day = builtInDay(1);
  const wanted = (ms: number) => ms % 60_000 === 0;
  const feed = simulation({ seed: 1 });
  const read = feed.reader();
  const [sheet] = [...feed.play(0)].slice(0, 1).flatMap((raw) => read(raw).events);
  expect(sheetEvent()).toEqual(sheet);
  const told = [...day.tell(wanted)].map(eventOf);
  const minutes = new Map(
    [...feed.play(day.span.fromMs)]
      .slice(1)
      .flatMap((raw) => read(raw).events)
      .flatMap((event) => ('atMs' in event ? [[`${event.kind} ${event.atMs}`, event] as const] : [])),
  );
  expect(told.length).toBeGreaterThan(300);
  for (const event of told) if ('atMs' in event) expect(event).toEqual(minutes.get(`${event.kind} ${event.atMs}`));
  expect(told.map(({ kind }) => kind)).toContain('rider-status');
});
