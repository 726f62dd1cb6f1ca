import { describe, expect, it } from 'vitest';
import {
  afterConfirm,
  afterDismiss,
  afterTold,
  type Confirmable,
  type Hold,
  nothingHeld,
} from '../../../src/race/confirm/hold.ts';
import type { ClassificationEvent, IncidentEvent, LineResultEvent, Ripeness } from '../../../src/race/event.ts';

const result = (order: string, atMs: number, state: Ripeness = 'unofficial'): LineResultEvent => ({
  kind: 'line-result',
  atMs,
  mark: 'finish',
  state,
  rows: [...order].map((bib, i) => ({ bib, behindS: i })),
});
const general = (order: string, atMs: number, state: Ripeness = 'unofficial'): ClassificationEvent => ({
  kind: 'classification',
  of: 'general',
  atMs,
  state,
  rows: [...order].map((bib, i) => ({ bib, value: i })),
});
const crash = (atMs: number, cause: IncidentEvent['cause'] = 'crash'): IncidentEvent => ({
  kind: 'incident',
  atMs,
  bib: '7',
  cause,
});
const yes = (id: string) => ({ do: 'confirm', id }) as const;
const no = (id: string) => ({ do: 'dismiss', id }) as const;

/** What goes on to the engine of each, in words, and what waits in the end. */
function day(...told: readonly (Confirmable | ReturnType<typeof yes> | ReturnType<typeof no>)[]) {
  let hold: Hold = nothingHeld;
  const passed = told.map((one) => {
    if ('kind' in one) {
      const after = afterTold(hold, one);
      hold = after.hold;
      return said(after.tells);
    }
    if (one.do === 'dismiss') {
      hold = afterDismiss(hold, { kind: 'dismiss', id: one.id, first: [] });
      return '-';
    }
    const after = afterConfirm(hold, { kind: 'confirm', id: one.id, first: [] });
    hold = after.hold;
    return said(after.tells);
  });
  return { passed, waiting: [...hold.waiting].map(([id, event]) => `${id}: ${said(event)}`) };
}

function said(event: unknown): string {
  const told = event as Confirmable | null;
  if (!told) return '-';
  if (told.kind === 'incident') return `${told.cause}${told.waits ? ' waits' : ''}`;
  return told.rows.map(({ bib }) => bib).join('');
}

describe('what a feed tells and is not official', () => {
  it('waits until a hand says yes, each under its own id', () => {
    expect(day(result('12', 1), general('34', 2), yes('result finish'))).toEqual({
      passed: ['-', '-', '12'],
      waiting: ['classification general: 34'],
    });
  });

  it('is replaced by its newest telling, and not by an older one that comes late', () => {
    expect(day(result('12', 1), result('213', 3), result('31', 2), yes('result finish')).passed).toEqual([
      '-',
      '-',
      '-',
      '213',
    ]);
  });

  it('is told to wait once more by nobody: a word on what does not wait changes nothing', () => {
    expect(day(yes('result finish'), result('12', 1)).waiting).toEqual(['result finish: 12']);
  });
});

describe('what was confirmed', () => {
  it('goes on by itself as long as it grows and ripens', () => {
    const told = day(result('12', 1), yes('result finish'), result('123', 2), result('1234', 3, 'provisional'));
    expect(told).toEqual({ passed: ['-', '12', '123', '1234'], waiting: [] });
  });

  it('stands while another order, another time or fewer riders wait', () => {
    const slower = {
      ...result('12', 2),
      rows: [
        { bib: '1', behindS: 0 },
        { bib: '2', behindS: 4 },
      ],
    };
    for (const other of [result('21', 2), slower, result('1', 2)]) {
      const told = day(result('12', 1), yes('result finish'), other);
      expect(told.passed).toEqual(['-', '12', '-']);
      expect(told.waiting).toHaveLength(1);
    }
  });

  it('is what counts next, once what contradicted it is confirmed', () => {
    const id = 'classification general';
    const told = day(general('12', 1), yes(id), general('21', 2), yes(id), general('213', 3), general('12', 4));
    expect(told.passed).toEqual(['-', '12', '-', '21', '213', '-']);
    expect(told.waiting).toEqual([`${id}: 12`]);
  });

  it('clears what contradicted it when the feed goes back to it', () => {
    expect(day(result('12', 1), yes('result finish'), result('21', 2), result('12', 3)).waiting).toEqual([]);
  });

  it('is not taken back by a word that is older or less ripe', () => {
    const told = day(
      result('12', 5, 'provisional'),
      yes('result finish'),
      result('21', 6),
      result('21', 4, 'provisional'),
    );
    expect(told).toEqual({ passed: ['-', '12', '-', '-'], waiting: [] });
  });

  it('of nobody is the beginning of nothing', () => {
    expect(day(result('', 1), yes('result finish'), result('12', 2)).waiting).toEqual(['result finish: 12']);
  });
});

describe('what is official', () => {
  it('passes at once and clears what waits under its id', () => {
    expect(day(result('12', 1), general('12', 1), result('21', 2, 'official'))).toEqual({
      passed: ['-', '-', '21'],
      waiting: ['classification general: 12'],
    });
  });

  it('is not asked about again by what is less ripe', () => {
    expect(day(result('21', 2, 'official'), result('12', 3)).waiting).toEqual([]);
  });
});

describe('what the producer says no to', () => {
  it('is dropped until something else is told', () => {
    const told = day(result('12', 1), no('result finish'), result('12', 2), yes('result finish'), result('13', 3));
    expect(told).toEqual({ passed: ['-', '-', '-', '-', '-'], waiting: ['result finish: 13'] });
  });

  it('waits again when it comes back after something else, or riper', () => {
    expect(day(result('12', 1), no('result finish'), result('13', 2), result('12', 3)).waiting).toHaveLength(1);
    expect(day(result('12', 1), no('result finish'), result('12', 2, 'provisional')).waiting).toHaveLength(1);
  });

  it('leaves what was confirmed before', () => {
    const told = day(result('12', 1), yes('result finish'), result('21', 2), no('result finish'), result('123', 3));
    expect(told).toEqual({ passed: ['-', '12', '-', '-', '123'], waiting: [] });
  });
});

describe('an incident', () => {
  it('is noted at once and waits, whatever its cause; told again it is the same one', () => {
    expect(day(crash(1), crash(1), yes('incident 7'), crash(1), crash(9, 'puncture'))).toEqual({
      passed: ['crash waits', '-', '-', '-', 'puncture waits'],
      waiting: ['incident 7: puncture'],
    });
  });
});

it('the same day told again comes to the same', () => {
  const told = [result('12', 1), yes('result finish'), result('21', 2), crash(3), no('incident 7'), general('1', 4)];
  expect(day(...told)).toEqual(day(...told));
  expect(day(...told).waiting).toEqual(['result finish: 21', 'classification general: 1']);
});
