import { entries, type Item, type Items, sameItem } from './show.ts';
import { excludes, type Layer } from './zones.ts';

/** One thing to do in one layer, and why: the log of a page is made of these. `set` brings parameters or a step. */
export interface Step {
  readonly do: 'enter' | 'leave' | 'set';
  readonly layer: Layer;
  readonly item: Item;
  /** In one frame, without animation. */
  readonly cut: boolean;
  readonly why: string;
}

/** Whether a replay is why the items are others: it begins, or is over. */
export type ReplayTurn = 'begins' | 'ends' | null;

/** From what is shown to what is wanted. All that leaves comes first: it makes way for what enters. */
export function plan(shown: Items, wanted: Items, cut: boolean, turn: ReplayTurn = null): Step[] {
  const layers = [...new Set([...Object.keys(shown), ...Object.keys(wanted)])] as Layer[];
  const steps = layers.flatMap((layer) => planLayer(layer, shown, wanted, cut, turn));
  return [...steps.filter((step) => step.do === 'leave'), ...steps.filter((step) => step.do !== 'leave')];
}

function planLayer(layer: Layer, shown: Items, wanted: Items, cut: boolean, turn: ReplayTurn): Step[] {
  const [held, next] = [shown[layer], wanted[layer]];
  const step = (kind: Step['do'], item: Item, why: string): Step => ({ do: kind, layer, item, cut, why });
  if (held && next && sameItem(held, next)) return [];
  if (held && held.overlay === next?.overlay) return [step('set', next, whySet(held, next))];
  const newcomer = held && newcomerTo(layer, shown, wanted);
  const leaver = next && newcomerTo(layer, wanted, shown);
  return [
    ...(held ? [step('leave', held, whyLeave(held, newcomer, cut, turn))] : []),
    ...(next ? [step('enter', next, whyEnter(next, leaver, turn))] : []),
  ];
}

/** Who stands in `after` where he cannot beside who held the layer in `before`. */
const newcomerTo = (layer: Layer, before: Items, after: Items): Item | undefined =>
  entries(after).find(([other, item]) => excludes(other, layer) && before[other]?.overlay !== item.overlay)?.[1];

function whyEnter({ overlay }: Item, leaver: Item | undefined, turn: ReplayTurn): string {
  if (turn !== null) return `${overlay} enters ${turn === 'begins' ? 'for' : 'after'} the replay`;
  return `${overlay} is taken${leaver ? ` after ${leaver.overlay}` : ''}`;
}

function whyLeave({ overlay }: Item, newcomer: Item | undefined, cut: boolean, turn: ReplayTurn): string {
  if (turn === 'begins') return `${overlay} leaves for the replay`;
  if (newcomer) return `${overlay} makes way for ${newcomer.overlay}`;
  if (cut) return `${overlay} is cut`;
  return turn === 'ends' ? `${overlay} leaves: the replay is over` : `${overlay} is taken out`;
}

const whySet = (held: Item, next: Item): string =>
  held.step === next.step
    ? `${next.overlay} has new parameters`
    : `${next.overlay} goes from step ${held.step + 1} to step ${next.step + 1}`;
