import type { ForecastWords } from './forecast-words.ts';

export const en: ForecastWords = {
  forecast: 'Forecast',
  expectedTime: 'expected time',
  expectedGap: 'expected gap',
  chase: 'The chase',
  catch: { 'will hold': 'Will hold', open: 'Open', 'will be caught': 'Will be caught' },
  because: {
    closing: (gap) => `closing by ${gap} a km`,
    opening: (gap) => `losing ${gap} a km`,
    holding: 'the gap holds',
    toGo: (distance) => `${distance} to go`,
    gap: (gap) => `gap now ${gap}`,
    faster: (pct) => `${pct}% faster than usual on such roads`,
    slower: (pct) => `${pct}% slower than usual on such roads`,
    usual: 'as fast as usual on such roads',
    climbing: (pct) => `${pct}% of the way there is uphill`,
    inFront: (riders) => `${riders} ${riders === 1 ? 'rider' : 'riders'} in front`,
    aheadOfBest: (gap) => `${gap} ahead of the best so far`,
    behindBest: (gap) => `${gap} behind the best so far`,
    finishers: (count) => `${count} ${count === 1 ? 'finisher' : 'finishers'} to compare with`,
    toWin: (count) => `${count} still to be won`,
    behind: (gap) => `${gap} behind`,
  },
};
