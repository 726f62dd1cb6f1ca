import { countable } from '../../../src/control/line/groups.ts';
import type { Facts, Match } from '../../../src/control/line/match.ts';
import { readLine } from '../../../src/control/line/read-line.ts';
import type { Race } from '../../../src/race/race.ts';
import { situation } from '../../../src/race/sample/situation.ts';
import { type Manifest, withDefaults } from '../../../src/show/manifest.ts';
import { emptyShow } from '../../../src/show/show.ts';
import { manifests } from '../manifests.ts';

/** 176 riders: one in front, three at 1'05", the others in the peloton; two groups are the rest. */
export const onRoad: Race = situation({
  headKm: 90,
  groups: [
    { kind: 'head', bibs: ['31'] },
    { kind: 'chasers', ordinal: 1, bibs: ['2', '33', '34'], gapS: 65, estimated: true },
    { kind: 'peloton', bibs: 150, gapS: 180 },
    { kind: 'rest', pieces: 2, bibs: 22, gapS: 400 },
  ],
});

export function facts(over: Partial<Facts> = {}): Facts {
  const race = over.race === undefined ? onRoad : over.race;
  const params = (manifest: Manifest) => withDefaults(manifest, {});
  return { race, counted: countable(race), manifests, show: emptyShow, live: true, params, outS: () => null, ...over };
}

export const read = (text: string, over: Partial<Facts> = {}) => readLine(text, facts(over));
export const deedOf = (text: string, over: Partial<Facts> = {}) => read(text, over).meant?.deed ?? null;
export const heads = (matches: readonly Match[]) => matches.map(({ cells }) => cells[0]);
