import type { Group } from '../groups/group.ts';
import { seenHeadM } from '../head.ts';
import type { Place } from '../place.ts';
import type { Race } from '../race.ts';
import type { Bib } from '../units.ts';
import { type Override, type OverridePath, subjectOf } from './override.ts';

/** What is seen of a path on the road: a place, from 1, or the kilometres to go. Null where nothing is. */
export function roadWord(race: Race, path: OverridePath): string | null {
  const subject = subjectOf(path);
  if (subject?.of === 'to-go') {
    const head = seenHeadM(race);
    return head === null ? null : ((race.sheet.course.lengthM - head) / 1000).toFixed(3);
  }
  if (subject?.of !== 'rider' || subject.field !== 'place') return null;
  const rank = race.places.find(({ bib }) => bib === subject.bib)?.rank ?? null;
  return rank === null ? null : String(rank);
}

/** The race with the places that hands say: who is put there rides with him whose place it was. */
export function placedByHand(race: Race): Race {
  const said = race.overrides.flatMap(placeSaid);
  return said.length === 0 ? race : said.reduce(withPlace, race);
}

interface Said {
  readonly bib: Bib;
  readonly rank: number;
}

function placeSaid({ path, value }: Override): Said[] {
  const subject = subjectOf(path);
  const rank = Math.round(Number(value));
  return subject?.of === 'rider' && subject.field === 'place' && rank >= 1 ? [{ bib: subject.bib, rank }] : [];
}

/** Who has arrived keeps his place, and nobody is put before him. */
function withPlace(race: Race, { bib, rank }: Said): Race {
  const riding = race.places.filter((place) => place.rank !== null && !place.finish);
  const first = riding[0]?.rank ?? 1;
  const from = riding.findIndex((place) => place.bib === bib);
  const to = Math.min(riding.length, Math.max(1, rank - first + 1)) - 1;
  if (from < 0 || from === to) return race;
  const him = riding[from]!;
  const host = riding[to]!;
  const moved: Place = { ...him, group: host.group, gapS: host.gapS, gapOrigin: 'manual' };
  const order = riding.filter((place) => place !== him);
  order.splice(to, 0, moved);
  const ranked = order.map((place, i) => (place.rank === first + i ? place : { ...place, rank: first + i }));
  const others = race.places.filter((place) => place.rank === null || place.finish);
  const arrived = others.filter(({ rank: its }) => its !== null && its < first);
  const lapped = others.filter(({ rank: its }) => its !== null && its > first);
  const away = others.filter(({ rank: its }) => its === null);
  const groups = withMember(race.groups, bib, host, to > from);
  return { ...race, places: [...arrived, ...ranked, ...lapped, ...away], groups };
}

function withMember(groups: readonly Group[], bib: Bib, host: Place, isBehind: boolean): Group[] {
  const changed = groups.map((group): Group => {
    const bibs = group.bibs.filter((one) => one !== bib);
    if (group.id !== host.group) return bibs.length === group.bibs.length ? group : { ...group, bibs };
    const at = bibs.indexOf(host.bib);
    bibs.splice(at < 0 ? bibs.length : isBehind ? at + 1 : at, 0, bib);
    return { ...group, bibs };
  });
  const left = changed.filter(({ bibs }) => bibs.length > 0);
  return left[0]?.id === groups[0]?.id ? left : fromNewHead(left);
}

/** The head has dissolved: gaps are to those who are in front now, and the first chasers are the head. */
function fromNewHead(groups: readonly Group[]): Group[] {
  const lostS = groups[0]?.gap?.value ?? 0;
  const chasing = groups.filter(({ kind }, i) => i > 0 && kind === 'chasers');
  return groups.map((group, i) => {
    if (i === 0) {
      const kind = group.kind === 'chasers' ? 'head' : group.kind;
      return { ...group, kind, ordinal: 0, gap: null, gapToPrevious: null, trendSPerMin: null };
    }
    const gap = group.gap && { ...group.gap, value: Math.max(0, group.gap.value - lostS) };
    const ordinal = chasing.length > 1 ? chasing.indexOf(group) + 1 : 0;
    return { ...group, gap, ordinal };
  });
}
