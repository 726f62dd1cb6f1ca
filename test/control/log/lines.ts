import type { LogLine } from '../../../src/wire/crew/log.ts';
import { START_MS } from '../../support/race.ts';

/** Line `n`, done `n` seconds after the start of the race, an hour later by the desk. */
export const logLine = (n: number, its: Partial<LogLine> = {}): LogLine => ({
  n,
  atMs: START_MS + 3_600_000 + n * 1000,
  raceMs: START_MS + n * 1000,
  kind: 'air',
  author: 'control 1',
  what: `takes graphic ${n}`,
  why: null,
  ...its,
});
