import type { Manifest } from '../../show/manifest.ts';
import { wishedOf } from '../../show/replay.ts';
import { itemOf, type Show, sameItem } from '../../show/show.ts';
import { keyOfItem } from './on-pages.ts';

/** Who brought on air what is there, by its overlay; the tag of a replay is his who began that. */
export type Takers = Readonly<Record<string, string>>;

/** After a command of `author`: what is new on air, or has other values there, is his. */
export function takersAfter(
  takers: Takers,
  before: Show,
  after: Show,
  author: string,
  manifests: readonly Manifest[] = [],
): Takers {
  if (before.program === after.program && before.replay === after.replay) return takers;
  const was = wishedOf(before, manifests);
  return Object.fromEntries(
    Object.values(wishedOf(after, manifests)).map((item) => {
      const its = itemOf(was, item.overlay);
      return [item.overlay, its && sameItem(its, item) ? (takers[item.overlay] ?? '') : author];
    }),
  );
}

/** So many graphics with their values are remembered with who took them. */
const MOST_KNOWN = 500;

/** Who took what a page draws, though the show has gone on since: a page may be minutes late. */
export interface TakerBook {
  note(show: Show, takers: Takers): void;
  /** By its key, else of whatever that graphic shows now; "" where that is not known. */
  takerOf(key: string, overlay: string): string;
}

export function createTakerBook(manifests: readonly Manifest[]): TakerBook {
  const known = new Map<string, string>();
  let newest: Takers = {};
  return {
    note(show, takers) {
      newest = takers;
      for (const item of Object.values(wishedOf(show, manifests))) {
        const key = keyOfItem(item);
        known.delete(key);
        known.set(key, takers[item.overlay] ?? '');
      }
      for (const key of known.keys()) {
        if (known.size <= MOST_KNOWN) break;
        known.delete(key);
      }
    },
    takerOf: (key, overlay) => known.get(key) ?? newest[overlay] ?? '',
  };
}
