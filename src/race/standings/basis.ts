import { isInRace, type Place } from '../place.ts';
import { newRoster, type Roster } from '../riders/roster.ts';
import { neutral } from '../rules/presets/neutral.ts';
import type { Rules } from '../rules/rules.ts';
import { isAgainstClock } from '../sheet.ts';
import type { Bib } from '../units.ts';
import { type Crossings, crossingsOf } from './crossings.ts';
import { type Arrivals, lappedOf, roadArrivals } from './finish.ts';
import { type Gaps, isSameGaps, roadGaps, timeTrialGaps } from './gaps.ts';
import { type Contender, contendersOf } from './general.ts';
import type { StandingsInput } from './input.ts';
import { type Lines, lineResults, wonToday } from './lines.ts';
import { type PointsSum, pointsSums } from './points.ts';
import { type Squad, squadsOf } from './teams.ts';
import { timeTrialArrivals } from './time-trial-arrivals.ts';
import { youngRiders } from './young.ts';

/** What standings are made of: while it is the same, so are their tables. */
export interface Basis {
  readonly news: News;
  readonly arrivals: Arrivals;
  readonly won: Won;
  readonly gaps: Gaps;
}

/** What the lines have given so far. */
interface Won {
  readonly lines: Lines;
  readonly bonusesS: ReadonlyMap<Bib, number>;
  readonly points: readonly PointsSum[];
  readonly mountain: readonly PointsSum[];
}

type Told = Pick<StandingsInput, 'sheet' | 'official' | 'passages'>;

/** What changes only with the papers, or when somebody leaves the race. */
interface Field {
  readonly rules: Rules;
  /** Of everybody who has a place: gaps lie in arrays by it. */
  readonly roster: Roster;
  readonly racing: ReadonlySet<Bib>;
  readonly notDisqualified: ReadonlySet<Bib>;
  readonly young: ReadonlySet<Bib>;
  readonly contenders: readonly Contender[];
  readonly squads: readonly Squad[];
}

/** What changes only when a line is crossed, or somebody tells something. */
interface News extends Told {
  readonly field: Field;
  readonly crossings: Crossings;
  /** Who was flagged off: that is told by the places too. */
  readonly lapped: string;
}

/** As of a moment. `before` is of the same statuses: a rider who has left the race since would not be noticed. */
export function basisOf(input: StandingsInput, before: Basis | null): Basis {
  const lapped = lappedOf(input.places)
    .map(({ bib }) => bib)
    .join(' ');
  const kept = before && isSameNews(input, before.news) && lapped === before.news.lapped ? before : null;
  const news = kept?.news ?? newsOf(input, lapped, before?.news ?? null);
  const { sheet, crossings } = news;
  const { rules, roster, racing } = news.field;
  const inRace = (bib: Bib): boolean => racing.has(bib);
  if (isAgainstClock(sheet)) {
    const arrivals = timeTrialArrivals(input, rules, inRace);
    return { news, arrivals, won: wonOf(input, news, arrivals), gaps: timeTrialGaps(input, roster, arrivals) };
  }
  const arrivals = kept?.arrivals ?? roadArrivals(input, crossings, rules, inRace);
  const won = kept?.won ?? wonOf(input, news, arrivals);
  return { news, arrivals, won, gaps: roadGaps(input, roster, arrivals, rules) };
}

export const isSameBasis = (a: Basis, b: Basis): boolean =>
  isSameNews(a.news, b.news) &&
  a.news.lapped === b.news.lapped &&
  a.arrivals === b.arrivals &&
  isSameGaps(a.gaps, b.gaps);

const isSameNews = (a: Told, b: Told): boolean =>
  a.sheet === b.sheet && a.official === b.official && a.passages === b.passages;

function newsOf(input: StandingsInput, lapped: string, before: News | null): News {
  const { sheet, official, passages } = input;
  // Without a start the year of the race is that of the moment.
  const isSameField = before?.sheet === sheet && sheet.info.startMs !== null;
  const field = isSameField ? before.field : fieldOf(input);
  return { sheet, official, passages, field, crossings: crossingsOf(sheet.course, passages), lapped };
}

function fieldOf({ sheet, places, atMs }: StandingsInput): Field {
  const rules = sheet.rules ?? neutral;
  const roster = newRoster();
  for (const { bib } of places) roster.indexOf(bib);
  const young = youngRiders(sheet, atMs, rules.youngMaxAge);
  return {
    rules,
    roster,
    racing: bibsWith(places, isInRace),
    notDisqualified: bibsWith(places, ({ status }) => status !== 'disqualified'),
    young,
    contenders: contendersOf(sheet, young, roster),
    squads: squadsOf(sheet, roster),
  };
}

function wonOf(input: StandingsInput, news: News, arrivals: Arrivals): Won {
  const { sheet } = input;
  const { crossings, field } = news;
  const { rules, racing } = field;
  const lines = lineResults(input, crossings, arrivals, rules, field);
  return {
    lines,
    bonusesS: wonToday(lines.results, 'bonusS'),
    points: pointsSums('points', sheet, lines.results, racing),
    mountain: pointsSums('mountain', sheet, lines.results, racing),
  };
}

function bibsWith(places: readonly Place[], wanted: (place: Place) => boolean): ReadonlySet<Bib> {
  const bibs = new Set<Bib>();
  for (const place of places) if (wanted(place)) bibs.add(place.bib);
  return bibs;
}
