import type { Layer } from './manifest.ts';
import type { Item, Items } from './show.ts';

/** One thing to do in one layer, and why: the log of a page is made of these. */
export type Step =
  | { readonly do: 'enter'; readonly layer: Layer; readonly item: Item; readonly cut: boolean; readonly why: string }
  | { readonly do: 'leave'; readonly layer: Layer; readonly item: Item; readonly cut: boolean; readonly why: string }
  | { readonly do: 'set'; readonly layer: Layer; readonly item: Item; readonly cut: boolean; readonly why: string };

/** From what is shown to what is wanted. Leaves come before the enters of the same layer. */
export function plan(shown: Items, wanted: Items, cut: boolean): Step[] {
  const layers = [...new Set([...Object.keys(shown), ...Object.keys(wanted)])] as Layer[];
  return layers.flatMap((layer) => planLayer(layer, shown[layer], wanted[layer], cut));
}

function planLayer(layer: Layer, held: Item | undefined, next: Item | undefined, cut: boolean): Step[] {
  if (!held && next) return [{ do: 'enter', layer, item: next, cut, why: `${next.overlay} is taken` }];
  if (held && !next) return [{ do: 'leave', layer, item: held, cut, why: `${held.overlay} is taken out` }];
  if (!held || !next || same(held, next)) return [];
  if (held.overlay === next.overlay)
    return [{ do: 'set', layer, item: next, cut, why: `${next.overlay} has new parameters` }];
  return [
    { do: 'leave', layer, item: held, cut, why: `${next.overlay} takes its place in ${layer}` },
    { do: 'enter', layer, item: next, cut, why: `${next.overlay} is taken after ${held.overlay}` },
  ];
}

function same(a: Item, b: Item): boolean {
  const keys = Object.keys({ ...a.params, ...b.params });
  return a.overlay === b.overlay && a.step === b.step && keys.every((key) => a.params[key] === b.params[key]);
}
