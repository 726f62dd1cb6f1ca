import { excludes, type Layer, layers } from '../../show/zones.ts';

/**
 * SPX plays one graphic on each of its web layers, 1 to 5, and sends away who was there. Zones that are never held at once
 * share one, those that may be have different ones: there it is as with us who makes way for whom.
 */
const numbers = new Map<Layer, number>();
for (const layer of layers) {
  const held = [...numbers];
  const taken = [...new Set(held.map(([, number]) => number))];
  const shared = taken.find((number) => held.every(([other, its]) => its !== number || excludes(other, layer)));
  numbers.set(layer, shared ?? taken.length + 1);
}

export const spxLayer = (layer: Layer): number => numbers.get(layer) ?? 1;
