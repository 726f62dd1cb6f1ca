import type { Manifest } from '../../show/manifest.ts';

const found = import.meta.glob<Manifest>('../../../overlays/*/manifest.ts', { eager: true, import: 'default' });

/** Every graphic of the house by its title, as a producer looks for it. */
export const manifests: readonly Manifest[] = Object.values(found).sort(
  (a, b) => a.title.localeCompare(b.title, 'en') || (a.id < b.id ? -1 : 1),
);
