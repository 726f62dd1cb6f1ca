import { type Manifest, type Params, withDefaults } from '../../../show/manifest.ts';
import type { Item, Show } from '../../../show/show.ts';
import { type Layer, layers } from '../../../show/zones.ts';

/** The two renderers of a desk: what is on air, and what is cued. */
export const rendererIds = ['program', 'preview'] as const;
export type RendererId = (typeof rendererIds)[number];

/** One graphic in one zone: loaded there by a controller, or brought into the picture by any other hand. */
export interface Instance {
  readonly id: string;
  readonly renderer: RendererId;
  readonly zone: Layer;
  readonly overlay: string;
  readonly params: Params;
  /** As it stands in the picture: on air, or cued; null where it is only loaded. */
  readonly item: Item | null;
}

/**
 * What stands in the picture is what the show says, whoever brought it there: the instances follow the show at each look.
 * One that a controller has loaded stays until it is cleared, in the picture or not; one of another hand goes with the
 * picture. What another hand brings is an instance of its own.
 */
export interface Instances {
  /** Of a renderer, zone by zone; in each zone first what is in the picture. */
  list(show: Show, renderer: RendererId): readonly Instance[];
  find(show: Show, renderer: RendererId, id: string): Instance | null;
  load(renderer: RendererId, manifest: Manifest, params: Params): Instance;
  /** It is in the picture from now on, in the place of whoever had its zone. */
  placed(instance: Instance): void;
  /** Other values for one that is not in the picture. */
  change(instance: Instance, params: Params): void;
  clear(instance: Instance): void;
}

interface Held {
  readonly id: string;
  readonly zone: Layer;
  readonly overlay: string;
  params: Params;
  item: Item | null;
  readonly isLoaded: boolean;
  /** It was in the picture when this desk began: a controller may know it by the id that the desk before gave it. */
  readonly isFound: boolean;
}

/** So many may be loaded in one zone and not be in its picture: the oldest is forgotten. */
const MOST = 20;

/** `life` tells the ids of this desk from those of the desk before it. */
export function createInstances(first: Show, life: string): Instances {
  const held: Record<RendererId, Held[]> = { program: [], preview: [] };
  let count = 0;

  const idOf = (overlay: string) => {
    count += 1;
    return `${overlay}.${life}.${count}`;
  };
  /** In the picture and of another hand, or loaded. */
  const isKept = ({ item, isLoaded }: Held) => item !== null || isLoaded;

  function follow(show: Show, isFound = false): void {
    for (const renderer of rendererIds) {
      const all = held[renderer];
      for (const zone of layers) {
        const item = show[renderer][zone] ?? null;
        const shown = all.find((one) => one.zone === zone && one.item !== null);
        if (shown) shown.item = item?.overlay === shown.overlay ? item : null;
        if (shown?.item) shown.params = shown.item.params;
        else if (item) {
          const { overlay, params } = item;
          all.push({ id: idOf(overlay), zone, overlay, params, item, isLoaded: false, isFound });
        }
      }
      held[renderer] = all.filter(isKept);
    }
  }
  follow(first, true);

  const seen = (renderer: RendererId, { id, zone, overlay, params, item }: Held): Instance => ({
    id,
    renderer,
    zone,
    overlay,
    params,
    item,
  });
  const heldOf = ({ renderer, id }: Instance) => held[renderer].find((one) => one.id === id);
  /** What the desk before called so, where it is in the picture since. */
  const foundAs = (renderer: RendererId, id: string) => {
    const [, overlay, before] = /^([^.]+)\.([^.]+)\.\d+$/.exec(id) ?? [];
    if (before === undefined || before === life) return undefined;
    return held[renderer].find((one) => one.isFound && one.overlay === overlay);
  };

  return {
    list(show, renderer) {
      follow(show);
      const place = ({ zone, item }: Held) => layers.indexOf(zone) + (item ? 0 : 0.5);
      return held[renderer].toSorted((a, b) => place(a) - place(b)).map((one) => seen(renderer, one));
    },
    find(show, renderer, id) {
      follow(show);
      const one = held[renderer].find((other) => other.id === id) ?? foundAs(renderer, id);
      return one ? seen(renderer, one) : null;
    },
    load(renderer, manifest, params) {
      const { id: overlay, layer: zone } = manifest;
      const waiting = held[renderer].filter((one) => one.zone === zone && one.item === null);
      const forgotten = waiting.length >= MOST ? waiting[0] : null;
      const values = withDefaults(manifest, params);
      const one = { id: idOf(overlay), zone, overlay, params: values, item: null, isLoaded: true, isFound: false };
      held[renderer] = [...held[renderer].filter((other) => other !== forgotten), one];
      return seen(renderer, one);
    },
    placed(instance) {
      const one = heldOf(instance);
      if (!one || one.item) return;
      for (const other of held[instance.renderer]) if (other.zone === one.zone) other.item = null;
      one.item = { overlay: one.overlay, params: one.params, step: 0 };
      held[instance.renderer] = held[instance.renderer].filter(isKept);
    },
    change(instance, params) {
      const one = heldOf(instance);
      if (one) one.params = params;
    },
    clear({ renderer, id }) {
      held[renderer] = held[renderer].filter((one) => one.id !== id);
    },
  };
}
