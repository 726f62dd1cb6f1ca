import type { Report, ReportedLife } from '../../src/wire/crew/report.ts';

/** A page on which all is well. */
export const report = (over: Partial<Report> = {}): Report => ({
  lives: [],
  faults: [],
  renderer: 'canvas',
  gpuLost: 0,
  droppedFrames: 0,
  missing: [],
  ...over,
});

/** A page that says this of one graphic. */
export const saying = (overlay: string, life: ReportedLife['life'], why: string | null = null): Report =>
  report({ lives: [{ overlay, layer: 'flash', life, why }] });
