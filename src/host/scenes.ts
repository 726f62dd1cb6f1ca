import type { Scenes } from '../stage/scene.ts';

const found = import.meta.glob<Scenes>('../../overlays/*/scenes.ts', { eager: true, import: 'scenes' });

/** The scenes of every folder of `overlays/`, by its id. */
export const catalogue: ReadonlyMap<string, Scenes> = new Map(
  Object.entries(found).map(([path, its]) => [path.split('/').at(-2)!, its]),
);
