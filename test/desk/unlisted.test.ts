import { expect, it } from 'vitest';
import { createUnlisted } from '../../src/desk/unlisted.ts';
import { riders, START_MS, sheet } from '../support/race.ts';

const frame = (s: number, ...bibs: string[]) =>
  ({
    kind: 'positions',
    atMs: START_MS + s * 1000,
    samples: bibs.map((bib) => ({ bib, lat: 45, lon: 5, speedKph: null })),
  }) as const;

it('are named once, when it has lasted, and again after they were listed and are not any more', () => {
  const unlisted = createUnlisted();
  expect(unlisted(frame(0, '99'))).toEqual([]);
  const papers = sheet();
  unlisted({ kind: 'sheet', sheet: papers });
  const told = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => unlisted(frame(from + i, '1', '99'))).flat();
  expect(told(0, 24)).toEqual([]);
  expect(told(24, 200)).toEqual(['99']);
  unlisted({ kind: 'sheet', sheet: { ...papers, riders: new Map([...riders(16), ['99', papers.riders.get('1')!]]) } });
  expect(told(200, 300)).toEqual([]);
  unlisted({ kind: 'sheet', sheet: papers });
  expect(told(300, 400)).toEqual(['99']);
});

it('do not last because of one odd time', () => {
  const unlisted = createUnlisted();
  unlisted({ kind: 'sheet', sheet: sheet() });
  for (const s of [0, 1, 2]) expect(unlisted(frame(s, '99'))).toEqual([]);
});
