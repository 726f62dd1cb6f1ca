import type { RundownItem } from './rundown.ts';
import { type Items, itemOf, sameItem } from './show.ts';

/** Whether the graphic of an item stands there with the values of the item. */
export function holds(items: Items, { overlay, params }: Pick<RundownItem, 'overlay' | 'params'>): boolean {
  const placed = itemOf(items, overlay);
  return placed !== null && sameItem(placed, { overlay, params, step: placed.step });
}

/** What puts an item on air or in the preview. */
export const placing = ({ overlay, params, outS }: Pick<RundownItem, 'overlay' | 'params' | 'outS'>) => ({
  overlay,
  params,
  ...(outS !== null && { outS }),
});
