import { defaultEdition } from '../edition/edition.ts';
import { manualClock } from '../stage/clock.ts';
import type { Picture } from '../stage/picture.ts';
import { inboxOf, type Scene } from '../stage/scene.ts';
import { Stage } from '../stage/stage.ts';
import type { Fit } from './fit.ts';
import { overlays } from './overlays.ts';

/** When the race becomes the later one, when the graphic is taken out, and when all is over. */
export const LATER_MS = 2500;
const OUT_MS = 5000;
export const END_MS = 6500;

/** One scene on a stage, at any moment that is asked for. */
export interface SceneLife {
  /** Says what has become of the graphic then: its life, and why. */
  show(timeMs: number): string;
  end(): void;
}

/** A life from its first moment on; the same moment is the same picture, whatever was looked at before. */
export function live(
  { id, scene }: { id: string; scene: Scene },
  picture: Picture,
  { scale, cssScale }: Pick<Fit, 'scale' | 'cssScale'>,
): SceneLife {
  const edition = { ...defaultEdition, ...scene.edition };
  const inbox = inboxOf(overlays.get(id)!.manifest, scene);
  let stage: Stage | null = null;
  let clock = manualClock(() => Infinity);

  const end = () => {
    stage?.end();
    stage = null;
  };
  const begin = () => {
    end();
    stage = new Stage({ picture, overlays, edition, onFault: (fault, error) => console.error(fault, error) });
    stage.resize(scale, cssScale);
    clock = manualClock(stage.frame);
    return stage;
  };
  return {
    end,
    show(timeMs: number) {
      const now = stage && timeMs >= clock.timeMs ? stage : begin();
      const fromMs = now.frames === 0 ? -1 : clock.timeMs;
      for (const [atMs, race, wanted] of [
        [0, inbox.race, inbox.items],
        [LATER_MS, scene.later ?? inbox.race, inbox.items],
        [OUT_MS, scene.later ?? inbox.race, {}],
      ] as const) {
        if (atMs <= fromMs || atMs > timeMs) continue;
        now.tell({ ...inbox, race, items: wanted });
        clock.to(atMs);
      }
      clock.to(timeMs);
      const [its] = now.lives();
      return its ? [its.life, its.why].filter(Boolean).join(': ') : 'off';
    },
  };
}
