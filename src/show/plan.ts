import type { Layer } from './manifest.ts';
import { type Item, type Items, sameItem } from './show.ts';

/** One thing to do in one layer, and why: the log of a page is made of these. `set` brings parameters or a step. */
export interface Step {
  readonly do: 'enter' | 'leave' | 'set';
  readonly layer: Layer;
  readonly item: Item;
  /** In one frame, without animation. */
  readonly cut: boolean;
  readonly why: string;
}

/** From what is shown to what is wanted. Leaves come before the enters of the same layer. */
export function plan(shown: Items, wanted: Items, cut: boolean): Step[] {
  const layers = [...new Set([...Object.keys(shown), ...Object.keys(wanted)])] as Layer[];
  return layers.flatMap((layer) => planLayer(layer, shown[layer], wanted[layer], cut));
}

function planLayer(layer: Layer, held: Item | undefined, next: Item | undefined, cut: boolean): Step[] {
  const step = (kind: Step['do'], item: Item, why: string): Step => ({ do: kind, layer, item, cut, why });
  if (!held) return next ? [step('enter', next, `${next.overlay} is taken`)] : [];
  if (!next) return [step('leave', held, `${held.overlay} is ${cut ? 'cut' : 'taken out'}`)];
  if (sameItem(held, next)) return [];
  if (held.overlay === next.overlay) return [step('set', next, whySet(held, next))];
  return [
    step('leave', held, `${held.overlay} makes way for ${next.overlay}`),
    step('enter', next, `${next.overlay} is taken after ${held.overlay}`),
  ];
}

const whySet = (held: Item, next: Item): string =>
  held.step === next.step
    ? `${next.overlay} has new parameters`
    : `${next.overlay} goes from step ${held.step + 1} to step ${next.step + 1}`;
