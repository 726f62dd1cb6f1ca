import { expect, it } from 'vitest';
import { type Reported, reportOf } from '../../src/host/report.ts';
import type { OverlayLife } from '../../src/stage/layers.ts';
import { parseReport } from '../../src/wire/parse-asked.ts';

const page = (over: Partial<Reported['stage']> = {}): Reported => ({
  stage: { lives: () => [], faults: new Map(), ...over },
  picture: { renderer: 'webgl', counts: { renders: 4, drawCalls: 4, uploads: 0, contextLosses: 1, copies: 0 } },
  droppedFrames: 7,
  missing: ['A font did not come.'],
});

it('says what the page shows, what went wrong and what it lacks', () => {
  const item = { params: { groups: 3 }, step: 1 };
  const lives = [
    { overlay: 'gap-ticker', layer: 'flash', life: 'waiting', why: 'no group on the road', item },
  ] as const;
  const drawn: OverlayLife[] = lives.map((life) => ({ ...life, item: { overlay: life.overlay, ...item } }));
  const fault = { overlay: 'position-tower', message: 'x is undefined', remedy: 'Take it out and in.', count: 2 };
  expect(reportOf(page({ lives: () => drawn, faults: new Map([['x', fault]]) }))).toEqual({
    lives,
    faults: [fault],
    renderer: 'webgl',
    gpuLost: 1,
    droppedFrames: 7,
    missing: ['A font did not come.'],
  });
});

it('is read by the desk, however much went wrong', () => {
  const faults = new Map(
    Array.from({ length: 100 }, (_, i) => {
      const overlay = 'o'.repeat(200);
      return [`${i}`, { overlay, message: `${i} ${'m'.repeat(9000)}`, remedy: 'r'.repeat(9000), count: i }] as const;
    }),
  );
  const lives = Array.from({ length: 100 }, () => {
    const item = { overlay: 'o'.repeat(200), params: {}, step: 0 };
    return { overlay: 'o'.repeat(200), item, layer: 'flash', life: 'failed', why: 'w'.repeat(900) } as const;
  });
  const report = reportOf({ ...page({ lives: () => lives, faults }), missing: Array(100).fill('s'.repeat(900)) });
  expect(parseReport(report)).toEqual({ ok: true, value: report });
  expect(report.faults.at(-1)!.message).toMatch(/^99 m/);
});

it('is refused by the desk where it is none, in a sentence', () => {
  const report = reportOf(page());
  for (const junk of [null, 'on', { ...report, lives: Array(41).fill({}) }, { ...report, droppedFrames: -1 }])
    expect(parseReport(junk)).toEqual({ ok: false, error: expect.stringMatching(/^This is no report that .+\.$/) });
});
