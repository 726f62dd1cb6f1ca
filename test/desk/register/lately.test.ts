import { beforeEach, expect, it } from 'vitest';
import { createLately, type Lately } from '../../../src/desk/register/lately.ts';
import { report } from '../../support/report.ts';

let nowMs = 0;
let page: Lately;
beforeEach(() => {
  nowMs = 1_000_000;
  page = createLately(() => nowMs);
});
const fault = (count: number, message = 'no digits') => ({ overlay: 'gap-ticker', message, remedy: 'take it', count });
const at = (s: number, its: Parameters<typeof report>[0]) => {
  nowMs = 1_000_000 + s * 1000;
  page.report(report(its));
};
const said = (s: number) => {
  nowMs = 1_000_000 + s * 1000;
  const { gpuLost, droppedFrames, faults } = page.said()!;
  return [gpuLost, droppedFrames, faults.map(({ message, count }) => `${message} ${count}`)];
};

it('has not said anything before it did', () => {
  expect(page.said()).toBeNull();
});

it('counts the last two minutes, and not the life of the page', () => {
  at(0, { gpuLost: 1, droppedFrames: 40, faults: [fault(3)] });
  expect(said(0)).toEqual([1, 40, ['no digits 3']]);
  at(60, { gpuLost: 1, droppedFrames: 50, faults: [fault(3), fault(1, 'no font')] });
  expect(said(119)).toEqual([1, 50, ['no digits 3', 'no font 1']]);
  expect(page.untilMs()).toBe(1_120_000);
  expect(said(120)).toEqual([0, 10, ['no font 1']]);
  expect(page.untilMs()).toBe(1_180_000);
  expect(said(180)).toEqual([0, 0, []]);
  expect(page.untilMs()).toBe(Number.POSITIVE_INFINITY);
});

it('never takes what goes on for hours for its whole', () => {
  for (let s = 0; s <= 7200; s += 1) at(s, { droppedFrames: s });
  const [, dropped] = said(7200);
  expect(dropped).toBeGreaterThanOrEqual(115);
  expect(dropped).toBeLessThanOrEqual(125);
});

it('says what is so now as it is', () => {
  at(0, { missing: ['a font'], renderer: 'canvas' });
  nowMs += 3_600_000;
  expect(page.said()).toMatchObject({ missing: ['a font'], renderer: 'canvas' });
});
