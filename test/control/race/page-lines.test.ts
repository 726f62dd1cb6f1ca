import { describe, expect, it } from 'vitest';
import { pageLines } from '../../../src/control/race/page-lines.ts';
import type { PageCount, PageState } from '../../../src/wire/crew/half.ts';
import { pageState, report } from '../pages.ts';

const count = (its: Partial<PageCount>): PageCount => ({ role: 'program', monitor: false, count: 1, lost: 0, ...its });
const time = (atMs: number) => `[${atMs}]`;
const lines = (list: readonly PageState[], counts: readonly PageCount[] = [], isWished = true) =>
  pageLines({ list, counts }, { isWished, time }).map(({ level, label, words }) => `${level}: ${label}: ${words}`);
const monitor = pageState({ page: 'm', monitor: true });
const noAir = "warning: Pages: no page on air beside control's own monitors";

describe('the pages', () => {
  it('that are control’s own monitors are on no air, and counted apart', () => {
    const counts = [count({ monitor: true }), count({ role: 'control', count: 2 })];
    expect(lines([monitor, pageState({ role: 'control', report: null })], counts)).toEqual([
      noAir,
      'idle: Beside them: monitor of program 1 · control page 2',
    ]);
    expect(lines([monitor, pageState()])).toEqual(['good: Program page: webgl']);
    expect(lines([pageState({ role: 'preview' })])[0]).toBe(noAir);
    expect(lines([pageState({ role: 'buttons', report: null })])).toEqual([noAir]);
    expect(lines([pageState({ role: 'overlay gap-ticker' })])).toEqual(['good: Overlay gap-ticker page: webgl']);
  });

  it('that are outputs say their name and how late they are', () => {
    const late = pageState({ output: 'ott', report: report({ lateS: 9 }) });
    expect(lines([late, pageState({ output: 'program', report: report({ lateS: 0 }) })])).toEqual([
      'good: Program page ott: webgl · 9.0 s late',
      'good: Program page: webgl',
    ]);
  });

  it('that are missing are nothing to look at while nothing is wanted on air', () => {
    expect(lines([monitor], [], false)).toEqual([noAir.replace('warning', 'idle')]);
  });

  it('that are lost say since when, and leave the air empty', () => {
    expect(lines([pageState({ lost: true, sinceMs: 27 })])).toEqual([
      noAir,
      'bad: Program page: lost since [27], was at 10.0.0.7',
    ]);
  });

  it('that were on no air take nothing from it when they are lost', () => {
    for (const page of [
      { ...monitor, lost: true },
      pageState({ role: 'control', lost: true, report: null }),
      pageState({ role: 'buttons', lost: true, report: null }),
    ])
      expect(lines([pageState(), page]).slice(1)).toEqual([expect.stringMatching(/^idle: .*lost since/)]);
  });

  it('say what is amiss: the GPU, what they lack, what failed, and how many frames they dropped', () => {
    const faults = [{ overlay: 'gap-ticker', message: 'no digits', remedy: 'take it again', count: 2 }];
    const ill = report({ gpuLost: 1, droppedFrames: 12, missing: ['the font is not there'], faults });
    expect(lines([pageState({ report: ill })])).toEqual([
      'warning: Program page: webgl · GPU lost once · 12 frames dropped in two minutes · lacks: the font is not there · gap-ticker failed: no digits; take it again',
    ]);
    expect(lines([pageState({ report: report({ droppedFrames: 1 }) })])).toEqual([
      'good: Program page: webgl · 1 frame dropped in two minutes',
    ]);
    expect(lines([pageState(), { ...monitor, report: ill }])[1]).toMatch(/^warning: Monitor of program: webgl · GPU/);
  });

  it('that say nothing are not called well', () => {
    expect(lines([pageState({ report: null })])).toEqual(['idle: Program page: has not said what it draws']);
  });

  it('of which the same is to be said are one line', () => {
    const three = ['a', 'b', 'c'].map((page) => pageState({ page }));
    expect(lines(three)).toEqual(['good: Program page: webgl (3 of them)']);
  });
});
