import { autoOutAfter, nothingLeaves, overdue } from '../../show/auto-out.ts';
import type { Manifest } from '../../show/manifest.ts';
import { emptyShow, type Show } from '../../show/show.ts';
import { nothingCounted, type PageCounts, withinSteps } from '../../show/steps.ts';
import { neverChanged } from '../../show/undo.ts';
import { foldOld } from '../tape/old-command.ts';
import type { Material, TimedCommand } from './material.ts';

/** The show of what is rendered, folded onwards as a desk does it. */
export interface ShowTrack {
  /** All that was done up to this moment, and what left by itself. */
  to(ms: number): void;
  /** The same show until something in it changes. */
  show(): Show;
  /** How many pages there are now: the steps of a graphic follow. */
  count(pages: PageCounts): void;
  /** When something is done next; Infinity when nothing is. */
  nextMs(): number;
  /** What of the tape no longer fits, one sentence each. */
  readonly leftOut: readonly string[];
}

export function createShowTrack(
  { commands, leavesBySelf }: Pick<Material, 'commands' | 'leavesBySelf'>,
  manifests: ReadonlyMap<string, Manifest>,
): ShowTrack {
  const leftOut: string[] = [];
  let kept = neverChanged(emptyShow);
  let autoOut = nothingLeaves;
  let counts: PageCounts = nothingCounted;
  let done = 0;

  const carryOut = ({ ms, command }: TimedCommand) => {
    const folded = foldOld(kept, { manifests, counts }, command);
    if (folded.command && leavesBySelf)
      autoOut = autoOutAfter(autoOut, folded.command, kept.show, folded.kept.show, ms);
    kept = folded.kept;
    leftOut.push(...folded.leftOut);
  };
  const leavesMs = () => Math.min(Number.POSITIVE_INFINITY, ...Object.values(autoOut.running).map(({ atMs }) => atMs));
  const commandMs = () => commands[done]?.ms ?? Number.POSITIVE_INFINITY;
  return {
    to(ms) {
      for (;;) {
        const [leaves, next] = [leavesMs(), commandMs()];
        if (Math.min(leaves, next) > ms) return;
        if (leaves <= next) {
          for (const overlay of overdue(autoOut, leaves)) carryOut({ ms: leaves, command: { do: 'out', overlay } });
        } else {
          carryOut(commands[done]!);
          done += 1;
        }
      }
    },
    show: () => kept.show,
    count(pages) {
      counts = pages;
      const show = withinSteps(kept.show, manifests, counts);
      if (show !== kept.show) kept = { ...kept, show };
    },
    nextMs: () => Math.min(leavesMs(), commandMs()),
    leftOut,
  };
}
