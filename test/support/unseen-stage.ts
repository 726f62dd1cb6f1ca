import { vi } from 'vitest';
import type { Edition } from '../../src/edition/edition.ts';
import type { Race } from '../../src/race/race.ts';
import type { Loss } from '../../src/show/loss.ts';
import type { Params } from '../../src/show/manifest.ts';
import type { Manifest, Overlay, Select } from '../../src/stage/overlay.ts';
import type { Picture } from '../../src/stage/picture.ts';

/** Where there is no browser: enough of one for a stage that paints nothing. */
function pretendBrowser(): void {
  const ruler = { measureText: () => ({ width: 1 }) };
  vi.stubGlobal('navigator', { userAgent: '' });
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => ruler }) });
}

/** What a drawing was told in one frame: each view with the one before it, null where it was built; and its ways in. */
export interface Drawn {
  readonly updates: { readonly view: unknown; readonly before: unknown }[];
  entrances: number;
  exits: number;
}

/** A real stage in Node with one real graphic on it, of which what is drawn is noted and nothing painted. */
export async function unseenStage(manifest: Manifest, select: Select<unknown>, edition: Edition) {
  pretendBrowser();
  const [{ Container }, { Stage }, { shippedTheme }] = await Promise.all([
    import('pixi.js'),
    import('../../src/stage/stage.ts'),
    import('../../src/host/themes.ts'),
  ]);
  let drawn: Drawn = { updates: [], entrances: 0, exits: 0 };
  const overlay: Overlay = {
    manifest,
    select,
    draw: ({ animations }) => {
      const open = { x: 0 };
      const way = (from: number, to: number) =>
        animations.timeline().fromTo(open, { x: from }, { x: to, duration: 0.5, ease: 'none' });
      return {
        node: new Container(),
        box: { x: 0, y: 0, width: 1, height: 1 },
        update: (view, before) => void drawn.updates.push({ view, before }),
        playIn() {
          drawn.entrances += 1;
          return way(0, 1);
        },
        playOut() {
          drawn.exits += 1;
          return way(1, 0);
        },
      };
    },
  };
  const picture = {
    ...{
      renderer: 'canvas',
      isGpuLost: false,
      counts: { renders: 0, drawCalls: 0, uploads: 0, contextLosses: 0, copies: 0 },
    },
    ...{ add: () => ({ remove() {} }), render() {}, resize() {}, copyTo() {}, destroy() {} },
    ...{ onGpuLost() {}, onRestored() {} },
  } as Partial<Picture> as Picture;
  const stage = new Stage({ picture, edition, theme: shippedTheme(null), overlays: new Map([[manifest.id, overlay]]) });
  const { id, layer } = manifest;
  let items: Readonly<Record<string, { overlay: string; params: Params; step: number }>> = {};
  let view: unknown = null;
  let zeroMs = Number.NaN;
  return {
    manifest,
    take(params: Params) {
      items = { [layer]: { overlay: id, params, step: 0 } };
    },
    /** One frame, with the newest race, at a moment of its clock; what was drawn in it. */
    frame(race: Race, ms: number, loss: Loss): Drawn {
      drawn = { updates: [], entrances: 0, exits: 0 };
      if (Number.isNaN(zeroMs)) zeroMs = ms;
      const pageMs = ms - zeroMs;
      const raceClock = { atMs: ms, pageMs, rate: 1, floorMs: -Infinity };
      stage.tell({ race, items, cut: false, replay: false, loss, raceClock });
      stage.frame(pageMs);
      view = drawn.updates.at(-1)?.view ?? view;
      return drawn;
    },
    life: () => stage.lives()[0]?.life ?? 'off',
    why: () => stage.lives()[0]?.why ?? null,
    /** What stands there, or stood there last. */
    view: () => view,
    faults: () => [...stage.faults.values()].map(({ message }) => message),
  };
}
