import type { Aired } from '../../../src/wire/crew/aired.ts';
import { START_MS } from '../../support/race.ts';

/** Row `n`: gaps that came `n` minutes after the start, an hour later by the desk, and stayed for 12 s. */
export function airedRow(n: number, its: Partial<Aired> = {}): Aired {
  const fromRaceMs = START_MS + n * 60_000;
  const fromAt = fromRaceMs + 3_600_000;
  return {
    ...{
      n,
      overlay: 'gap-ticker',
      params: { groups: 3, trend: true },
      step: 1,
      takenBy: 'control 1',
      pages: 1,
      outputs: [],
    },
    ...{ byHand: [], words: null, still: null, fromAt, fromRaceMs, toAt: fromAt + 12_000 },
    toRaceMs: fromRaceMs + 12_000,
    ...its,
  };
}
