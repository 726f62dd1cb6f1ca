import type { Delays } from './delay.ts';
import type { Loss } from './loss.ts';
import type { Params } from './manifest.ts';
import type { Layer } from './zones.ts';

/** What should be on air, and what is cued. The operator's wish, not the pixels' progress. */
export interface Show {
  readonly program: Items;
  readonly preview: Items;
  /**
   * The newest change of `program` was a panic: it is made in one frame, and what is still leaving goes at once. Stays
   * until the program changes again, so that a page which misses a moment does not animate a panic.
   */
  readonly cut: boolean;
  /** A panic has not been released: nothing may be taken. */
  readonly latched: boolean;
  /** The data stand still: graphics come and go, and say what was known when the data were frozen. */
  readonly frozen: boolean;
  /** The picture is a replay: its tag is on air, and what says how the race stands now is hidden, see `drawnOf`. */
  readonly replay: boolean;
  readonly owners: Owners;
  /** When graphics leave for want of news, where a hand has said it. */
  readonly loss: Loss;
  /** How late each output is: undo, all out and a panic leave it. */
  readonly delays: Delays;
}

/** Whose a layer is: nobody else changes what is on air or cued there. A layer that is nobody's is everybody's. */
export type Owners = Readonly<Partial<Record<Layer, string>>>;

export type Items = Readonly<Partial<Record<Layer, Item>>>;

/** One graphic in one layer. */
export interface Item {
  readonly overlay: string;
  readonly params: Params;
  /** From 0. */
  readonly step: number;
}

export const emptyShow: Show = {
  program: {},
  preview: {},
  cut: false,
  latched: false,
  frozen: false,
  replay: false,
  owners: {},
  loss: {},
  delays: {},
};

export const entries = (items: Items): [Layer, Item][] => Object.entries(items) as [Layer, Item][];

/** The overlay where it stands, or null. */
export const itemOf = (items: Items, overlay: string): Item | null =>
  Object.values(items).find((item) => item.overlay === overlay) ?? null;

/** The items with each changed, or the same items where none is. */
export function mapItems(items: Items, change: (item: Item) => Item): Items {
  const after = Object.fromEntries(entries(items).map(([layer, item]) => [layer, change(item)]));
  return sameItems(items, after) ? items : after;
}

export function sameItem(a: Item, b: Item): boolean {
  const names = Object.keys({ ...a.params, ...b.params });
  return a.overlay === b.overlay && a.step === b.step && names.every((name) => a.params[name] === b.params[name]);
}

export function sameItems(a: Items, b: Items): boolean {
  const held = entries(a);
  return (
    held.length === Object.keys(b).length &&
    held.every(([layer, item]) => {
      const other = b[layer];
      return other !== undefined && sameItem(item, other);
    })
  );
}
