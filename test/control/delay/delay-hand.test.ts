import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it } from 'vitest';
import { type DelayHand, delayHand, onDelays } from '../../../src/control/delay/delay-hand.ts';
import { delayRows } from '../../../src/control/delay/delay-rows.ts';
import { emptyReplica, type Replica } from '../../../src/host/link-replica.ts';
import type { AskOfOutput } from '../../../src/show/command.ts';
import { emptyShow } from '../../../src/show/show.ts';
import { pageState, report } from '../pages.ts';

const out = (output: string | null, lateS = 0, its = {}) => pageState({ output, report: report({ lateS }), ...its });
const of = (delays: Readonly<Record<string, number>>, ...list: Replica['pages']['list']): Replica => ({
  ...emptyReplica,
  show: { ...emptyShow, delays },
  pages: { counts: [], list },
});
const rowsOf = ({ pages, show }: Replica) =>
  delayRows(pages, show.delays).map(({ output, targetS, now }) => [output, targetS, now]);

describe('the outputs in control', () => {
  it('are those that are there and those with a delay, the one without a name first', () => {
    const monitor = out(null, 0, { monitor: true });
    const replica = of({ ott: 9, gone: 4 }, out('ott', 9), out('truck'), out('program', 0), monitor);
    expect(rowsOf(replica)).toEqual([
      ['program', 0, '0.0 s'],
      ['gone', 4, 'no page'],
      ['ott', 9, '9.0 s'],
      ['truck', 0, '0.0 s'],
    ]);
  });

  it('say how late they are on the way, and where their pages differ', () => {
    expect(rowsOf(of({ ott: 9 }, out('ott', 4.5)))).toEqual([['ott', 9, '4.5 s, on its way']]);
    expect(rowsOf(of({ ott: 9 }, out('ott', 4.5), out('ott', 9)))).toEqual([['ott', 9, '4.5 to 9.0 s, on its way']]);
    expect(rowsOf(of({ ott: 9 }, out('ott', 9, { lost: true })))).toEqual([['ott', 9, 'no page']]);
  });

  it('are as late as their address says where nobody has said anything', () => {
    expect(rowsOf(of({}, out('ott', 7.5)))).toEqual([['ott', 7.5, '7.5 s']]);
  });
});

describe('the delay in the hands of an operator', () => {
  let nowMs: number;
  let asks: AskOfOutput[];
  let answer: (done: boolean) => void;
  let hand: DelayHand;
  const replica = signal(emptyReplica);

  beforeEach(() => {
    [nowMs, asks] = [0, []];
    replica.value = of({ ott: 9 }, out('program'), out('ott', 9));
    hand = delayHand(
      replica,
      (ask) => {
        asks.push(ask);
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
      () => nowMs,
    );
  });
  const key = (intent: Parameters<typeof onDelays>[0]) => onDelays(intent, hand);

  it('is nudged by keys only while it is in sight', () => {
    expect(key({ do: 'nudge', by: 1 })).toBe(true);
    expect(key({ do: 'tap' })).toBe(true);
    expect([asks, hand.awaited.value]).toEqual([[], null]);
    key({ do: 'delay' });
    key({ do: 'nudge', by: 1 });
    expect(asks).toEqual([{ do: 'delay', output: 'program', delayS: 0.5 }]);
    expect(key({ do: 'take' })).toBe(false);
  });

  it('goes on from what was asked for, though the desk has not answered, and stops at the ends', () => {
    hand.select('ott');
    hand.nudge('ott', 1);
    hand.nudge('ott', 1);
    expect(asks.map(({ delayS }) => delayS)).toEqual([9.5, 10]);
    hand.nudge('program', -1);
    hand.set('ott', 300);
    hand.nudge('ott', 1);
    expect(asks).toHaveLength(3);
  });

  it('remembers what was done lately, and not what was refused', async () => {
    for (const [delayS, done] of [
      [4, true],
      [5, false],
      [6, true],
      [4, true],
    ] as const) {
      hand.set('ott', delayS);
      answer(done);
      await Promise.resolve();
      await Promise.resolve();
    }
    expect(hand.recent.value).toEqual([4, 6]);
  });

  it('is measured by two taps, at the event in the program monitor and in the picture', () => {
    hand.toggle();
    hand.select('ott');
    nowMs = 10_000;
    hand.tap();
    expect(hand.awaited.value).toBe('ott');
    nowMs = 22_300;
    hand.tap();
    expect(asks).toEqual([{ do: 'delay', output: 'ott', delayS: 12.5 }]);
    expect(hand.tapped.value).toBe('12.3 s between the taps: ott is to be 12.5 s late.');
    expect(hand.awaited.value).toBeNull();
  });

  it('comes to nothing where the taps are too far apart, another output is meant, or it is closed', () => {
    hand.toggle();
    hand.tap();
    nowMs += 301_000;
    hand.tap();
    expect(hand.tapped.value).toBe('Nothing came of it: the taps are more than 300 s apart.');
    hand.tap();
    hand.select('ott');
    expect(hand.awaited.value).toBeNull();
    hand.tap();
    hand.toggle();
    expect(hand.awaited.value).toBeNull();
    expect(asks).toEqual([]);
  });
});
