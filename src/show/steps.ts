import { type Manifest, type Params, withDefaults } from './manifest.ts';
import { type Items, mapItems, type Show } from './show.ts';

/** What graphics page through: how many pages there are of each with these parameters, null while nobody knows. */
export interface PageCounts {
  riders(params: Params): number | null;
}

export const nothingCounted: PageCounts = { riders: () => null };

/** How many steps a graphic has with these parameters, at least 1; null while nobody knows. */
export function stepsOf(manifest: Manifest, params: Params, counts: PageCounts): number | null {
  const { steps } = manifest;
  return typeof steps === 'number' ? steps : counts[steps.pagesOf](withDefaults(manifest, params));
}

/** The most steps that it may have. */
export const mostSteps = ({ steps }: Manifest): number => (typeof steps === 'number' ? steps : steps.most);

/** The show with no graphic beyond its last step: the field shrinks, groups fold. The same show where none is. */
export function withinSteps(show: Show, manifests: ReadonlyMap<string, Manifest>, counts: PageCounts): Show {
  const within = (items: Items) =>
    mapItems(items, (item) => {
      const manifest = item.step > 0 && manifests.get(item.overlay);
      const steps = manifest ? stepsOf(manifest, item.params, counts) : null;
      return steps !== null && item.step >= steps ? { ...item, step: steps - 1 } : item;
    });
  const [program, preview] = [within(show.program), within(show.preview)];
  return program === show.program && preview === show.preview ? show : { ...show, program, preview };
}
