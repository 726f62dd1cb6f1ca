import { OUT_S } from './auto-out.ts';
import {
  type AskOfAll,
  type AskOfLayer,
  asksOfAll,
  asksOfLayer,
  asksOfOne,
  asksWithParams,
  type Command,
} from './command.ts';
import { wrongDelay } from './delay.ts';
import { isLossS, LOSS_S } from './loss.ts';
import { type Manifest, type Params, type ParamValue, withDefaults } from './manifest.ts';
import { othersLayers } from './owners.ts';
import { wrongParam } from './param.ts';
import { isTag } from './replay.ts';
import { shortly } from './shortly.ts';
import { itemOf, type Show } from './show.ts';
import { mostSteps, type PageCounts, stepsOf } from './steps.ts';
import { type Layer, layers } from './zones.ts';

/** What an ask is judged by. */
export interface AskSituation {
  readonly manifests: ReadonlyMap<string, Manifest>;
  readonly show: Show;
  readonly counts: PageCounts;
  /** Who asks; left out where layers are nobody's. */
  readonly author?: string;
}

/** The complete command, or one sentence on why there is none. */
export type Completed = { readonly ok: true; readonly value: Command } | { readonly ok: false; readonly error: string };

/**
 * The door of the show: what anybody asks, which may be anything, becomes a command that fits the manifests. Layer and
 * steps are looked up, a field that says them is not read. What makes the picture clean is never refused for what
 * stands beside it.
 */
export function complete(input: unknown, situation: AskSituation): Completed {
  const ask = recordIn(input);
  if (!ask) return no('This is no command: send {"do": "take"}, or {"do": "cue", "overlay": …, "params": {…}}.');
  const ofAll = asksOfAll.find((known) => known === ask.do);
  if (ofAll) return completeOfAll(ofAll, ask.overlay, situation);
  const ofLayer = asksOfLayer.find((known) => known === ask.do);
  if (ofLayer) return completeOfLayer(ofLayer, ask.layer, situation);
  if (ask.do === 'delay') return completeOfOutput(ask.output, ask.delayS, situation.show);
  const withParams = asksWithParams.find((known) => known === ask.do);
  const ofOne = asksOfOne.find((known) => known === ask.do);
  if (ask.do === undefined) return no(`Say what to do: one of ${everyAsk.join(', ')}.`);
  if (!withParams && !ofOne && ask.do !== 'loss')
    return no(`There is no command ${shortly(ask.do)}; there are ${everyAsk.join(', ')}.`);
  const manifest = typeof ask.overlay === 'string' ? situation.manifests.get(ask.overlay) : undefined;
  if (!manifest) return no(whichOverlay(ask.overlay, situation.manifests));
  if (isTag(manifest)) return no(`${manifest.id} comes and goes with a replay: ask "replay", then "live".`);
  if (ask.do === 'loss') return completeLoss(manifest, ask);
  const params = recordIn(ask.params ?? {});
  if (!params) return no(`The parameters of ${manifest.id} are no list of names and values.`);
  if (ofOne) return completeOfOne(ofOne, manifest, params, situation);
  const checked = checkedParams(manifest, params);
  if (typeof checked === 'string') return no(checked);
  if (withParams === 'take-direct' && situation.show.latched) return no(CLEAN);
  if (withParams !== 'set' && !isOutS(ask.outS)) return no(wrongOutS(ask.outS));
  return completeWithParams(withParams!, manifest, checked, ask.outS);
}

const everyAsk: readonly string[] = [...asksWithParams, ...asksOfOne, 'loss', ...asksOfLayer, ...asksOfAll, 'delay'];

/** Said to whoever wants something on air after a panic. */
const CLEAN = 'The picture is kept clean after a panic: release it first.';

function completeOfAll(ask: AskOfAll, overlay: unknown, { show, author }: AskSituation): Completed {
  if (ask === 'take' && overlay !== undefined)
    return no('"take" puts on air all that is cued and names no overlay; "take-direct" is for one.');
  const brings = ask === 'take' || ask === 'undo' || ask === 'redo' || ask === 'replay';
  if (brings && show.latched) return no(CLEAN);
  if (ask !== 'take' && ask !== 'update') return yes({ do: ask });
  const but = author === undefined ? [] : othersLayers(show.owners, author);
  return yes({ do: ask, ...(but.length > 0 && { but }) });
}

function completeOfLayer(ask: AskOfLayer, given: unknown, { show, author = '' }: AskSituation): Completed {
  const layer = layers.find((known) => known === given);
  if (!layer) return no(`${shortly(given)} is no layer; there are ${layers.join(', ')}.`);
  const owner = show.owners[layer];
  if (ask !== 'claim-over' && owner !== undefined && owner !== author) return no(ownedBy(owner, layer));
  return yes({ do: ask, layer, owner: author });
}

/** Said to whoever would change what is somebody else's. */
export const ownedBy = (owner: string, layer: Layer): string =>
  `The ${layer} is ${owner}'s: ask for it, or have the engineer take it over.`;

function completeOfOutput(output: unknown, delayS: unknown, { delays }: Show): Completed {
  const wrong = wrongDelay(delays, output, delayS, shortly);
  return wrong === null ? yes({ do: 'delay', output: String(output), delayS: Number(delayS) }) : no(wrong);
}

function completeOfOne(
  ask: (typeof asksOfOne)[number],
  manifest: Manifest,
  params: object,
  { show, counts }: AskSituation,
): Completed {
  const { id: overlay } = manifest;
  if (Object.keys(params).length > 0) return no(`"${ask}" takes no parameters; "set" changes those of ${overlay}.`);
  if (ask !== 'next' && ask !== 'previous') return yes({ do: ask, overlay });
  const held = itemOf(show.program, overlay)?.params ?? {};
  return yes({ do: ask, overlay, steps: stepsOf(manifest, held, counts) ?? mostSteps(manifest) });
}

function completeWithParams(
  ask: (typeof asksWithParams)[number],
  manifest: Manifest,
  params: Params,
  outS: unknown,
): Completed {
  const { id: overlay, layer } = manifest;
  if (ask === 'set') return yes({ do: ask, overlay, params });
  const leaves = typeof outS === 'number' ? { outS } : {};
  return yes({ do: ask, overlay, layer, params: withDefaults(manifest, params), ...leaves });
}

function completeLoss({ id: overlay }: Manifest, { outS }: Readonly<Record<string, unknown>>): Completed {
  if (outS === undefined) return yes({ do: 'loss', overlay });
  if (outS === null || isLossS(outS)) return yes({ do: 'loss', overlay, outS });
  return no(
    `${shortly(outS)} is no time to stay without news: "outS" is a whole number of seconds from ${LOSS_S.least} to ${LOSS_S.most}, never, or left out.`,
  );
}

const isOutS = (given: unknown): boolean =>
  given === undefined ||
  (typeof given === 'number' && Number.isInteger(given) && given >= OUT_S.least && given <= OUT_S.most);
const wrongOutS = (given: unknown): string =>
  `${shortly(given)} is no time to leave after: "outS" is a whole number of seconds from ${OUT_S.least} to ${OUT_S.most}.`;

function checkedParams(manifest: Manifest, given: object): Params | string {
  const entries = Object.entries(given);
  for (const [name, value] of entries) {
    const wrong = wrongParam(manifest, name, value);
    if (wrong) return wrong;
  }
  return Object.fromEntries(entries) as Record<string, ParamValue>;
}

function whichOverlay(given: unknown, manifests: ReadonlyMap<string, Manifest>): string {
  const known = takeable(manifests).join(', ');
  if (given === undefined || given === '') return `Say which overlay: one of ${known}.`;
  return `There is no overlay ${shortly(given)}; there are ${known}.`;
}

const takeable = (manifests: ReadonlyMap<string, Manifest>): readonly string[] =>
  [...manifests.values()].filter((one) => !isTag(one)).map(({ id }) => id);

const recordIn = (input: unknown): Readonly<Record<string, unknown>> | null =>
  typeof input === 'object' && input !== null && !Array.isArray(input) ? { ...input } : null;

const yes = (value: Command): Completed => ({ ok: true, value });
const no = (error: string): Completed => ({ ok: false, error });
