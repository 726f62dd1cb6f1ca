import type { Command } from './command.ts';
import type { AirChange } from './undo.ts';

/** A command, and the graphic that it was about; null where it was about all. */
export interface ChangeBrief {
  readonly do: Command['do'];
  readonly overlay: string | null;
}

/** Null where there is no such change. */
export const briefOf = (change: AirChange | null): ChangeBrief | null =>
  change && { do: change.by.do, overlay: 'overlay' in change.by ? change.by.overlay : null };

const words: Readonly<Record<ChangeBrief['do'], string>> = {
  cue: 'cue',
  'take-direct': 'take',
  set: 'new values',
  uncue: 'uncue',
  next: 'next step',
  previous: 'step back',
  out: 'out',
  hold: 'hold',
  claim: 'claim',
  'claim-over': 'take over',
  free: 'free',
  loss: 'out without news',
  take: 'take',
  update: 'update',
  clear: 'all out',
  panic: 'panic',
  release: 'release',
  freeze: 'freeze',
  thaw: 'data go on',
  replay: 'replay',
  live: 'back to live',
  undo: 'undo',
  redo: 'redo',
  delay: 'delay',
};

/** "all out", "take, Gaps": what undo would take back, or redo bring again; by the titles of graphics. */
export function changeWords(change: ChangeBrief, titleOf: (overlay: string) => string): string {
  return change.overlay === null ? words[change.do] : `${words[change.do]}, ${titleOf(change.overlay)}`;
}
