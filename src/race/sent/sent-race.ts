import type { Course } from '../course/course.ts';
import type { Group, GroupKind } from '../groups/group.ts';
import { HIDDEN, type Override } from '../overrides/override.ts';
import type { Place } from '../place.ts';
import type { Race } from '../race.ts';
import { sampleGroup, samplePlace, sampleRace } from '../sample/builders.ts';
import { type JerseyKind, jerseyKinds, type Rider, type Sheet } from '../sheet.ts';
import type { Bib } from '../units.ts';

/** A race as a playout system sends it, where there is no desk: what is left out is not known. */
export interface SentRace {
  /** "Tour of the Two Valleys" */
  readonly race?: string | undefined;
  /** "Stage 9 · Valbrun - Les Aigles" */
  readonly stage?: string | undefined;
  readonly lengthKm?: number | undefined;
  /** Of the head of the race. */
  readonly kmToGo?: number | undefined;
  /** Since the riders left km 0. */
  readonly elapsedS?: number | undefined;
  /** From head to back. */
  readonly groups?: readonly SentGroup[] | undefined;
  readonly riders?: readonly SentRider[] | undefined;
  /** Who wears what. */
  readonly jerseys?: Readonly<Partial<Record<JerseyKind, Bib | undefined>>> | undefined;
}

export interface SentGroup {
  readonly name?: string | undefined;
  /** Left out: the first is the head, the others chase it. */
  readonly kind?: GroupKind | undefined;
  /** Those of it who are known by their numbers. */
  readonly bibs?: readonly Bib[] | undefined;
  /** How many ride in it; left out, as many as have a number. */
  readonly riders?: number | undefined;
  /** To the head of the race. */
  readonly gapS?: number | undefined;
  /** Seconds a minute; positive is losing time. */
  readonly trendSPerMin?: number | undefined;
  readonly speedKph?: number | undefined;
}

export interface SentRider {
  readonly bib: Bib;
  /** All of it, drawn as it is: it is never split. */
  readonly name: string;
  readonly team?: string | undefined;
  /** IOC code. */
  readonly nation?: string | undefined;
}

/** When the riders of all sent races left km 0: nothing that is drawn says a day or a time of day. */
const START_MS = Date.UTC(2000, 0, 1, 12);
const KM_M = 1000;

/**
 * The race that somebody sent, at the moment that he sent it. Every value is by hand. There is no road: what needs one has
 * nothing to say.
 */
export function raceSent(sent: SentRace): Race {
  const atMs = START_MS + (sent.elapsedS ?? 0) * 1000;
  const course = courseOf(sent);
  const sheet = sheetOf(sent, course);
  const headM = sent.kmToGo === undefined ? Number.NaN : course.lengthM - sent.kmToGo * KM_M;
  const groups = groupsOf(sent, { atMs, headM });
  return sampleRace(sheet, {
    atMs,
    groups,
    places: placesOf(sheet, groups, atMs),
    overrides: groups.flatMap(({ bibs }) => bibs.filter(isUnnamed).map((bib) => hidden(bib, atMs))),
    health: {
      topics: [{ topic: 'told', state: 'live', lastMs: atMs }],
      trackers: { live: 0, late: 0, silent: 0, off: 0 },
      withoutLap: 0,
      quarantine: [],
    },
  });
}

/** As long as it is known to be. */
function courseOf({ lengthKm, kmToGo }: SentRace): Course {
  const lengthM = (lengthKm ?? kmToGo ?? 0) * KM_M;
  const profile = { stepM: 50, altitudesM: [] };
  return { lengthM, line: [], profile, climbs: [], marks: [], sectors: [], laps: null };
}

function sheetOf({ race = '', stage = '', elapsedS, riders = [], jerseys = {} }: SentRace, course: Course): Sheet {
  const startMs = elapsedS === undefined ? null : START_MS;
  const names = [...new Set(riders.flatMap(({ team }) => team || []))];
  return {
    info: { id: 'sent', race, stage, type: 'flat', startMs, utcOffsetMin: 0 },
    course,
    teams: names.map((name) => ({ code: name, name, nation: '', colors: null })),
    riders: new Map(
      riders.map(({ bib, name, team = '', nation = '' }): [Bib, Rider] => [
        bib,
        { bib, given: '', family: name, team, nation, born: null },
      ]),
    ),
    jerseys: jerseyKinds.flatMap((kind) => {
      const bib = jerseys[kind];
      return bib === undefined ? [] : [{ kind, bib }];
    }),
    general: [],
  };
}

function groupsOf(
  { groups = [], jerseys = {} }: SentRace,
  { atMs, headM }: { readonly atMs: number; readonly headM: number },
): Group[] {
  const kinds = groups.map(({ kind }, i) => kind ?? (i === 0 ? 'head' : 'chasers'));
  const chasers = kinds.filter((kind) => kind === 'chasers').length;
  return groups.map((sent, i): Group => {
    const { bibs: known = [], gapS, name } = sent;
    const id = `sent-${i + 1}`;
    const more = Math.max(0, (sent.riders ?? 0) - known.length);
    const bibs = [...known, ...Array.from({ length: more }, (_, n) => `${UNNAMED}${id} ${n + 1}`)];
    const beforeS = i === 1 ? 0 : groups[i - 1]?.gapS;
    const kind = kinds[i]!;
    const reading = (value: number) => ({ value, atMs, origin: 'manual' as const });
    return sampleGroup({
      id,
      kind,
      ordinal: kind === 'chasers' && chasers > 1 ? kinds.slice(0, i + 1).filter((one) => one === kind).length : 0,
      name: name?.trim() || null,
      bibs,
      frontM: i === 0 ? headM : Number.NaN,
      backM: Number.NaN,
      speedKph: sent.speedKph ?? Number.NaN,
      gap: i === 0 || gapS === undefined ? null : reading(gapS),
      gapToPrevious: i === 0 || gapS === undefined || beforeS === undefined ? null : reading(gapS - beforeS),
      trendSPerMin: i === 0 ? null : (sent.trendSPerMin ?? null),
      jerseys: jerseyKinds.filter((one) => known.includes(jerseys[one] ?? '')),
    });
  });
}

/** Begins the number of a rider who is counted and not known. */
const UNNAMED = '? ';
const isUnnamed = (bib: Bib): boolean => bib.startsWith(UNNAMED);

/** He counts, and is nowhere drawn by his name. */
const hidden = (bib: Bib, atMs: number): Override => ({
  path: `rider/${bib}/hidden`,
  value: HIDDEN,
  instead: null,
  author: '',
  atMs,
  until: 'stage',
});

/** Who has a place in the race: those of the first groups, as long as everybody in them is known by his number. */
function placesOf({ riders }: Sheet, groups: readonly Group[], atMs: number): Place[] {
  const unnamedAt = groups.findIndex(({ bibs }) => bibs.some(isUnnamed));
  const ranked = groups.slice(0, unnamedAt < 0 ? groups.length : unnamedAt);
  const placed = ranked.flatMap((group) => group.bibs.map((bib) => ({ group, bib })));
  const found = new Set(placed.map(({ bib }) => bib));
  const others = [...new Set([...groups.flatMap(({ bibs }) => bibs), ...riders.keys()])].filter(
    (bib) => !found.has(bib) && !isUnnamed(bib),
  );
  return [
    ...placed.map(({ group, bib }, i) =>
      samplePlace(bib, {
        rank: i + 1,
        distanceM: group.frontM,
        speedKph: 0,
        atMs,
        gapS: group === groups[0] ? 0 : (group.gap?.value ?? null),
        gapOrigin: 'manual',
        group: group.id,
      }),
    ),
    ...others.map((bib) =>
      samplePlace(bib, {
        tracker: 'off',
        distanceM: Number.NaN,
        speedKph: 0,
        atMs,
        gapOrigin: 'manual',
        group: groups.find(({ bibs }) => bibs.includes(bib))?.id ?? null,
      }),
    ),
  ];
}
