import type { PageState } from '../../src/wire/crew/half.ts';
import type { Report } from '../../src/wire/crew/report.ts';

export const report = (its: Partial<Report> = {}): Report => ({
  lives: [],
  faults: [],
  renderer: 'webgl',
  gpuLost: 0,
  droppedFrames: 0,
  missing: [],
  ...its,
});

/** A program page in OBS, well and drawing nothing. */
export const pageState = (its: Partial<PageState> = {}): PageState => ({
  page: 'p1',
  role: 'program',
  monitor: false,
  output: null,
  address: '10.0.0.7',
  sinceMs: 0,
  lost: false,
  report: report(),
  ...its,
});
