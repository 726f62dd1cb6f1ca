import type { Command } from '../../show/command.ts';
import { type AskSituation, complete } from '../../show/complete.ts';
import { fittingParams } from '../../show/param.ts';
import { foldUndoable, type Undoable } from '../../show/undo.ts';
import { recordOf } from '../feeds/json.ts';

/**
 * Folds a command of a tape, which may be older than the manifests: what no longer fits is left out, a parameter alone
 * where that is enough, and each time said in a sentence.
 */
export function foldOld(
  kept: Undoable,
  judged: Omit<AskSituation, 'show'>,
  command: unknown,
): { kept: Undoable; command: Command | null; leftOut: readonly string[] } {
  const situation: AskSituation = { ...judged, show: kept.show };
  const { ask, faults } = withFittingParams(situation, command);
  const completed = complete(ask, situation);
  if (!completed.ok)
    return {
      kept,
      command: null,
      leftOut: [`A command on the tape no longer fits and was left out: ${completed.error}`],
    };
  // How many steps there were is on the tape; how many there may be, the manifest says.
  const done = withRecordedSteps(completed.value, command);
  return {
    kept: foldUndoable(kept, done, judged),
    command: done,
    leftOut: faults.map((fault) => `A parameter on the tape no longer fits and was left out: ${fault}`),
  };
}

function withFittingParams({ manifests }: AskSituation, command: unknown) {
  const ask = recordOf(command);
  const given = recordOf(ask?.params);
  const manifest = typeof ask?.overlay === 'string' ? manifests.get(ask.overlay) : undefined;
  if (!manifest || !given) return { ask: command, faults: [] };
  const { params, faults } = fittingParams(manifest, given);
  return { ask: { ...ask, params }, faults };
}

function withRecordedSteps<T extends object>(completed: T, command: unknown): T {
  const steps = recordOf(command)?.steps;
  if (!('steps' in completed) || typeof completed.steps !== 'number' || typeof steps !== 'number') return completed;
  return { ...completed, steps: Math.max(1, Math.min(completed.steps, steps)) };
}
