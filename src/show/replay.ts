import { type Manifest, withDefaults } from './manifest.ts';
import { entries, type Items, type Show } from './show.ts';
import { excludes, type Layer } from './zones.ts';

type Wish = Pick<Show, 'program' | 'replay'>;

/** A tag comes and goes with the replay that it tells of: nobody takes it. */
export const isTag = ({ replay }: Pick<Manifest, 'replay'>): boolean => replay === 'tag';

/** What is asked for on air: what was taken, and as long as a replay runs, its tag. */
export function wishedOf({ program, replay }: Wish, manifests: Iterable<Manifest>): Items {
  return replay ? { ...program, ...tagsOf(manifests) } : program;
}

/**
 * What of it is drawn. During a replay that is its tag, and beside it only what may stay: all that says how the race
 * stands now is hidden, and is there again as it is wished when the replay is over.
 */
export function drawnOf({ program, replay }: Wish, manifests: Iterable<Manifest>): Items {
  if (!replay) return program;
  const all = [...manifests];
  const tags = tagsOf(all);
  const stays = (overlay: string) => all.some((one) => one.id === overlay && one.replay === 'stays');
  const isFree = (layer: Layer) => !entries(tags).some(([zone]) => excludes(zone, layer));
  const beside = entries(program).filter(([layer, { overlay }]) => stays(overlay) && isFree(layer));
  return { ...Object.fromEntries(beside), ...tags };
}

/** The same, which gives the same items until the wish is another one: a page does nothing for them. */
export function createDrawn(manifests: Iterable<Manifest>): (show: Wish) => Items {
  const all = [...manifests];
  let last: (Wish & { readonly items: Items }) | null = null;
  return ({ program, replay }) => {
    if (last?.program !== program || last.replay !== replay)
      last = { program, replay, items: drawnOf({ program, replay }, all) };
    return last.items;
  };
}

/** What is wished on air, and hidden as long as a replay runs: by its overlay. */
export function hiddenOf(show: Wish, manifests: Iterable<Manifest>): readonly string[] {
  const drawn = Object.values(drawnOf(show, manifests)).map(({ overlay }) => overlay);
  return Object.values(show.program)
    .map(({ overlay }) => overlay)
    .filter((overlay) => !drawn.includes(overlay));
}

const tagsOf = (manifests: Iterable<Manifest>): Items =>
  Object.fromEntries(
    [...manifests]
      .filter(isTag)
      .map((manifest) => [manifest.layer, { overlay: manifest.id, params: withDefaults(manifest, {}), step: 0 }]),
  );
