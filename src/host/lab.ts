import { createPicture } from '../stage/create-picture.ts';
import { loadFonts } from '../stage/kit/fonts.ts';
import type { Picture } from '../stage/picture.ts';
import { fitted } from '../stage/size.ts';
import { drawGuides } from './guides.ts';
import { labDesk } from './lab-desk.ts';
import { live } from './lab-life.ts';
import { labScenes } from './lab-scenes.ts';
import { lettersOf } from './letters-of.ts';

/**
 * `/?lab`: every overlay in every scene, alone or in all zones at once, at any moment of its life, in each language,
 * format, theme and renderer, over any ground.
 */
export async function start(root: HTMLElement, query: URLSearchParams): Promise<void> {
  const scenes = labScenes();
  const pictures = new Map<string, Picture>();
  await labDesk(root, query, [...scenes.keys()], async (asked) => {
    const scene = scenes.get(asked.scene)!;
    await loadFonts(lettersOf(scene.later.sheet));
    const picture = pictures.get(asked.renderer) ?? (await createPicture(asked.renderer));
    pictures.set(asked.renderer, picture);
    for (const other of pictures.values()) other.element.remove();
    asked.frame.append(picture.element);
    if (!picture.element.querySelector('svg')) drawGuides(picture.element);
    picture.element.querySelector<SVGElement>('svg')!.style.display = asked.guides ? '' : 'none';
    const { scale } = fitted(asked.frame.clientWidth, asked.frame.clientHeight, devicePixelRatio);
    const shown = { ...scene, edition: { ...scene.edition, ...asked.edition } };
    return live(shown, picture, { scale, cssScale: 1 / devicePixelRatio });
  });
}
