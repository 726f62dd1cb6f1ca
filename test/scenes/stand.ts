import { onTestFinished } from 'vitest';
import gaps from '../../overlays/gap-ticker/index.ts';
import profile from '../../overlays/gradient-profile/index.ts';
import tower from '../../overlays/position-tower/index.ts';
import { defaultEdition } from '../../src/edition/edition.ts';
import type { Race } from '../../src/race/race.ts';
import { withDefaults } from '../../src/show/manifest.ts';
import { manualClock } from '../../src/stage/clock.ts';
import { loadFonts } from '../../src/stage/kit/fonts.ts';
import { createSupplies, destroySupplies } from '../../src/stage/kit/kit.ts';
import { type Box, isNothing, type Overlay } from '../../src/stage/overlay.ts';
import { createPicture, type Picture } from '../../src/stage/picture.ts';
import type { RendererName } from '../../src/stage/renderer.ts';
import { StageTime } from '../../src/stage/time.ts';
import { START_MS } from '../support/race.ts';
import { pixelsOf } from '../support/stage.ts';
import { scenes as gapScenes } from './gap-ticker.scene.ts';
import { scenes as profileScenes } from './gradient-profile.scene.ts';
import { scenes as towerScenes } from './position-tower.scene.ts';
import type { Scene } from './scene.ts';

export type Stand = Awaited<ReturnType<typeof stand>>;

/** Every overlay that can be looked at, with its cases. */
export const catalogue = [shelf(tower, towerScenes), shelf(gaps, gapScenes), shelf(profile, profileScenes)];

function shelf<View>(overlay: Overlay<View>, scenes: Readonly<Record<string, Scene>>) {
  return {
    id: overlay.manifest.id,
    scenes,
    stand: (scene: Scene, renderer: RendererName) => stand(overlay, scene, renderer),
  };
}

let picture: Promise<Picture> | undefined;

/** One picture for the life of a page: a second WebGL context costs seconds where GL is software. */
async function onlyPicture(renderer: RendererName): Promise<Picture> {
  picture ??= createPicture(renderer);
  const only = await picture;
  if (only.renderer !== renderer) throw new Error(`This page draws with ${only.renderer} already.`);
  only.resize(1, 1);
  return only;
}

/** One overlay as a scene has it, at rest, on a clock that is moved by hand. */
async function stand<View>(overlay: Overlay<View>, scene: Scene, renderer: RendererName) {
  await loadFonts();
  const edition = { ...defaultEdition, ...scene.edition };
  const params = withDefaults(overlay.manifest, scene.params ?? {});
  const time = new StageTime();
  const animations = time.animations((error) => {
    throw error;
  });
  const kit = { ...createSupplies(edition), animations };
  const { node, box, update, playIn, playOut } = overlay.draw(kit);
  const on = await onlyPicture(renderer);
  const plane = on.add(node, box);
  const clock = manualClock((timeMs) => {
    time.moveTo(timeMs);
    on.render();
    return Number.POSITIVE_INFINITY;
  });
  let before: View | null = null;
  const show = (race: Race) => {
    const view = overlay.select({ race, edition, params, step: scene.step ?? 0, now: START_MS });
    if (isNothing(view))
      throw new Error(`${overlay.manifest.id} has nothing to show of "${scene.title}": ${view.why}.`);
    update(view, before);
    before = view;
    clock.to(clock.timeMs);
  };
  show(scene.race);
  let closed = false;
  const close = () => {
    if (closed) return;
    closed = true;
    // Whatever still moves arrives, so that no animation is left without its node.
    clock.to(clock.timeMs + 60_000);
    time.end();
    plane.remove();
    node.destroy({ children: true });
    destroySupplies(kit);
  };
  onTestFinished(close);
  return {
    picture: on,
    kit,
    node,
    show,
    pixels: () => pixelsOf(on),
    /** The part of the picture that belongs to the graphic. */
    image: () => crop(pixelsOf(on), box),
    /** Starts its way in or out; returns how long it takes. */
    play(way: 'in' | 'out'): number {
      const line = way === 'in' ? playIn() : playOut();
      clock.to(clock.timeMs);
      return line.duration() * 1000;
    },
    /** Moves the clock on; one frame is drawn, at the end. */
    after: (durationMs: number) => clock.to(clock.timeMs + durationMs),
    close,
  };
}

function crop(image: ImageData, { x, y, width, height }: Box): ImageData {
  const flat = new OffscreenCanvas(width, height).getContext('2d')!;
  flat.putImageData(image, -x, -y);
  return flat.getImageData(0, 0, width, height);
}
