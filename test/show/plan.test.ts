import { expect, it } from 'vitest';
import { plan } from '../../src/show/plan.ts';

const tower = { overlay: 'tower', params: { rows: 8 }, step: 0 };
const results = { overlay: 'results', params: {}, step: 0 };
const why = (...args: Parameters<typeof plan>) => plan(...args).map((step) => `${step.do}: ${step.why}`);

it('says why each graphic enters, changes and leaves', () => {
  expect(why({}, { left: tower }, false)).toEqual(['enter: tower is taken']);
  expect(why({ left: tower }, {}, false)).toEqual(['leave: tower is taken out']);
  expect(why({ left: tower }, {}, true)).toEqual(['leave: tower is cut']);
  expect(why({ left: tower }, { left: { ...tower, params: { rows: 4 } } }, false)).toEqual([
    'set: tower has new parameters',
  ]);
  expect(why({ left: tower }, { left: { ...tower, step: 1 } }, false)).toEqual([
    'set: tower goes from step 1 to step 2',
  ]);
});

it('hands a busy layer over: the holder leaves first', () => {
  expect(why({ left: tower }, { left: results }, false)).toEqual([
    'leave: tower makes way for results',
    'enter: results is taken after tower',
  ]);
});

it('hands over zones that exclude each other: all that is in the way leaves first, and why is said', () => {
  const ticker = { overlay: 'ticker', params: {}, step: 0 };
  const poster = { overlay: 'poster', params: {}, step: 0 };
  expect(why({ left: tower, 'top-left': ticker }, { full: poster }, false)).toEqual([
    'leave: tower makes way for poster',
    'leave: ticker makes way for poster',
    'enter: poster is taken after tower',
  ]);
  expect(why({ left: tower, bottom: ticker }, { left: tower, 'bottom-right': poster }, false)).toEqual([
    'leave: ticker makes way for poster',
    'enter: poster is taken after ticker',
  ]);
  expect(why({ bottom: ticker }, { left: tower }, false)).toEqual([
    'leave: ticker is taken out',
    'enter: tower is taken',
  ]);
});

it('sees a parameter that is new or gone', () => {
  const bare = { ...tower, params: {} };
  expect(plan({ left: bare }, { left: tower }, false)).toHaveLength(1);
  expect(plan({ left: tower }, { left: bare }, false)).toHaveLength(1);
});
