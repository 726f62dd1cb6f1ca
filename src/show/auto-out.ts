import type { Command } from './command.ts';
import { type Item, itemOf, type Show, sameItem } from './show.ts';

/** Graphics may leave by themselves after so many seconds. */
export const OUT_S = { least: 1, most: 3600 } as const;

/** Which graphics leave by themselves, by their overlay. */
export interface AutoOut {
  /** What is cued leaves so many seconds after it will be taken. */
  readonly cued: Readonly<Record<string, number>>;
  /** What is on air, the one that was taken last at the end. */
  readonly running: Readonly<Record<string, Deadline>>;
}

export interface Deadline {
  readonly outS: number;
  /** On the clock that the commands were told on, in milliseconds. */
  readonly atMs: number;
}

export const nothingLeaves: AutoOut = { cued: {}, running: {} };

/**
 * After a command that was done at `atMs`. A take begins the time anew where it changes anything; new values of what is
 * on air do not. What undo or redo brings back stays until it is taken out: it was wanted there. The same when nothing
 * changes.
 */
export function autoOutAfter(held: AutoOut, command: Command, before: Show, after: Show, atMs: number): AutoOut {
  const cued = new Map(Object.entries(held.cued));
  const running = new Map(Object.entries(held.running));
  const taken = (item: Item, outS: number | undefined) => {
    const was = itemOf(before.program, item.overlay);
    const is = itemOf(after.program, item.overlay);
    if (!is || (was && sameItem(was, is))) return;
    running.delete(item.overlay);
    if (outS !== undefined) running.set(item.overlay, { outS, atMs: atMs + outS * 1000 });
  };
  if (command.do === 'cue') {
    cued.delete(command.overlay);
    if (command.outS !== undefined) cued.set(command.overlay, command.outS);
  }
  if (command.do === 'take') for (const item of Object.values(before.preview)) taken(item, held.cued[item.overlay]);
  if (command.do === 'take-direct') taken({ ...command, step: 0 }, command.outS);
  if (command.do === 'hold') running.delete(command.overlay);
  for (const overlay of cued.keys()) if (!itemOf(after.preview, overlay)) cued.delete(overlay);
  for (const overlay of running.keys()) if (!itemOf(after.program, overlay)) running.delete(overlay);
  const next: AutoOut = { cued: Object.fromEntries(cued), running: Object.fromEntries(running) };
  return JSON.stringify(next) === JSON.stringify(held) ? held : next;
}

/** The same on another clock, which is `byMs` ahead. */
export const deadlinesShifted = ({ cued, running }: AutoOut, byMs: number): AutoOut => ({
  cued,
  running: Object.fromEntries(
    Object.entries(running).map(([overlay, { outS, atMs }]) => [overlay, { outS, atMs: atMs + byMs }]),
  ),
});

/** The graphics whose time is over, the first one first. */
export const overdue = ({ running }: AutoOut, nowMs: number): readonly string[] =>
  Object.entries(running)
    .filter(([, { atMs }]) => atMs <= nowMs)
    .sort(([, a], [, b]) => a.atMs - b.atMs)
    .map(([overlay]) => overlay);
