import type { Item } from '../../show/show.ts';
import type { ReportedLife } from '../../wire/crew/report.ts';
import { type AirPage, isSeen } from '../register/air-page.ts';

/** One graphic with its values, over all pages that draw it so. */
export interface OnPages {
  readonly item: Item;
  /** How many pages that are here draw it; 0 where only lost ones did. */
  readonly on: number;
  /** Names of the outputs that they are. */
  readonly outputs: readonly string[];
}

/** A graphic with other values is another one. */
export const keyOfItem = ({ overlay, params, step }: Item): string =>
  JSON.stringify([overlay, step, Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** What a life says of its values; they are told once, and asked often. */
const told = new WeakMap<ReportedLife, { readonly key: string; readonly item: Item } | null>();

export function valuesSaid(life: ReportedLife): { readonly key: string; readonly item: Item } | null {
  const known = told.get(life);
  if (known !== undefined) return known;
  const item = life.item ? { overlay: life.overlay, ...life.item } : null;
  const its = item && { key: keyOfItem(item), item };
  told.set(life, its);
  return its;
}

/** By their keys. `wished` is what a page must mean that says no values. */
export function onPages(pages: readonly AirPage[], wished: (overlay: string) => Item): ReadonlyMap<string, OnPages> {
  const all = new Map<string, OnPages>();
  for (const { lives, lostAtMs, output } of pages) {
    const its = new Map<string, Item>();
    for (const life of lives.filter((one) => isSeen(one.life))) {
      const item = valuesSaid(life)?.item ?? wished(life.overlay);
      its.set(valuesSaid(life)?.key ?? keyOfItem(item), item);
    }
    const one = lostAtMs === null ? 1 : 0;
    for (const [key, item] of its) {
      const { on = 0, outputs = [] } = all.get(key) ?? {};
      const isNew = one > 0 && output !== null && !outputs.includes(output);
      all.set(key, { item, on: on + one, outputs: isNew ? [...outputs, output] : outputs });
    }
  }
  return all;
}
