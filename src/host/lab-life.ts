import { defaultEdition } from '../edition/edition.ts';
import { manualClock } from '../stage/clock.ts';
import type { OverlayLife } from '../stage/layers.ts';
import type { Picture } from '../stage/picture.ts';
import { Stage } from '../stage/stage.ts';
import type { Fit } from './fit.ts';
import type { LabScene } from './lab-scenes.ts';
import { overlays } from './overlays.ts';
import { shippedTheme } from './themes.ts';

/** When the race becomes the later one, when the graphics are taken out, and when all is over. */
export const LATER_MS = 2500;
const OUT_MS = 5000;
export const END_MS = 6500;

/** One scene on a stage, at any moment that is asked for. */
export interface SceneLife {
  /** Says what has become of each graphic then: its life, and why. */
  show(timeMs: number): string;
  end(): void;
}

/** A life from its first moment on; the same moment is the same picture, whatever was looked at before. */
export function live(
  scene: LabScene,
  picture: Picture,
  { scale, cssScale }: Pick<Fit, 'scale' | 'cssScale'>,
): SceneLife {
  const { inbox, later } = scene;
  const edition = { ...defaultEdition, ...scene.edition };
  let stage: Stage | null = null;
  let clock = manualClock(() => Infinity);

  const end = () => {
    stage?.end();
    stage = null;
  };
  const begin = () => {
    end();
    const theme = shippedTheme(edition.theme);
    stage = new Stage({ picture, overlays, edition, theme, onFault: (fault, error) => console.error(fault, error) });
    stage.resize(scale, cssScale);
    clock = manualClock(stage.frame);
    return stage;
  };
  return {
    end,
    show(timeMs: number) {
      const now = stage && timeMs >= clock.timeMs ? stage : begin();
      const fromMs = now.frames === 0 ? -1 : clock.timeMs;
      for (const [atMs, race, items] of [
        [0, inbox.race, inbox.items],
        [LATER_MS, later, inbox.items],
        [OUT_MS, later, {}],
      ] as const) {
        if (atMs <= fromMs || atMs > timeMs) continue;
        now.tell({ ...inbox, race, items });
        clock.to(atMs);
      }
      clock.to(timeMs);
      return inWords(now.lives(), Object.keys(inbox.items).length > 1);
    },
  };
}

/** `on`, or of several `gap-ticker on, last-km waiting: …`. */
function inWords(lives: readonly OverlayLife[], several: boolean): string {
  const words = lives.map(({ overlay, life, why }) => {
    const its = [life, why].filter(Boolean).join(': ');
    return several ? `${overlay} ${its}` : its;
  });
  return words.join(', ') || 'off';
}
