import { expect, it } from 'vitest';
import { plan } from '../../src/show/plan.ts';

const tower = { overlay: 'tower', params: { rows: 8 }, step: 0 };
const results = { overlay: 'results', params: {}, step: 0 };
const why = (...args: Parameters<typeof plan>) => plan(...args).map((step) => `${step.do}: ${step.why}`);

it('says why each graphic enters, changes and leaves', () => {
  expect(why({}, { flash: tower }, false)).toEqual(['enter: tower is taken']);
  expect(why({ flash: tower }, {}, false)).toEqual(['leave: tower is taken out']);
  expect(why({ flash: tower }, {}, true)).toEqual(['leave: tower is cut']);
  expect(why({ flash: tower }, { flash: { ...tower, params: { rows: 4 } } }, false)).toEqual([
    'set: tower has new parameters',
  ]);
  expect(why({ flash: tower }, { flash: { ...tower, step: 1 } }, false)).toEqual([
    'set: tower goes from step 1 to step 2',
  ]);
});

it('hands a busy layer over: the holder leaves first', () => {
  expect(why({ flash: tower }, { flash: results }, false)).toEqual([
    'leave: tower makes way for results',
    'enter: results is taken after tower',
  ]);
});

it('hands over zones that exclude each other: all that is in the way leaves first, and why is said', () => {
  const ticker = { overlay: 'ticker', params: {}, step: 0 };
  const poster = { overlay: 'poster', params: {}, step: 0 };
  expect(why({ flash: tower, stack: ticker }, { sheet: poster }, false)).toEqual([
    'leave: tower makes way for poster',
    'leave: ticker makes way for poster',
    'enter: poster is taken after tower',
  ]);
  expect(why({ flash: tower, strip: ticker }, { flash: tower, card: poster }, false)).toEqual([
    'leave: ticker makes way for poster',
    'enter: poster is taken after ticker',
  ]);
  expect(why({ strip: ticker }, { flash: tower }, false)).toEqual([
    'leave: ticker is taken out',
    'enter: tower is taken',
  ]);
});

it('sees a parameter that is new or gone', () => {
  const bare = { ...tower, params: {} };
  expect(plan({ flash: bare }, { flash: tower }, false)).toHaveLength(1);
  expect(plan({ flash: tower }, { flash: bare }, false)).toHaveLength(1);
});

it('says of a replay that it is why: who leaves for it, and who enters after it', () => {
  const tag = { overlay: 'tag', params: {}, step: 0 };
  expect(why({ flash: tower }, { tag }, false, 'begins')).toEqual([
    'leave: tower leaves for the replay',
    'enter: tag enters for the replay',
  ]);
  expect(why({ tag }, { flash: tower }, false, 'ends')).toEqual([
    'leave: tag leaves: the replay is over',
    'enter: tower enters after the replay',
  ]);
  expect(why({ tag }, {}, true, 'ends')).toEqual(['leave: tag is cut']);
  expect(why({ sheet: tower }, { tag }, false, 'begins')[0]).toBe('leave: tower leaves for the replay');
});
