import type { Race } from '../race/race.ts';
import type { Bib } from '../race/units.ts';
import type { Catch, CatchWord } from './forecast.ts';
import type { Insight } from './insight.ts';
import type { PastRaces } from './past.ts';
import { chapatteChance } from './predict/chances.ts';

export interface CatchFigures {
  /** Mean squared error of the chances, and of what always says how often it came true, and of Chapatte's rule. */
  readonly brier: number;
  readonly climatology: number;
  readonly chapatte: number;
  /** Chances that were scored, of so many episodes: a group in front, until it was caught or came in. */
  readonly n: number;
  readonly episodes: number;
  /** Episodes in which it was said how they end, and of those how many ended so, every time that it was said. */
  readonly called: number;
  readonly right: number;
  /** Fewer than ten episodes prove nothing. */
  readonly isEnough: boolean;
}

/** All that was said of one that is over. */
export interface EndedEpisode {
  readonly samples: readonly { readonly probability: number }[];
  readonly isCaught: boolean;
}

interface Sample {
  readonly probability: number;
  readonly chapatte: number;
  readonly word: CatchWord | null;
}

interface Episode {
  readonly hunter: string;
  /** Who rode in front when it was last looked at. */
  bibs: readonly Bib[];
  readonly samples: Sample[];
  nextMs: number;
  isCaught: boolean | null;
}

const EVERY_MS = 60_000;
const LEAST_EPISODES = 10;

export function catchTally({ catch: { caughtShare } }: PastRaces) {
  const episodes = new Map<string, Episode>();

  const sample = (race: Race, one: Catch): void => {
    const hunted = race.groups.find(({ id }) => id === one.previous);
    const episode = episodes.get(one.id) ?? newEpisode(one.group);
    if (
      !hunted ||
      !race.groups.some(({ id }) => id === one.group) ||
      one.silent ||
      race.atMs < episode.nextMs ||
      episode.isCaught !== null
    )
      return;
    episodes.set(one.id, episode);
    episode.bibs = hunted.bibs;
    episode.nextMs = race.atMs + EVERY_MS;
    const { probability, word } = one;
    episode.samples.push({ probability, chapatte: chapatteOf(race, one), word });
  };
  const endedOnes = () => [...episodes.values()].filter((one): one is Episode & EndedEpisode => one.isCaught !== null);
  return {
    see(race: Race, { forecasts }: Insight): void {
      for (const episode of episodes.values()) episode.isCaught ??= outcomeOf(race, episode);
      for (const one of forecasts) if (one.kind === 'catch') sample(race, one);
    },
    figures(): CatchFigures {
      const ended = endedOnes();
      const called = ended.filter(({ samples }) => samples.some(({ word }) => word !== 'open'));
      const brier = (of: (one: Sample) => number) => {
        const errors = ended.flatMap(({ samples, isCaught }) =>
          samples.map((one) => (of(one) - Number(isCaught)) ** 2),
        );
        return errors.length > 0 ? errors.reduce((sum, one) => sum + one, 0) / errors.length : Number.NaN;
      };
      return {
        brier: brier(({ probability }) => probability),
        climatology: brier(() => caughtShare),
        chapatte: brier(({ chapatte }) => chapatte),
        n: ended.reduce((sum, { samples }) => sum + samples.length, 0),
        episodes: ended.length,
        called: called.length,
        right: called.filter(isRight).length,
        isEnough: ended.length >= LEAST_EPISODES,
      };
    },
    ended: (): readonly EndedEpisode[] => endedOnes(),
  };
}

function chapatteOf({ groups, sheet }: Race, { group, previous }: Catch): number {
  const hunter = groups.find(({ id }) => id === group)!;
  const gap = groups[0]!.id === previous ? hunter.gap : hunter.gapToPrevious;
  return chapatteChance(gap!.value, (sheet.course.lengthM - hunter.frontM) / 1000);
}

const newEpisode = (hunter: string): Episode => ({
  hunter,
  bibs: [],
  samples: [],
  nextMs: Number.NEGATIVE_INFINITY,
  isCaught: null,
});

const isRight = ({ samples, isCaught }: Episode): boolean =>
  samples.every(({ word }) => word === 'open' || word === (isCaught ? 'will be caught' : 'will hold'));

/** Caught once half of them are with those behind, or behind those; held once half are in before that. */
function outcomeOf({ groups, places }: Race, { hunter, bibs }: Episode): boolean | null {
  const at = groups.findIndex(({ id }) => id === hunter);
  const own = new Set(bibs);
  let [caught, held] = [0, 0];
  for (const { bib, finish, group } of places) {
    if (!own.has(bib)) continue;
    const ownAt = groups.findIndex(({ id }) => id === group);
    if (finish) held += 1;
    else if (at >= 0 && ownAt >= at) caught += 1;
  }
  if (caught * 2 >= bibs.length) return true;
  return held * 2 >= bibs.length ? false : null;
}
