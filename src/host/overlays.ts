import type { Overlay } from '../stage/overlay.ts';

const found = import.meta.glob<Overlay>('../../overlays/*/index.ts', { eager: true, import: 'default' });

/** Every folder of `overlays/`, by its id. */
export const overlays: ReadonlyMap<string, Overlay> = new Map(
  Object.values(found).map((overlay) => [overlay.manifest.id, overlay]),
);
