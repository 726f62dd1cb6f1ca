import type { Layer, Params } from './manifest.ts';

/** What should be on air, and what is cued. The operator's wish, not the pixels' progress. */
export interface Show {
  readonly program: Items;
  readonly preview: Items;
  /** The newest change is to be made without animation, in one frame. */
  readonly cut: boolean;
}

export type Items = Readonly<Partial<Record<Layer, Item>>>;

/** One graphic in one layer. */
export interface Item {
  readonly overlay: string;
  readonly params: Params;
  /** From 0. */
  readonly step: number;
}

export const emptyShow: Show = { program: {}, preview: {}, cut: false };

/** The layer that an overlay holds, or null. */
export function layerOf(items: Items, overlay: string): Layer | null {
  const found = Object.entries(items).find(([, item]) => item.overlay === overlay);
  return found ? (found[0] as Layer) : null;
}
