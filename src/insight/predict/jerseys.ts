import type { Race } from '../../race/race.ts';
import { type JerseyKind, jerseyKinds } from '../../race/sheet.ts';
import { wonToday } from '../../race/standings/lines.ts';
import type { Bib } from '../../race/units.ts';
import type { Fact, JerseyHope } from '../forecast.ts';
import { bestDay } from './best-day.ts';
import { canStillWinPoints } from './points.ts';
import { canStillWinTime } from './time-left.ts';

export interface JerseyInput {
  readonly race: Race;
}

const MOST_CONTENDERS = 5;
/** It stands for so long, if nothing is changed, and is looked at anew each minute. */
const STANDS_MS = 600_000;
const ANEW_MS = 60_000;

/**
 * Of each classification the five best: who leads it as things stand, what the others lack to draw level, and whether they
 * can still come first today. Nothing of points where the race has not said its rules.
 */
export function jerseyHopes({ race }: JerseyInput): JerseyHope[] {
  const best = bestDay(race);
  return jerseyKinds.flatMap((jersey) =>
    jersey === 'general' || jersey === 'young' ? hopesByTime(jersey, race, best) : hopesByPoints(jersey, race, best),
  );
}

/** The same for who looks again and again: once a minute, and the same objects where nothing is changed. */
export function newJerseyHopes(): (input: JerseyInput) => readonly JerseyHope[] {
  let [lookedMs, said]: [number, readonly JerseyHope[]] = [Number.NEGATIVE_INFINITY, []];
  return ({ race }) => {
    if (race.atMs - lookedMs < ANEW_MS) return said;
    lookedMs = race.atMs;
    const before = new Map(said.map((one) => [one.id, one]));
    said = jerseyHopes({ race }).map((one) => {
      const old = before.get(one.id);
      return old && old.untilMs - race.atMs > ANEW_MS && isSameHope(old, one) ? old : one;
    });
    return said;
  };
}

const isSameHope = (a: JerseyHope, b: JerseyHope): boolean =>
  a.wears === b.wears &&
  a.needs === b.needs &&
  a.canStillWin === b.canStillWin &&
  a.because.every(({ value }, i) => value === b.because[i]!.value);

type BestDay = ReturnType<typeof bestDay>;

function hopesByTime(jersey: 'general' | 'young', race: Race, best: BestDay): JerseyHope[] {
  const { lines } = race.standings;
  const bonusesS = wonToday(lines, 'bonusS');
  return race.standings[jersey].slice(0, MOST_CONTENDERS).map(({ bib, rank, behindS }) => {
    const leftS = (wonToday(best(bib), 'bonusS').get(bib) ?? 0) - (bonusesS.get(bib) ?? 0);
    const because: Fact[] = [
      { of: 'behind', value: behindS },
      { of: 'to win', value: leftS },
    ];
    const canStillWin = canStillWinTime(jersey, bib, race, leftS);
    return { ...made(jersey, bib, race), wears: rank === 1, needs: behindS, canStillWin, because };
  });
}

function hopesByPoints(jersey: 'points' | 'mountain', race: Race, best: BestDay): JerseyHope[] {
  if (!race.sheet.rules) return [];
  const [first, ...others] = race.standings[jersey].slice(0, MOST_CONTENDERS);
  return (first ? [first, ...others] : []).map(({ bib, rank, points, today }) => {
    const left = (wonToday(best(bib), jersey).get(bib) ?? 0) - today;
    const canStillWin = canStillWinPoints(jersey, bib, race, best);
    const because: Fact[] = [{ of: 'to win', value: left }];
    return { ...made(jersey, bib, race), wears: rank === 1, needs: first!.points - points, canStillWin, because };
  });
}

const made = (jersey: JerseyKind, bib: Bib, { atMs }: Race) =>
  ({
    kind: 'jersey',
    id: `jersey ${jersey} ${bib}`,
    madeMs: atMs,
    untilMs: atMs + STANDS_MS,
    jersey,
    bib,
    silent: null,
  }) as const;
