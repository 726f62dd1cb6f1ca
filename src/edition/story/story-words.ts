import type { Story, StoryFact } from '../../insight/story.ts';
import { lookOf } from '../../race/jersey-look.ts';
import type { Race } from '../../race/race.ts';
import type { Edition, Language } from '../edition.ts';
import { formatDistanceToGo, formatLength, formatRoadMark, formatSpeed, formatTime } from '../format.ts';
import { columnNames } from '../names.ts';
import { wordsOf } from '../words/words.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { StoryLanguage, StorySentence, StoryTold } from './language.ts';
import { nl } from './nl.ts';

const languages: Readonly<Record<Language, StoryLanguage>> = { en, es, fr, it, nl };

/** A story as it is read: a title of 30 characters, a sentence of about 90, and the facts that it rests on. */
export interface StoryWords extends StorySentence {
  readonly why: string;
}

const LONGEST = 90;
/** More names than that nobody reads. */
const MOST_NAMED = 3;

export function storyWords(story: Story, race: Race, edition: Edition): StoryWords {
  const language = languages[edition.language];
  const told = toldOf(story, race, edition);
  const all = whoOf(story, race, language).map((who) => language.tell[story.kind]({ ...told, ...who }));
  const sentence = all.find(({ text }) => text.length <= LONGEST) ?? all.at(-1)!;
  return { ...sentence, why: whyOf(story, edition) };
}

/** Who it is about, from long to short: with initials, without, the first alone, how many they are. */
function whoOf(
  { kind, bibs, facts }: Story,
  { sheet }: Race,
  language: StoryLanguage,
): Pick<StoryTold, 'who' | 'many'>[] {
  const names = bibs.map((bib) => {
    const rider = sheet.riders.get(bib);
    return rider ? columnNames(rider) : [bib];
  });
  const many = bibs.length !== 1;
  const long = names.map(([name]) => name!);
  const short = names.map(([name, family]) => family ?? name!);
  const all = [[long, MOST_NAMED] as const, [short, MOST_NAMED] as const, [short, 1] as const];
  const named = bibs.length === 0 ? [] : all.map(([list, most]) => joined(list, most, language));
  // Of a piece of the peloton only those are named who matter: it is counted anyway.
  const counted = kind === 'split' || !many ? [] : [language.riders(Math.max(bibs.length, facts.riders ?? 0))];
  return [...named, ...counted, ...(kind === 'split' || named.length + counted.length === 0 ? [''] : [])].map(
    (who) => ({ who, many }),
  );
}

function joined(names: readonly string[], most: number, { and, others }: StoryLanguage): string {
  // One left over has a name as well.
  const named = names.length <= Math.max(most, 1) ? names : names.slice(0, Math.max(1, most - 1));
  const rest = names.length - named.length;
  const all = rest > 0 ? [...named, others(rest)] : named;
  return all.length === 1 ? all[0]! : and(all.slice(0, -1).join(', '), all.at(-1)!);
}

type Figures = Omit<StoryTold, 'who' | 'many'>;

function toldOf(
  { kind, facts, atM, mark, jersey, team, expects, isEstimated }: Story,
  race: Race,
  edition: Edition,
): Figures {
  const { course, teams } = race.sheet;
  const words = wordsOf(edition.language);
  const about = isEstimated ? '~' : '';
  const isEndKnown = course.ridden?.isEndKnown !== false;
  const toGo = formatDistanceToGo(course.lengthM - atM, edition);
  return {
    riders: languages[edition.language].riders(facts.riders ?? 0),
    count: facts.riders ?? 0,
    together: facts.together ?? null,
    gap: `${about}${formatTime(facts.gap ?? 0, edition)}`,
    time: `${about}${formatTime(facts.time ?? 0, edition)}`,
    hours: Math.floor((facts.time ?? 0) / 3600),
    km:
      facts.km === undefined
        ? null
        : kind === 'last hour'
          ? about + formatLength(facts.km * 1000, edition)
          : wholeLength(facts.km, edition),
    toGo: isEndKnown && atM < course.lengthM ? `${toGo.figure} ${toGo.unit}` : null,
    speed: speedOf(facts.speed ?? 0, edition),
    places: facts.places ?? 0,
    rank: words.ordinal(facts.rank ?? 0),
    points: facts.points ?? null,
    mark: course.climbs.find(({ id }) => id === mark)?.name ?? '',
    jersey: jersey && words.jerseyName[lookOf(race.sheet, jersey)],
    team: teams.find(({ code }) => code === team)?.name ?? team ?? '',
    record: facts.record === undefined ? null : about + formatTime(Math.abs(facts.record), edition),
    isRecord: (facts.record ?? 0) < 0,
    isToBeCaught: expects === 'will be caught',
  };
}

const wholeLength = (km: number, edition: Edition): string =>
  `${formatRoadMark(km * 1000, edition)} ${edition.units === 'imperial' ? 'mi' : 'km'}`;

function speedOf(kph: number, edition: Edition): string {
  const { figure, unit } = formatSpeed(kph, edition);
  return `${figure} ${unit}`;
}

/** "km 133.7 · riders 3 · gap 15" · seen for 1'02"" */
function whyOf(story: Story, edition: Edition): string {
  const { facts: names } = languages[edition.language];
  const about = story.isEstimated ? '~' : '';
  const isByPoints = story.facts.points !== undefined;
  const written: Readonly<Record<StoryFact, (value: number) => string>> = {
    riders: String,
    together: String,
    gap: (value) => (isByPoints ? String(value) : about + formatTime(value, edition)),
    time: (value) => about + formatTime(value, edition),
    bracket: (value) => formatTime(value, edition),
    record: (value) => `${value < 0 ? '-' : '+'}${about}${formatTime(Math.abs(value), edition)}`,
    km: (value) => formatLength(value * 1000, edition),
    speed: (value) => speedOf(value, edition),
    places: String,
    rank: String,
    points: String,
  };
  const facts = (Object.keys(written) as StoryFact[]).flatMap((fact) => {
    const value = story.facts[fact];
    return value === undefined ? [] : [`${names[fact]} ${written[fact](value)}`];
  });
  const seen = `${names.seen} ${formatTime((story.offeredMs - story.atMs) / 1000, edition)}`;
  return [formatLength(story.atM, edition), ...facts, seen].join(' · ');
}
