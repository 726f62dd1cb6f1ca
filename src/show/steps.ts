import type { Manifest, Params } from './manifest.ts';
import { type Items, mapItems, type Show } from './show.ts';

/** What a graphic may page through: how many there are of each, null while nobody knows. */
export interface StepCounts {
  readonly riders: number | null;
}

export const nothingCounted: StepCounts = { riders: null };

/** How many steps a graphic has with these parameters, at least 1; where the count is not known, the most it may have. */
export function stepsOf({ steps }: Manifest, params: Params, counts: StepCounts): number {
  if (typeof steps === 'number') return steps;
  const [count, each] = [counts[steps.per], params[steps.param]];
  if (count === null || typeof each !== 'number' || !(each > 0)) return steps.most;
  return Math.max(1, Math.min(steps.most, Math.ceil(count / each)));
}

/** The show with no graphic beyond its last step: the field shrinks, pages grow. The same show where none is. */
export function withinSteps(show: Show, manifests: ReadonlyMap<string, Manifest>, counts: StepCounts): Show {
  const within = (items: Items) =>
    mapItems(items, (item) => {
      const manifest = manifests.get(item.overlay);
      const last = manifest ? stepsOf(manifest, item.params, counts) - 1 : item.step;
      return item.step > last ? { ...item, step: last } : item;
    });
  const [program, preview] = [within(show.program), within(show.preview)];
  return program === show.program && preview === show.preview ? show : { ...show, program, preview };
}
