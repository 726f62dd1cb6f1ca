import { describe, expect, it } from 'vitest';
import { afterDismiss, afterTold, type Confirmable, nothingHeld } from '../../../src/race/confirm/hold.ts';
import { waitingIn, whyUnmeant } from '../../../src/race/confirm/waiting.ts';
import { waitingText } from '../../../src/race/confirm/waiting-words.ts';
import type { StageRow } from '../../../src/race/standings/tables.ts';
import { noStandings } from '../../../src/race/standings/tables.ts';
import { place, race, START_MS } from '../../support/race.ts';

const holding = (...events: readonly Confirmable[]) =>
  events.reduce((hold, event) => afterTold(hold, event).hold, nothingHeld);
const row = (bib: string, rank: number, state: StageRow['state'] = 'unofficial'): StageRow => {
  return { bib, rank, gapS: 0, origin: 'gps', state };
};
/** These have finished, in this order, ten minutes in. */
const finished = (stage: readonly StageRow[], confirmed: readonly string[] = []) =>
  race({
    confirmed,
    places: stage.map(({ bib }) => place(bib, { finish: { value: 0, atMs: START_MS + 600_000, origin: 'gps' } })),
    standings: { ...noStandings, stage },
  });
const texts = (hold: Parameters<typeof waitingIn>[0], its: ReturnType<typeof race>) =>
  waitingIn(hold, its).map((one) => waitingText(one, its));

describe('our own result of the stage', () => {
  it('waits as soon as somebody has finished, with its first three', () => {
    expect(texts(nothingHeld, finished([row('2', 1, 'live')]))).toEqual([]);
    expect(texts(nothingHeld, finished([row('2', 1)]))).toEqual(['Result of the stage: 1 FAMILY2 (unofficial)']);
    const four = finished([row('2', 1), row('4', 2), row('1', 3), row('3', 4)]);
    expect(texts(nothingHeld, four)).toEqual(['Result of the stage: 1 FAMILY2, 2 FAMILY4, 3 FAMILY1 (unofficial)']);
  });

  it('waits no more once the finish is confirmed, or all of it is official', () => {
    expect(texts(nothingHeld, finished([row('2', 1)], ['finish']))).toEqual([]);
    expect(texts(nothingHeld, finished([row('2', 1, 'official')]))).toEqual([]);
    const rest = finished([row('2', 1, 'official'), row('4', 2)], ['sprint']);
    expect(texts(nothingHeld, rest)).toEqual(['Result of the stage: 2 FAMILY4 (unofficial)']);
  });

  it('stays away after a no until somebody else is among its first', () => {
    const two = finished([row('2', 1), row('4', 2)]);
    const no = afterDismiss(nothingHeld, { kind: 'dismiss', id: 'result finish', first: ['2', '4'] });
    expect(texts(no, two)).toEqual([]);
    expect(texts(no, finished([row('4', 1), row('2', 2)]))).toHaveLength(1);
  });

  it('makes way for what the timekeepers tell of the same line', () => {
    const told = holding({ kind: 'line-result', atMs: 5, mark: 'finish', state: 'provisional', rows: [] });
    expect(texts(told, finished([row('2', 1)]))).toEqual(['Result of the stage: nobody (provisional)']);
  });
});

it('what feeds tell is listed newest first, in words', () => {
  const told = holding(
    { kind: 'line-result', atMs: 1, mark: 'sprint', state: 'unofficial', rows: [{ bib: '3', behindS: null }] },
    { kind: 'classification', atMs: 3, of: 'mountain', state: 'provisional', rows: [{ bib: '1', value: 9 }] },
    { kind: 'incident', atMs: 2, bib: '4', cause: 'puncture' },
  );
  expect(texts(told, race())).toEqual([
    'Mountain classification: 1 FAMILY1 (provisional)',
    'Puncture: 4 FAMILY4',
    'Result at Valbrun: 1 FAMILY3 (unofficial)',
  ]);
});

it('a word means what its hand has seen', () => {
  const [waits] = waitingIn(nothingHeld, finished([row('2', 1)]));
  const word = (first: readonly string[], id = 'result finish') => ({ kind: 'confirm', id, first }) as const;
  expect(whyUnmeant(word(['2']), [waits!])).toBeNull();
  expect(whyUnmeant(word(['4']), [waits!])).toMatch(/look at it again/);
  expect(whyUnmeant(word(['2'], 'classification general'), [waits!])).toMatch(/waits no more: another hand/);
  expect(whyUnmeant({ kind: 'camera', group: null }, [])).toBeNull();
});
