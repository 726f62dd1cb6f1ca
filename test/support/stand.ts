import type { Container } from 'pixi.js';
import { onTestFinished } from 'vitest';
import { defaultEdition } from '../../src/edition/edition.ts';
import { lettersOf } from '../../src/host/letters-of.ts';
import { overlays } from '../../src/host/overlays.ts';
import { catalogue } from '../../src/host/scenes.ts';
import { shippedTheme } from '../../src/host/themes.ts';
import type { RaceAndInsight } from '../../src/insight/insight.ts';
import { manualClock } from '../../src/stage/clock.ts';
import { createPicture } from '../../src/stage/create-picture.ts';
import { loadFonts } from '../../src/stage/kit/fonts.ts';
import type { Drawing, Overlay } from '../../src/stage/overlay.ts';
import type { Picture } from '../../src/stage/picture.ts';
import type { RendererName } from '../../src/stage/renderer.ts';
import { inboxOf, type Scene } from '../../src/stage/scene.ts';
import { Stage } from '../../src/stage/stage.ts';
import { pixelsOf } from './stage.ts';

export type Stand = Awaited<ReturnType<typeof stand>>;

/** Every graphic of the house, with its scenes; `drawn` are those in which there is something to show. */
export const shelves = [...catalogue].map(([id, scenes]) => ({
  id,
  scenes,
  drawn: Object.entries(scenes).filter(([name]) => name !== 'empty'),
  stand: (scene: Scene, renderer: RendererName, how?: How) => stand(overlays.get(id)!, scene, renderer, how),
}));

/** At rest as after a reload, or at the first moment of its entrance. */
type How = 'at rest' | 'entering';

let picture: Promise<Picture> | undefined;

/** One picture for the life of a page: a second WebGL context costs seconds where GL is software. */
async function onlyPicture(renderer: RendererName): Promise<Picture> {
  picture ??= createPicture(renderer);
  const only = await picture;
  if (only.renderer !== renderer) throw new Error(`This page draws with ${only.renderer} already.`);
  only.resize(1, 1);
  return only;
}

/** One graphic as a scene has it, on a real stage, on a clock that is moved by hand. */
async function stand(overlay: Overlay, scene: Scene, renderer: RendererName, how: How = 'at rest') {
  await loadFonts(lettersOf(scene.race.sheet));
  const edition = { ...defaultEdition, ...scene.edition };
  const on = await onlyPicture(renderer);
  const seen = watched(overlay);
  const errors: unknown[] = [];
  const stage = new Stage({
    picture: on,
    overlays: new Map([[overlay.manifest.id, seen.overlay]]),
    edition,
    theme: shippedTheme(edition.theme),
    onFault: (_, error) => errors.push(error),
  });
  const clock = manualClock(stage.frame);
  const to = (timeMs: number) => {
    clock.to(timeMs);
    if (errors.length > 0) throw errors[0];
  };
  const inbox = inboxOf(overlay.manifest, scene);
  let { race } = inbox;
  stage.tell({ ...inbox, cut: how === 'at rest' });
  to(0);
  let closed = false;
  const close = () => {
    if (closed) return;
    closed = true;
    stage.end();
  };
  onTestFinished(close);
  return {
    picture: on,
    supplies: stage.supplies,
    lives: () => stage.lives(),
    /** What the graphic drew; null where it had nothing to show. */
    node: (): Container | null => seen.drawing?.node ?? null,
    /** How long its way in or out takes, as soon as it has set out. */
    ways: seen.ways,
    show(next: RaceAndInsight) {
      race = next;
      stage.tell({ ...inbox, race });
      to(clock.timeMs);
    },
    out() {
      stage.tell({ ...inbox, race, items: {} });
      to(clock.timeMs);
    },
    pixels: () => pixelsOf(on),
    /** The part of the picture that belongs to the graphic; all of it where it drew nothing. */
    image: () => pixelsOf(on, seen.drawing?.box),
    /** Moves the clock on; one frame is drawn, at the end. */
    after: (durationMs: number) => to(clock.timeMs + durationMs),
    close,
  };
}

/** The same overlay, and what it has drawn. */
function watched(overlay: Overlay) {
  const seen = { drawing: null as Drawing<unknown> | null, ways: { inMs: 0, outMs: 0 }, overlay };
  const noted = (line: gsap.core.Timeline, way: 'inMs' | 'outMs') => {
    seen.ways[way] = line.duration() * 1000;
    return line;
  };
  const draw: Overlay['draw'] = (kit) => {
    const drawing = overlay.draw(kit);
    seen.drawing = drawing;
    return {
      ...drawing,
      playIn: () => noted(drawing.playIn(), 'inMs'),
      playOut: () => noted(drawing.playOut(), 'outMs'),
    };
  };
  return Object.assign(seen, { overlay: { ...overlay, draw } });
}
