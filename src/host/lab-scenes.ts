import type { Edition } from '../edition/edition.ts';
import type { RaceAndInsight } from '../insight/insight.ts';
import { entries } from '../show/show.ts';
import { excludes, layers } from '../show/zones.ts';
import type { Inbox } from '../stage/inbox.ts';
import { inboxOf, type Scene } from '../stage/scene.ts';
import { overlays } from './overlays.ts';
import { catalogue } from './scenes.ts';

/** What a stage of the lab is told: at first, and later. */
export interface LabScene {
  readonly inbox: Inbox;
  readonly later: RaceAndInsight;
  readonly edition: Partial<Edition>;
}

/** One graphic as one of its scenes has it. */
export function alone(id: string, scene: Scene): LabScene {
  const inbox = inboxOf(overlays.get(id)!.manifest, scene);
  return { inbox, later: scene.later ?? scene.race, edition: scene.edition ?? {} };
}

/** "gap-ticker/jerseys" and what is behind it; "all zones/gap-ticker" is that graphic among others. */
export function labScenes(): ReadonlyMap<string, LabScene> {
  const all = [...catalogue].flatMap(([id, scenes]) =>
    Object.entries(scenes).map(([name, scene]) => [`${id}/${name}`, alone(id, scene)] as const),
  );
  return new Map([...all, ...[...catalogue.keys()].map((id) => [`all zones/${id}`, amongOthers(id)] as const)]);
}

/**
 * One graphic in its full scene, and beside it the first one of every other zone that may be on air with it, in the
 * order of the zones. All tell the race of the one, each with the parameters of its own full scene: who has nothing to
 * say of that race is not seen, and the lab says why.
 */
function amongOthers(id: string): LabScene {
  const its = full(id);
  const held = new Map(entries(its.inbox.items));
  for (const layer of layers) {
    const other = [...catalogue.keys()].find((one) => overlays.get(one)!.manifest.layer === layer);
    if (!other || [...held.keys()].some((one) => excludes(one, layer))) continue;
    held.set(layer, full(other).inbox.items[layer]!);
  }
  return { ...its, inbox: { ...its.inbox, items: Object.fromEntries(held) } };
}

const full = (id: string): LabScene => alone(id, catalogue.get(id)!.full);
