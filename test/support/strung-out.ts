import { PAGE_ROWS } from '../../src/race/listing/pages.ts';
import type { Race } from '../../src/race/race.ts';
import { type GroupInBrief, situation } from '../../src/race/sample/situation.ts';
import type { Bib } from '../../src/race/units.ts';
import { BEATS_PER_S } from './wire-desk.ts';

/** The graphic that lists riders. */
export const TOWER = 'position-tower';

const RIDERS = 200;
const KM_PER_BEAT = 0.0011;
/** So far apart that a gap may breathe by a second without touching the next one. */
const APART_S = 7;
const PELOTON_S = 240;
/** Who overtakes passes two at once. */
const TRIO = 3;
const TRIOS = Math.floor(PAGE_ROWS / TRIO);
/** Of its first page all overtake each other. */
export const TOWER_ROWS = TRIOS * TRIO;

const raceOf = (headKm: number, groups: readonly GroupInBrief[]) => situation({ headKm, groups, riders: RIDERS });
const { sheet } = raceOf(0, []);
const front: readonly Bib[] = [...sheet.riders.keys()].filter((_, i) => i % 11 === 0).slice(0, TOWER_ROWS);

/**
 * The last climb: 200 riders, as many as fill a page one by one before the peloton. With each beat the gap of another rider is a
 * second more or less. With `swaps`, once a second a rider overtakes the two before him: three rows change places.
 */
export function strungOut(beat: number, swaps: boolean): Race {
  const order = swaps ? overtaken(Math.floor(beat / BEATS_PER_S)) : front;
  const alone = order.map(
    (bib, i): GroupInBrief => ({
      id: `with ${bib}`,
      kind: i === 0 ? 'head' : 'chasers',
      ordinal: i,
      bibs: [bib],
      gapS: i === 0 ? 0 : i * APART_S + breathS(i, beat),
    }),
  );
  const peloton: GroupInBrief = { id: 'peloton', kind: 'peloton', bibs: RIDERS - TOWER_ROWS, gapS: PELOTON_S };
  return { ...raceOf(158 + beat * KM_PER_BEAT, [...alone, peloton]), sheet };
}

/** Trio after trio turns by one: its last rider is its first. */
const overtaken = (second: number): Bib[] =>
  front.map((_, i) => {
    const trio = Math.floor(i / TRIO);
    const turns = Math.floor((second - trio - 1) / TRIOS) + 1;
    return front[trio * TRIO + ((((i - turns) % TRIO) + TRIO) % TRIO)]!;
  });

/** Of all rows but the first, one after the other. */
const breathS = (row: number, beat: number): number => (Math.floor((beat - row) / (TOWER_ROWS - 1)) + 1) % 2;
