import type { CatchWord } from '../../../insight/forecast.ts';

/** What is said of what is expected, in one language. What stands in brackets here is formatted already. */
export interface ForecastWords {
  /** On everything that is one, always. */
  readonly forecast: string;
  /** Below the name of a group: when it is expected, and how far behind. */
  readonly expectedTime: string;
  readonly expectedGap: string;
  readonly chase: string;
  readonly catch: Readonly<Record<CatchWord, string>>;
  readonly because: BecauseWords;
}

/** Why a forecast is what it is. */
export interface BecauseWords {
  /** `gap` a kilometre. */
  readonly closing: (gap: string) => string;
  readonly opening: (gap: string) => string;
  readonly holding: string;
  /** "24.6 km" */
  readonly toGo: (distance: string) => string;
  readonly gap: (gap: string) => string;
  /** Per cent, whole. */
  readonly faster: (pct: number) => string;
  readonly slower: (pct: number) => string;
  readonly usual: string;
  readonly climbing: (pct: number) => string;
  readonly inFront: (riders: number) => string;
  readonly aheadOfBest: (gap: string) => string;
  readonly behindBest: (gap: string) => string;
  readonly finishers: (count: number) => string;
  readonly toWin: (count: number) => string;
  readonly behind: (gap: string) => string;
}
