import type { Manifest } from '../../show/manifest.ts';
import { wishedOf } from '../../show/replay.ts';
import { itemOf, type Show, sameItem } from '../../show/show.ts';

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
