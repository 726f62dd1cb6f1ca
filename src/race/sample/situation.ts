import type { Course } from '../course/course.ts';
import type { Group } from '../groups/group.ts';
import type { Place } from '../place.ts';
import type { Race } from '../race.ts';
import type { JerseyKind, Sheet } from '../sheet.ts';
import type { Bib } from '../units.ts';
import { START_MS, sampleGroup, samplePlace, sampleRace } from './builders.ts';
import { field } from './field.ts';
import { mountains } from './mountains.ts';

/** What is to be seen of a made-up race: its groups, from head to back. */
interface RaceInBrief {
  readonly headKm: number;
  readonly groups: readonly GroupInBrief[];
  readonly riders?: number;
  readonly jerseys?: Readonly<Partial<Record<JerseyKind, Bib>>>;
  readonly looks?: Sheet['jerseyLooks'];
  /** Whose trackers are late. */
  readonly late?: readonly Bib[];
  readonly course?: Course;
  readonly over?: Partial<Race>;
}

export interface GroupInBrief extends Partial<Omit<Group, 'gap' | 'bibs'>> {
  /** Bibs by name, or how many of those not named elsewhere. */
  readonly bibs: readonly Bib[] | number;
  /** To the head; NaN where nobody knows it. */
  readonly gapS?: number;
  readonly estimated?: boolean;
}

const KM_M = 1000;
/** Metres a second at which gaps become places, in these pictures. */
const PACE = 9;

/** A race on the mountain stage, with the fictional field, in which everything else is quiet. */
export function situation({
  headKm,
  groups: inBrief,
  riders = 176,
  jerseys = {},
  looks = {},
  late = [],
  over = {},
  course = mountains,
}: RaceInBrief): Race {
  const all = field(riders);
  const free = [...all.riders.keys()].filter(
    (bib) => !inBrief.some(({ bibs }) => typeof bibs !== 'number' && bibs.includes(bib)),
  );
  const groups = inBrief.map((one, i): Group => {
    const bibs = typeof one.bibs === 'number' ? free.splice(0, one.bibs) : one.bibs;
    const gapS = one.gapS ?? 0;
    const frontM = headKm * KM_M - (Number.isNaN(gapS) ? 600 : gapS) * PACE;
    const { estimated = false, gapS: _, ...rest } = one;
    const gap =
      i === 0 || Number.isNaN(gapS)
        ? null
        : ({ value: gapS, atMs: START_MS, origin: estimated ? 'estimated' : 'gps' } as const);
    const before = inBrief[i - 1]?.gapS ?? 0;
    return sampleGroup({
      id: `g${i + 1}`,
      frontM,
      backM: frontM - bibs.length,
      gap,
      gapToPrevious: gap && { ...gap, value: gapS - before },
      jerseys: (Object.keys(jerseys) as JerseyKind[]).filter((kind) => bibs.includes(jerseys[kind]!)),
      ...rest,
      bibs,
    });
  });
  const located = groups.flatMap((one) => one.bibs.map((bib, i) => ({ one, bib, i })));
  const places = located.map(
    ({ one, bib, i }, rank): Place =>
      samplePlace(bib, {
        rank: rank + 1,
        distanceM: one.frontM - i,
        gapS: one.gap?.value ?? (one === groups[0] ? 0 : null),
        gapOrigin: one.gap?.origin ?? 'gps',
        group: one.id,
        tracker: late.includes(bib) ? 'late' : 'live',
      }),
  );
  const info: Sheet['info'] = {
    id: 'scene',
    race: 'Tour of the Two Valleys',
    stage: 'Stage 9 · Valbrun - Les Aigles',
    type: 'mountain',
    startMs: START_MS,
    utcOffsetMin: 120,
  };
  const worn = (Object.keys(jerseys) as JerseyKind[]).map((kind) => ({ kind, bib: jerseys[kind]! }));
  return sampleRace(
    { info, course, ...all, jerseys: worn, jerseyLooks: looks, general: [] },
    { places, groups, ...over },
  );
}
