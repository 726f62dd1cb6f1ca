import { formatGap, formatHours, formatTime } from '../../src/edition/format.ts';
import { riderNames } from '../../src/edition/names.ts';
import { teamColors } from '../../src/edition/team-colors.ts';
import type { Color } from '../../src/edition/theme.ts';
import { groupNames, wordsOf } from '../../src/edition/words/words.ts';
import { ageOf } from '../../src/race/age.ts';
import type { Group } from '../../src/race/groups/group.ts';
import { lookOf } from '../../src/race/jersey-look.ts';
import { hiddenIn } from '../../src/race/overrides/overrides.ts';
import { jerseyKinds, type Rider } from '../../src/race/sheet.ts';
import { isConfirmed } from '../../src/race/standings/held-back.ts';
import { isOld } from '../../src/stage/freshness.ts';
import type { JerseyWords } from '../../src/stage/kit/jersey.ts';
import { jerseyWords } from '../../src/stage/kit/stack/stack-words.ts';
import { nothing, type Saying, type Seen, type Select } from '../../src/stage/overlay.ts';

export interface StrapView extends Saying {
  readonly bib: string;
  readonly given: string;
  readonly family: string;
  readonly nation: string;
  /** From long to short. */
  readonly team: readonly string[];
  /** "28 years"; empty where nobody knows. */
  readonly age: string;
  readonly jersey: JerseyWords | null;
  readonly colors: readonly [Color, Color] | null;
  /** One thing to say of him; null where there is nothing. */
  readonly fact: Fact | null;
}

/** What it is about, and what is said. */
export interface Fact {
  readonly lead: string;
  readonly text: string;
  /** The group whose gap it is; left out where it is none. */
  readonly gapOf?: string;
}

export const select: Select<StrapView> = (seen) => {
  const { sheet } = seen.race;
  const bib = String(seen.params.bib).trim();
  const rider = sheet.riders.get(bib);
  if (!rider) return nothing(bib === '' ? 'no bib is given' : `nobody wears bib ${bib}`);
  if (hiddenIn(seen.race).has(bib)) return nothing(`rider ${bib} is hidden`);
  // Of several he wears the first.
  const kinds = jerseyKinds.filter((kind) => sheet.jerseys.some((one) => one.kind === kind && one.bib === bib));
  const team = sheet.teams.find(({ code }) => code === rider.team);
  const names = riderNames(rider);
  // A name without an initial is one: it has but one part, or is written in another order.
  const isWhole = names.length < 3;
  const age = ageOf(rider, sheet.info, seen.race.atMs);
  const fact = factOf(seen, rider);
  return {
    bib,
    given: isWhole ? '' : rider.given,
    family: (isWhole ? names[0] : names.at(-1)) ?? '',
    nation: rider.nation,
    team: [...new Set([team?.name ?? rider.team, rider.team])],
    age: age === null ? '' : wordsOf(seen.edition.language).age(age),
    jersey: jerseyWords(seen, kinds)[0] ?? null,
    colors: teamColors(sheet, rider.team),
    fact,
    says: fact?.gapOf ? [`group ${fact.gapOf}`] : [],
  };
};

function factOf(seen: Seen, rider: Rider): Fact | null {
  const { fact, line } = seen.params;
  const own = String(line).trim();
  const says = {
    own: own ? { lead: '', text: own } : null,
    general: generalOf(seen, rider),
    // Where he rides now is not where the picture has him.
    group: seen.replay ? null : (clockOf(seen, rider) ?? groupOf(seen, rider)),
  };
  if (fact === 'none') return null;
  if (fact !== 'auto') return says[fact as keyof typeof says];
  return says.own ?? (isSaid(seen, rider) ? null : says.group) ?? says.general;
}

/** Whether where he is stands on screen already; not for how long he has been there. */
function isSaid(seen: Seen, rider: Rider): boolean {
  const group = groupWith(seen, rider);
  const { heard } = seen;
  return !hasLasted(seen, group) && (heard.includes(`rider ${rider.bib}`) || heard.includes(`group ${group?.id}`));
}

/** This morning's place, and how far behind the first. */
function generalOf({ race, edition }: Seen, { bib }: Rider): Fact | null {
  const { general } = race.sheet;
  const rank = general.findIndex((entry) => entry.bib === bib);
  const entry = general[rank];
  if (!entry) return null;
  const words = wordsOf(edition.language);
  const place = words.ordinal(rank + 1);
  const behind = rank === 0 ? '' : ` · ${formatGap(entry.behindS, edition)}`;
  return { lead: words.generalClassification, text: `${place}${behind}` };
}

/** Against the clock: his time and his place so far, or how he stands now to the hot seat, or to the best so far. */
function clockOf({ race, edition, news }: Seen, { bib }: Rider): Fact | null {
  const run = race.timeTrial?.runs.find((one) => one.bib === bib);
  if (!run) return null;
  const words = wordsOf(edition.language);
  if (run.finishS !== null) {
    const row = race.standings.stage.find((one) => one.bib === bib);
    if (row?.state !== 'official' && !isConfirmed(race)) return null;
    const place = row?.rank;
    const time = `${run.finishOrigin === 'estimated' ? '~' : ''}${formatTime(run.finishS, edition)}`;
    return { lead: words.timeTrial, text: place === undefined ? time : `${time} · ${words.ordinal(place)}` };
  }
  const now = run.state === 'running' && !isOld(news) ? (run.toHotSeat ?? run.virtualGap) : null;
  const estimated = now?.origin === 'estimated';
  return now && { lead: words.virtual, text: formatGap(now.value, edition, { estimated }) };
}

/** A break that has lasted for so long is worth a word. */
const LASTING_MS = 600_000;

const groupWith = ({ race }: Seen, { bib }: Rider): Group | undefined =>
  race.groups.find(({ bibs, kind }) => kind !== 'rest' && bibs.includes(bib));

const hasLasted = ({ race, now }: Seen, group: Group | undefined): boolean =>
  group !== undefined && group === race.groups[0] && group.sinceMs !== null && now - group.sinceMs >= LASTING_MS;

/** Where he rides now: how far behind the head of the race, or for how long in front. */
function groupOf(seen: Seen, rider: Rider): Fact | null {
  const { race, edition, news, now } = seen;
  const group = groupWith(seen, rider);
  if (!group || race.phase !== 'racing' || race.groups.length < 2 || isOld(news)) return null;
  const [name = ''] = groupNames(
    wordsOf(edition.language),
    { ...group, size: group.bibs.length },
    lookOf(race.sheet, 'general'),
  );
  const estimated = group.gap?.origin === 'estimated';
  if (hasLasted(seen, group) && group.sinceMs !== null)
    return { lead: name, text: wordsOf(edition.language).inFrontFor(formatHours((now - group.sinceMs) / 1000)) };
  if (!group.gap) return { lead: name, text: '' };
  return { lead: name, text: formatGap(group.gap.value, edition, { estimated }), gapOf: group.id };
}
