import { defaultEdition } from '../../edition/edition.ts';
import { formatGap } from '../../edition/format.ts';
import { riderNames } from '../../edition/names.ts';
import type { Place } from '../../race/place.ts';
import type { Race } from '../../race/race.ts';
import { isAgainstClock, type Rider } from '../../race/sheet.ts';
import { compareBibs, type Reading } from '../../race/units.ts';
import type { Manifest } from '../../show/manifest.ts';
import { placing } from '../../show/placing.ts';
import { plain } from '../../show/plain.ts';
import { groupGap, groupName } from './groups.ts';
import { type Facts, type Found, type Likeness, type Match, nothingFound } from './match.ts';

/** `31`: his strap. Only a bib that somebody wears is meant; those that begin like it are offered. */
export function strapByBib(text: string, facts: Facts): Found {
  if (!/^\S+$/.test(text)) return nothingFound;
  const { race } = facts;
  const isNumber = /^\d/.test(text);
  if (!race) return isNumber ? { matches: [], why: 'There is no race yet.' } : nothingFound;
  const all = [...race.sheet.riders.values()];
  const own = wearers(all, text);
  const others = isNumber ? all.filter((one) => one.bib.startsWith(text) && !own.includes(one)).sort(inOrder) : [];
  const matches = [
    ...own.map((rider) => strap(rider, 'exact', race, facts)),
    ...others.map((rider) => strap(rider, 'offer', race, facts)),
  ];
  return isNumber && own.length === 0 ? { matches, why: `Nobody wears bib ${text}.` } : { matches };
}

const inOrder = (a: Rider, b: Rider): number => compareBibs(a.bib, b.bib);

/** Who wears it as it is typed; else who alone wears it when neither capitals nor leading zeros count. */
export function wearers(riders: readonly Rider[], text: string): readonly Rider[] {
  const asTyped = riders.filter(({ bib }) => bib === text);
  if (asTyped.length > 0) return asTyped;
  const alike = riders.filter(({ bib }) => bare(bib) === bare(text));
  return alike.length === 1 ? alike : [];
}

const bare = (bib: string): string => bib.toLowerCase().replace(/^0+(?=\d)/, '');

/** `pog`, `van der h`, `mat poel`: his strap. Best first, and of equals who stands higher in the general classification. */
export function strapByName(text: string, facts: Facts): Found {
  const { race } = facts;
  const typed = plain(text);
  if (!race || !/^\p{L}/u.test(typed)) return nothingFound;
  const ranks = new Map(race.sheet.general.map(({ bib }, rank) => [bib, rank]));
  const rankOf = ({ bib }: Rider) => ranks.get(bib) ?? Number.MAX_SAFE_INTEGER;
  const found = [...race.sheet.riders.values()]
    .map((rider) => ({ rider, worth: worthOf(typed, rider) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth || rankOf(a.rider) - rankOf(b.rider) || inOrder(a.rider, b.rider));
  return { matches: found.map(({ rider, worth }) => strap(rider, worth > 1 ? 'begins' : 'inside', race, facts)) };
}

/** 3: all of his name, or of his family's; 2: how that begins; 1: how words of his name begin, in their order; 0: not he. */
function worthOf(typed: string, rider: Rider): 0 | 1 | 2 | 3 {
  const family = plain(rider.family);
  const given = plain(rider.given);
  const orders = [`${given} ${family}`.trim(), `${family} ${given}`.trim()];
  if (typed === family || orders.includes(typed)) return 3;
  if (family.startsWith(typed) || orders.some((order) => order.startsWith(typed))) return 2;
  return orders.some((order) => beginsWords(typed.split(' '), order.split(' '))) ? 1 : 0;
}

function beginsWords(typed: readonly string[], words: readonly string[]): boolean {
  let at = 0;
  return typed.every((begin) => {
    at = words.findIndex((word, i) => i >= at && word.startsWith(begin)) + 1;
    return at > 0;
  });
}

/** "31 Tomaž KRIŽNAR" */
export const riderText = (rider: Rider): string => `${rider.bib} ${riderNames(rider)[0]}`;

function strap(rider: Rider, like: Likeness, race: Race, facts: Facts): Match {
  const { bib, team } = rider;
  const place = race.places.find((one) => one.bib === bib);
  const cells: Match['cells'] = [bib, riderNames(rider)[0] ?? '', team, ...whereabouts(place, race, facts)];
  const graphic = facts.manifests.find((one) => bibParam(one) !== null);
  const param = graphic && bibParam(graphic);
  if (!graphic || !param)
    return { like, text: bib, cells, sentence: `${riderText(rider)}: no graphic is of one rider.`, deed: null };
  // All else as it is by default: what the last rider's strap said is not true of this one.
  const own = placing({ overlay: graphic.id, params: { [param]: bib }, outS: facts.outS(graphic) });
  const deed = { do: 'ask', ask: { do: 'cue', ...own } } as const;
  return { like, text: bib, cells, sentence: `Cues ${graphic.title}: ${riderText(rider)}.`, deed };
}

/** The parameter of a graphic that takes the bib of a rider; null where it has none. */
export function bibParam({ params }: Manifest): string | null {
  const [name] = Object.entries(params).find(([, param]) => param.type === 'text' && param.takes === 'bib') ?? [];
  return name ?? null;
}

const left: Readonly<Record<Exclude<Place['status'], 'racing'>, string>> = {
  'not-started': 'not started',
  abandoned: 'abandoned',
  'outside-limit': 'outside limit',
  disqualified: 'disqualified',
  finished: 'finished',
};

/** His group and his gap, or why he has none; empty where nobody knows. */
function whereabouts(place: Place | undefined, race: Race, { counted }: Facts): [group: string, gap: string] {
  if (!place) return ['', ''];
  if (place.lapsDown > 0 && place.finish)
    return [left.finished, `+${place.lapsDown} ${place.lapsDown === 1 ? 'lap' : 'laps'}`];
  if (place.status !== 'racing') return [left[place.status], gapText(place.finish)];
  if (isAgainstClock(race.sheet)) {
    const run = race.timeTrial?.runs.find(({ bib }) => bib === place.bib);
    return [run?.state ?? '', gapText(run?.toHotSeat ?? run?.virtualGap ?? null)];
  }
  const group = race.groups.find(({ id, kind }) => id === place.group && kind !== 'rest');
  if (!group) return ['', gapText(ownGap(place))];
  const number = counted.findIndex(({ id }) => id === group.id) + 1;
  return [[number > 0 && `g${number}`, groupName(group, race)].filter(Boolean).join(' '), groupGap(group)];
}

/** Of who rides in no group that has a name; null where his tracker is silent, an estimate where it is late. */
function ownGap({ tracker, gapS, gapOrigin }: Place): Pick<Reading, 'value' | 'origin'> | null {
  if (gapS === null || tracker === 'silent' || tracker === 'off') return null;
  return { value: gapS, origin: tracker === 'late' ? 'estimated' : gapOrigin };
}

const gapText = (gap: Pick<Reading, 'value' | 'origin'> | null): string =>
  gap ? formatGap(gap.value, defaultEdition, { estimated: gap.origin === 'estimated' }) : '';
