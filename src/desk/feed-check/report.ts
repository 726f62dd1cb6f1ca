import type { Race } from '../../race/race.ts';
import type { Bib } from '../../race/units.ts';
import { compareBibs } from '../../race/units.ts';
import { noRoad } from '../course/no-road.ts';
import type { FeedHeard } from './heard.ts';

/** Fixes rarer than this make gaps old. */
const RARE_S = 30;
const MOST_NAMED = 12;

/** What was heard, what is wrong with it, and what will and will not be on air with it: lines for a person. */
export function checkLines(heard: FeedHeard): readonly string[] {
  return [...heardLines(heard), '', ...riderLines(heard), ...faultLines(heard), '', ...airLines(heard)];
}

function heardLines({ seconds, topics, counts, delaysMs, fixes }: FeedHeard): string[] {
  const messages = sum([...topics.values()]);
  if (messages === 0) return [`Heard     nothing in ${seconds} s`];
  const perTopic = [...topics].map(([topic, count]) => `${count} of ${topic}`).join(', ');
  const meant = [...counts].map(([kind, count]) => counted(count, kinds[kind] ?? kind)).join(', ');
  return [
    `Heard     ${counted(messages, 'message')} in ${seconds} s: ${perTopic}`,
    `Meant     ${meant || 'nothing that a race can use'}`,
    ...(delaysMs.length > 0 ? [`Clock     ${clockWords(delaysMs)}`] : []),
    ...(fixes.size > 0 ? [`Rate      ${rateWords(fixes)}`] : []),
  ];
}

/** One of them; more are written with an s. */
const kinds: Readonly<Record<string, string>> = {
  positions: 'position',
  passings: 'crossing',
  sheet: 'sheet',
  'rider-status': 'status',
  'official-groups': 'list of groups',
  'line-result': 'result',
  classification: 'classification',
  'race-radio': 'message of race radio',
  'start-order': 'order of start',
};

/** A fix is never told before it was made: the least delay is the clock, what is above it the way. */
function clockWords(delaysMs: readonly number[]): string {
  const sorted = delaysMs.toSorted((a, b) => a - b);
  const [least, middle, most] = [sorted[0]!, sorted[sorted.length >> 1]!, sorted.at(-1)!];
  const off =
    Math.abs(least) < 3000
      ? 'agrees with this machine'
      : `is ${secondsOf(Math.abs(least))} ${least > 0 ? 'behind' : 'ahead of'} this machine, or nothing comes sooner`;
  return `${off}; fixes come ${secondsOf(middle)} after their moment, ${secondsOf(most)} at most`;
}

function rateWords(fixes: FeedHeard['fixes']): string {
  const gaps = [...fixes].map(([bib, all]) => ({ bib, everyS: everyS(all) }));
  const known = gaps.flatMap(({ everyS: one }) => one ?? []).sort((a, b) => a - b);
  const usual = known[known.length >> 1];
  const rare = gaps.filter(({ everyS: one }) => one === null || one > RARE_S).map(({ bib }) => bib);
  const usually = usual === undefined ? 'one fix of each rider' : `a fix of a rider every ${usual.toFixed(1)} s`;
  return rare.length === 0 ? usually : `${usually}; less than one in ${RARE_S} s of ${named(rare)}`;
}

function everyS(atMs: readonly number[]): number | null {
  const times = [...new Set(atMs)].sort((a, b) => a - b);
  return times.length < 2 ? null : (times.at(-1)! - times[0]!) / (times.length - 1) / 1000;
}

function riderLines({ race, fixes }: FeedHeard): string[] {
  if (!race) return ['Riders    nobody says who rides: bring a list with --riders riders.csv'];
  const listed = race.sheet.riders;
  const unknown = [...fixes.keys()].filter((bib) => !listed.has(bib));
  const silent = [...listed.keys()].filter((bib) => !fixes.has(bib));
  const nameless = [...listed.values()].filter(({ bib, family }) => family === bib).map(({ bib }) => bib);
  return [
    `Riders    ${listed.size} on the list, ${fixes.size} heard`,
    ...(fixes.size > 0 && silent.length > 0 ? [`          not heard: ${named(silent)}`] : []),
    ...(unknown.length > 0 ? [`          heard and on no list: ${named(unknown)}`] : []),
    ...(nameless.length > 0 ? [`          without a name: ${named(nameless)}`] : []),
  ];
}

const faultLines = ({ faults }: FeedHeard): string[] =>
  faults.map(({ text, count }) => `Wrong     ${text}${count > 1 ? ` (${count} times)` : ''}`);

interface Graphic {
  readonly name: string;
  /** Why it will not be on air; null where it will. */
  readonly why: (race: Race, heard: FeedHeard) => string | null;
}

const isLocated = ({ places }: Race): boolean => places.some(({ distanceM }) => !Number.isNaN(distanceM));
const isRidden = (race: Race, { fixes }: FeedHeard): boolean => fixes.size > 0 && race.sheet.course === noRoad;

const needsRoad = (race: Race, heard: FeedHeard): string | null => {
  if (isRidden(race, heard)) return 'not before the riders have ridden a road: half a minute after their first lap';
  if (race.sheet.course === noRoad) return 'there is no road: bring it with --course stage.gpx';
  return isLocated(race) ? null : 'nobody was found on the road';
};

const graphics: readonly Graphic[] = [
  { name: 'gaps and groups', why: needsRoad },
  { name: 'positions on the road', why: needsRoad },
  {
    name: 'kilometres to go, last 3 km',
    why: (race, heard) =>
      needsRoad(race, heard) ??
      (race.sheet.course.ridden?.isEndKnown === false ? 'nobody knows where a ridden road ends: say --laps' : null),
  },
  {
    name: 'profile, climbs',
    why: ({ sheet }) => (sheet.course.profile.altitudesM.length > 1 ? null : 'the road has no elevation'),
  },
  {
    name: 'names',
    why: ({ sheet }) =>
      [...sheet.riders.values()].some(({ bib, family }) => family !== bib) ? null : 'no rider has one',
  },
  { name: 'teams', why: ({ sheet }) => (sheet.teams.length > 0 ? null : 'no rider has one') },
  {
    name: 'times at the line, timed',
    why: (_, { counts }) => (counts.has('passings') ? null : 'no crossing was told: until then they are from trackers'),
  },
  {
    name: 'general classification',
    why: ({ sheet }) => (sheet.general.length > 0 ? null : 'nobody says how the race stood before: --classification'),
  },
];

function airLines(heard: FeedHeard): string[] {
  const { race } = heard;
  if (!race) return ['On air    nothing: there is no race yet'];
  const all = graphics.map(({ name, why }) => ({ name, why: why(race, heard) }));
  const yes = all.filter(({ why }) => why === null).map(({ name }) => name);
  return [
    `On air    ${yes.join(', ') || 'nothing'}`,
    ...all.flatMap(({ name, why }) => (why === null ? [] : [`Not yet   ${name}: ${why}`])),
  ];
}

function named(bibs: readonly Bib[]): string {
  const sorted = bibs.toSorted(compareBibs);
  const more = sorted.length - MOST_NAMED;
  return `${sorted.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function counted(count: number, one: string): string {
  const [noun = '', ...rest] = one.split(' ');
  const many = noun.endsWith('s') ? `${noun}es` : `${noun}s`;
  return [count, count === 1 ? noun : many, ...rest].join(' ');
}

const secondsOf = (ms: number): string => {
  const s = Math.abs(ms) / 1000;
  return s < 120 ? `${s.toFixed(1)} s` : `${Math.round(s / 60)} min`;
};

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
