import { defaultEdition, type Edition } from '../edition/edition.ts';
import type { Race } from '../race/race.ts';
import type { Params } from '../show/manifest.ts';
import { manualClock } from '../stage/clock.ts';
import { createSupplies, destroySupplies } from '../stage/kit/kit.ts';
import type { Picture } from '../stage/picture.ts';
import { Stage } from '../stage/stage.ts';
import { overlays } from './overlays.ts';

/** A visual case, as `test/scenes` declares it. */
export interface Scene {
  readonly title: string;
  readonly race: Race;
  readonly params?: Params;
  readonly step?: number;
  readonly edition?: Partial<Edition>;
  readonly later?: Race;
}

/** When the race becomes the later one, when the graphic is taken out, and when all is over. */
export const LATER_MS = 2500;
const OUT_MS = 5000;
export const END_MS = 6500;

/** One scene on a stage, at any moment that is asked for. */
export interface SceneLife {
  show(timeMs: number): void;
  end(): void;
}

/** A life from its first moment on; the same moment is the same picture, whatever was looked at before. */
export function live({ id, scene }: { id: string; scene: Scene }, picture: Picture, scale: number): SceneLife {
  const edition = { ...defaultEdition, ...scene.edition };
  const supplies = createSupplies(edition, scale);
  const { layer } = overlays.get(id)!.manifest;
  const raceClock = { atMs: scene.race.atMs, pageMs: 0, rate: 0, floorMs: -Infinity };
  const items = { [layer]: { overlay: id, params: scene.params ?? {}, step: scene.step ?? 0 } };
  let stage: Stage | null = null;
  let clock = manualClock(() => Infinity);

  const end = () => {
    stage?.end();
    stage = null;
  };
  const begin = () => {
    end();
    stage = new Stage({ picture, overlays, edition, supplies, onFault: (fault, error) => console.error(fault, error) });
    clock = manualClock(stage.frame);
    return stage;
  };
  return {
    end() {
      end();
      destroySupplies(supplies);
    },
    show(timeMs: number) {
      const now = stage && timeMs >= clock.timeMs ? stage : begin();
      const fromMs = now.frames === 0 ? -1 : clock.timeMs;
      for (const [atMs, race, wanted] of [
        [0, scene.race, items],
        [LATER_MS, scene.later ?? scene.race, items],
        [OUT_MS, scene.later ?? scene.race, {}],
      ] as const) {
        if (atMs <= fromMs || atMs > timeMs) continue;
        now.tell({ race, items: wanted, cut: false, raceClock });
        clock.to(atMs);
      }
      clock.to(timeMs);
    },
  };
}
