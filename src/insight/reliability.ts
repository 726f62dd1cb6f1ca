import { type Coverage, coverageOf, isMadeAt } from './coverage.ts';
import { mean } from './mean.ts';
import type { Outcome } from './outcome.ts';
import type { EndedEpisode } from './score-catch.ts';
import type { FinishError } from './score-finish.ts';

/** Whether what was said so surely came so often: to be drawn. Shares from 0 to 1; NaN where nothing was scored. */
export interface Reliability {
  /** By how many kilometres ahead the place was. */
  readonly bands: readonly { readonly km: number; readonly arrivals: Coverage; readonly gaps: Coverage }[];
  readonly catches: readonly CatchBin[];
  /** By kilometres to go, from far to near. */
  readonly finish: readonly FinishError[];
}

/** Chances from `from` up to `to`: what they said on average, and how many of them came true. */
export interface CatchBin {
  readonly from: number;
  readonly to: number;
  readonly expected: number;
  readonly came: number;
  /** Chances, of so many episodes: those of one episode are right or wrong together. */
  readonly n: number;
  readonly episodes: number;
}

const AHEAD_KM = [5, 10, 20, 40] as const;
const EDGES = [0, 0.1, 0.4, 0.8, 1] as const;

export function reliabilityOf(
  outcomes: readonly Outcome[],
  ended: readonly EndedEpisode[],
  finish: readonly FinishError[],
): Reliability {
  return {
    bands: AHEAD_KM.map((km) => {
      const made = outcomes.filter((one) => isMadeAt(one, km));
      const of = (sort: Outcome['kind']) => coverageOf(made.filter(({ kind }) => kind === sort));
      return { km, arrivals: of('arrival'), gaps: of('gap') };
    }),
    catches: EDGES.slice(1).map((to, i) => binOf(ended, EDGES[i]!, to)),
    finish,
  };
}

/** A certainty is in the last one. */
function binOf(ended: readonly EndedEpisode[], from: number, to: number): CatchBin {
  const episodes = ended.flatMap(({ samples, isCaught }) => {
    const within = samples.filter(({ probability: p }) => p >= from && (p < to || to === 1));
    return within.length > 0 ? [within.map(({ probability }) => ({ probability, isCaught }))] : [];
  });
  const all = episodes.flat();
  return {
    from,
    to,
    expected: mean(all, ({ probability }) => probability),
    came: mean(all, ({ isCaught }) => Number(isCaught)),
    n: all.length,
    episodes: episodes.length,
  };
}
