import { briefOf, changeWords } from '../../show/change-words.ts';
import type { Command } from '../../show/command.ts';
import type { Manifest, Param, Params, ParamValue } from '../../show/manifest.ts';
import { plan } from '../../show/plan.ts';
import { hiddenOf } from '../../show/replay.ts';
import { type Items, itemOf, mapItems, type Show } from '../../show/show.ts';
import type { Undoable } from '../../show/undo.ts';
import type { Deed } from './log.ts';

type Manifests = ReadonlyMap<string, Manifest>;

/**
 * What a command has done to the show, in the titles of its graphics, and who makes way for whom; of undo and redo, which
 * change they are about.
 */
export function showDeed(command: Command, was: Undoable, is: Undoable, manifests: Manifests): Deed {
  const [before, after] = [was.show, is.show];
  const isCue = command.do === 'cue' || command.do === 'uncue';
  const [from, to] = isCue ? [before.preview, after.preview] : [before.program, after.program];
  const isTake = command.do === 'take' || command.do === 'take-direct' || command.do === 'cue';
  return {
    kind: isCue ? 'cue' : 'air',
    what: whatOf(command, before, after, manifests),
    why: isTake ? madeWay(titled(from, manifests), titled(to, manifests)) : aboutOf(command, was, manifests),
  };
}

/** What a rule has done: the steps of a graphic became fewer than it stood on. Null where it did nothing on air. */
export function ruleDeed(before: Show, after: Show, manifests: Manifests): Deed | null {
  const back = Object.values(after.program).filter(
    ({ overlay, step }) => step < (itemOf(before.program, overlay)?.step ?? 0),
  );
  const what = back.map(({ overlay, step }) => `${titleOf(overlay, manifests)} goes back to step ${step + 1}`);
  return what.length === 0 ? null : { kind: 'air', what: what.join(', '), why: 'it has no more steps' };
}

function whatOf(command: Command, before: Show, after: Show, manifests: Manifests): string {
  const titles = (items: Items) => Object.values(items).map(({ overlay }) => titleOf(overlay, manifests));
  const all = (items: Items) => titles(items).join(', ') || 'nothing';
  const hidden = (show: Show) =>
    hiddenOf(show, manifests.values())
      .map((overlay) => titleOf(overlay, manifests))
      .join(', ') || 'nothing';
  switch (command.do) {
    case 'cue':
      return `cues ${titleOf(command.overlay, manifests)}`;
    case 'uncue':
      return `uncues ${titleOf(command.overlay, manifests)}`;
    case 'take':
      return `takes ${all(before.preview)}`;
    case 'take-direct':
      return `takes ${titleOf(command.overlay, manifests)}`;
    case 'set':
      return `sets ${titleOf(command.overlay, manifests)}: ${paramsSaid(command.params, manifests.get(command.overlay))}`;
    case 'next':
    case 'previous':
      return `${titleOf(command.overlay, manifests)}: step ${(itemOf(after.program, command.overlay)?.step ?? 0) + 1} of ${command.steps}`;
    case 'hold':
      return `holds ${titleOf(command.overlay, manifests)}`;
    case 'loss':
      return lossSaid(command, manifests);
    case 'out':
      return `takes out ${titleOf(command.overlay, manifests)}`;
    case 'clear':
      return `all out: ${all(before.program)}`;
    case 'panic':
      return `panic: ${all(before.program)} cut, kept clean`;
    case 'release':
      return 'releases the panic';
    case 'freeze':
      return 'freezes the data';
    case 'thaw':
      return 'lets the data go on';
    case 'replay':
      return `begins a replay, and hides ${hidden(after)}`;
    case 'live':
      return `ends the replay, and shows ${hidden(before)} again`;
    case 'delay':
      return `delays output ${command.output}: ${command.delayS} s`;
    case 'update':
      return `updates ${titles(before.preview)
        .filter((title) => titles(before.program).includes(title))
        .join(', ')}`;
    case 'claim':
    case 'claim-over':
      return `takes the ${command.layer} over${before.owners[command.layer] === undefined ? '' : ` from ${before.owners[command.layer]}`}: nobody else changes it`;
    case 'free':
      return `gives the ${command.layer} back to all`;
    case 'undo':
    case 'redo':
      return `${command.do}: ${all(after.program)} on air`;
  }
}

/** "lets Gaps leave after 120 s without news" */
function lossSaid({ overlay, outS }: Extract<Command, { do: 'loss' }>, manifests: Manifests): string {
  const title = titleOf(overlay, manifests);
  if (outS === undefined) return `lets ${title} leave without news as it does by itself`;
  return outS === null ? `keeps ${title} without news` : `lets ${title} leave after ${outS} s without news`;
}

/** "of take, Gaps" */
function aboutOf(command: Command, { done, undone }: Undoable, manifests: Manifests): string | null {
  const about = command.do === 'undo' ? briefOf(done) : command.do === 'redo' ? briefOf(undone) : null;
  return about && `of ${changeWords(about, (overlay) => titleOf(overlay, manifests))}`;
}

const titleOf = (overlay: string, manifests: Manifests): string => manifests.get(overlay)?.title ?? overlay;

const titled = (items: Items, manifests: Manifests): Items =>
  mapItems(items, (item) => ({ ...item, overlay: titleOf(item.overlay, manifests) }));

/** What a page will say when it carries it out. */
function madeWay(from: Items, to: Items): string | null {
  const leaves = plan(from, to, false).filter((step) => step.do === 'leave');
  return leaves.length === 0 ? null : leaves.map(({ why }) => why).join(', ');
}

export const paramsSaid = (params: Params, manifest: Manifest | undefined): string =>
  Object.entries(params)
    .map(([name, value]) => paramOf(value, name, manifest?.params[name]))
    .join(', ');

function paramOf(value: ParamValue, name: string, param: Param | undefined): string {
  const label = (param?.label ?? name).toLowerCase();
  if (param?.type === 'choice') return `${label} ${param.choices[String(value)] ?? value}`;
  if (typeof value === 'boolean') return `${label} ${value ? 'on' : 'off'}`;
  return param?.type === 'text' ? `${label} "${value}"` : `${label} ${value}`;
}
