import { createPicture } from '../stage/create-picture.ts';
import { loadFonts } from '../stage/kit/fonts.ts';
import type { Picture } from '../stage/picture.ts';
import type { Scene } from '../stage/scene.ts';
import { fitted } from '../stage/size.ts';
import { drawGuides } from './guides.ts';
import { labDesk } from './lab-desk.ts';
import { live } from './lab-life.ts';
import { catalogue } from './scenes.ts';

/** `/?lab`: every overlay in every scene, at any moment of its life, in each language and renderer, over any ground. */
export async function start(root: HTMLElement, query: URLSearchParams): Promise<void> {
  await loadFonts();
  const scenes = byName();
  const pictures = new Map<string, Picture>();
  await labDesk(root, query, [...scenes.keys()], async (asked) => {
    const { id, scene } = scenes.get(asked.scene)!;
    const picture = pictures.get(asked.renderer) ?? (await createPicture(asked.renderer));
    pictures.set(asked.renderer, picture);
    for (const other of pictures.values()) other.element.remove();
    asked.frame.append(picture.element);
    if (!picture.element.querySelector('svg')) drawGuides(picture.element);
    picture.element.querySelector<SVGElement>('svg')!.style.display = asked.guides ? '' : 'none';
    const { scale } = fitted(asked.frame.clientWidth, asked.frame.clientHeight, devicePixelRatio);
    const shown = { ...scene, edition: { ...scene.edition, ...asked.edition } };
    return live({ id, scene: shown }, picture, { scale, cssScale: 1 / devicePixelRatio });
  });
}

/** "gap-ticker/jerseys" and what is behind it. */
function byName(): ReadonlyMap<string, { readonly id: string; readonly scene: Scene }> {
  const all = [...catalogue].flatMap(([id, scenes]) =>
    Object.entries(scenes).map(([name, scene]) => [`${id}/${name}`, { id, scene }] as const),
  );
  return new Map(all);
}
