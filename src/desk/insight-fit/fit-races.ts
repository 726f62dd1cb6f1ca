import { type FittedPast, fitPast } from '../../insight/fit/fit-past.ts';
import type { Lesson } from '../../insight/fit/lesson.ts';
import { newLessonBook } from '../../insight/fit/lesson-book.ts';
import { type PastRaces, recordedPast } from '../../insight/past.ts';
import type { Scorecard } from '../../insight/score.ts';
import { fail, ok, type Result } from '../../wire/result.ts';
import { play } from '../scorecard/play.ts';

type Played = Parameters<typeof play>[0] & { readonly title: string };

/** A race that can be played again and again. */
export interface OpenRace {
  readonly file: string;
  open(): Result<Played>;
}

export interface FitOfRaces {
  readonly fitted: FittedPast;
  readonly races: readonly FittedRace[];
  /** A sentence for each file that was left out. */
  readonly leftOut: readonly string[];
}

export interface FittedRace {
  readonly file: string;
  readonly title: string;
  /** Ridden by the head of the race, and seen. */
  readonly km: number;
  /** By the desk's own past, and by what all the others have taught; null where there are none. */
  readonly own: Scorecard;
  readonly without: Scorecard | null;
}

interface Heard extends FittedRace {
  readonly lesson: Lesson;
}

/**
 * Fits the past to races. Where there are two or more, each is played again by a fit without it: so it is scored, and so
 * the errors that are usual are measured. `say` is told what is done.
 */
export function fitRaces(all: readonly OpenRace[], say: (line: string) => void): Result<FitOfRaces> {
  const leftOut: string[] = [];
  const played = all.flatMap(({ file, open }): (Heard & Pick<OpenRace, 'open'>)[] => {
    say(`${file} is played.`);
    const race = hear(open, recordedPast);
    if (!race.ok) leftOut.push(`${file}: ${race.error}`);
    return race.ok ? [{ file, open, ...race.value, own: race.value.card, without: null }] : [];
  });
  const heard = played.filter((race) => {
    const longer = longestOf(race, played);
    if (longer !== race) leftOut.push(`${race.file}: it is of the same race as ${longer.file}; it was left out.`);
    return longer === race;
  });
  if (heard.length === 0) return fail(`There is no race to fit to. ${leftOut.join(' ')}`);
  const again = heard.length === 1 ? heard : heard.map((race) => heardWithout(race, heard, say));
  const races = again.map(({ file, title, km, own, without }) => ({ file, title, km, own, without }));
  return ok({ fitted: fitPast(again.map(({ lesson }) => lesson)), races, leftOut });
}

/** Of one race the tape that has most of it: twice told it would be scored by itself. */
const longestOf = <Race extends Heard>(race: Race, all: readonly Race[]): Race =>
  all
    .filter(({ lesson }) => lesson.race === race.lesson.race)
    .reduce((longest, one) => (one.km > longest.km ? one : longest));

function heardWithout<Race extends Heard & Pick<OpenRace, 'open'>>(
  race: Race,
  all: readonly Race[],
  say: (line: string) => void,
): Race {
  say(`${race.file} is played by what the others have taught.`);
  const others = all.filter((one) => one !== race).map(({ lesson }) => lesson);
  const played = hear(race.open, fitPast(others).past);
  return played.ok ? { ...race, lesson: played.value.lesson, without: played.value.card } : race;
}

function hear(open: OpenRace['open'], past: PastRaces) {
  const opened = open();
  if (!opened.ok) return opened;
  const book = newLessonBook();
  const { card } = play(opened.value, past, book);
  const lesson = book.lesson();
  const headM = lesson?.ridden.reduce((sum, { by, m }) => (by === 'head' ? sum + m : sum), 0) ?? 0;
  if (!lesson || headM === 0) return fail('nobody rides a road there that is known; it was left out.');
  return ok({ title: opened.value.title, km: headM / 1000, lesson, card });
}
