import { footId } from '../../race/course/climb-lines.ts';
import type { Climb, ClimbCategory } from '../../race/course/course.ts';
import type { Race } from '../../race/race.ts';
import type { Passage } from '../../race/riders/passage.ts';
import type { Bib } from '../../race/units.ts';
import type { ClimbRecord } from '../past.ts';
import { LASTS_MS } from './moves.ts';
import { type Look, type StoryTeller, tellingOf } from './telling.ts';

/** A time that is known less well is no time to be told. */
const WIDEST_S = 20;
/** More who cannot be told apart are a bunch. */
const MOST_BEST = 3;
const LEAST_TIMED = 10;
const TIMED_SHARE = 0.6;
/** Told while the peloton is so far beyond the top: before, somebody of it could still be faster. */
const BEYOND_M = [200, 4000] as const;
const importance: Readonly<Record<ClimbCategory, number>> = {
  HC: 0.7,
  '1': 0.6,
  '2': 0.5,
  '3': 0.35,
  '4': 0.25,
  uncategorised: 0.2,
};

interface Climbed {
  readonly bib: Bib;
  readonly timeS: number;
  /** The time is somewhere within so many seconds: the brackets of foot and top together. */
  readonly bracketS: number;
  readonly topMs: number;
}

/** Who was fastest from foot to top, where both were measured so well that nobody else can have been. */
export const climbTime: StoryTeller = (look) =>
  look.race.sheet.course.climbs.flatMap((climb) => fastest(look, climb) ?? []);

function fastest({ race, memory, records }: Look, climb: Climb) {
  const main = race.groups.find(({ id }) => id === memory.main);
  const beyondM = (main?.backM ?? Number.NaN) - climb.summitM;
  if (climb.found || !(beyondM >= BEYOND_M[0] && beyondM <= BEYOND_M[1])) return null;
  const { climbed, isMost } = climbedOf(race, climb);
  const [first] = climbed;
  if (!first || !isMost) return null;
  const isNear = (one: Climbed) => one.timeS - first.timeS <= one.bracketS + first.bracketS;
  const best = climbed.filter(isNear);
  const next = climbed.find((one) => !isNear(one));
  if (!next || best.length > MOST_BEST || best.some(({ bracketS }) => bracketS > WIDEST_S)) return null;
  const bracketS = Math.max(...best.map((one) => one.bracketS));
  return tellingOf('climb time', climb.id, {
    atMs: Math.max(...best.map(({ topMs }) => topMs)),
    readyMs: race.atMs - LASTS_MS,
    atM: climb.summitM,
    bibs: best.map(({ bib }) => bib),
    mark: climb.id,
    facts: {
      riders: best.length,
      time: Math.round(first.timeS),
      gap: Math.round(next.timeS - first.timeS),
      bracket: Math.ceil(bracketS),
      ...offRecord(first, climb, records),
    },
    isEstimated: bracketS > 1,
    importance: importance[climb.category],
    confidence: 1 - bracketS / (2 * WIDEST_S),
  });
}

/** How far from the record of this climb, where its bracket leaves no doubt on which side of it. */
function offRecord({ timeS, bracketS }: Climbed, { name }: Climb, records: readonly ClimbRecord[]) {
  const record = records.find((one) => plainName(one.name) === plainName(name));
  const offS = record ? timeS - record.seconds : 0;
  return record && Math.abs(offS) >= Math.max(1, bracketS) ? { record: Math.round(offS) } : {};
}

/** Without accents, case and signs. */
const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** By time, the fastest first; `isMost`: of those who have been over the top, enough are measured at both lines. */
function climbedOf({ passages }: Race, { id }: Climb): { climbed: Climbed[]; isMost: boolean } {
  const feet = new Map<Bib, Passage>();
  const tops: Passage[] = [];
  const foot = footId(id);
  for (const passage of passages) {
    if (passage.mark === foot) feet.set(passage.bib, passage);
    else if (passage.mark === id) tops.push(passage);
  }
  const climbed = tops.flatMap(({ bib, atMs, bracketS }): Climbed[] => {
    const from = feet.get(bib);
    if (!from || from.bracketS === null || bracketS === null) return [];
    return [{ bib, timeS: (atMs - from.atMs) / 1000, bracketS: from.bracketS + bracketS, topMs: atMs }];
  });
  const isMost = climbed.length >= LEAST_TIMED && climbed.length >= TIMED_SHARE * tops.length;
  return { climbed: climbed.sort((a, b) => a.timeS - b.timeS), isMost };
}
