import type { Story } from '../../insight/story.ts';
import { type Manifest, storyParam } from '../../show/manifest.ts';
import { itemOf, type Show } from '../../show/show.ts';

/** The graphic that tells stories, and the parameter that says which. */
export interface StoryGraphic {
  readonly overlay: string;
  readonly param: string;
}

/** Null where no graphic of this desk tells any. */
export function storyGraphic(manifests: readonly Manifest[]): StoryGraphic | null {
  for (const manifest of manifests) {
    const param = storyParam(manifest);
    if (param !== null) return { overlay: manifest.id, param };
  }
  return null;
}

/** What is on offer now, the newest first: neither old, nor said no to; what is on air stays. */
export function onOffer(
  stories: readonly Story[],
  {
    raceMs,
    refused,
    onAir,
  }: { readonly raceMs: number; readonly refused: ReadonlySet<string>; readonly onAir: string },
): readonly Story[] {
  return stories
    .filter(({ id, untilMs }) => id === onAir || (untilMs > raceMs && !refused.has(id)))
    .sort((a, b) => b.atMs - a.atMs);
}

/** The id of the story on air; empty where there is none. */
export function storyOnAir(show: Show, graphic: StoryGraphic | null): string {
  return graphic ? String(itemOf(show.program, graphic.overlay)?.params[graphic.param] ?? '') : '';
}
