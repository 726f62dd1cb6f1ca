import { pageCounts } from '../race/listing/pages.ts';
import { foreignDoor } from '../show/foreign.ts';
import { withDefaults } from '../show/manifest.ts';
import type { Item, Items } from '../show/show.ts';
import { mostSteps, stepsOf } from '../show/steps.ts';
import type { Overlay } from '../stage/overlay.ts';
import type { Picture } from '../stage/picture.ts';
import type { Link, Replica } from './link.ts';
import { mountPage, type Page, type PageOptions } from './page.ts';
import { hearPanic } from './panic.ts';
import { followClock, noTime } from './race-time.ts';

/**
 * One graphic under the command of a foreign host, with the race of its link. What it is asked for while it moves is done
 * at once, from where it is: nothing is queued and nothing is refused. Each promise is kept when the picture stands as
 * asked, and in any case within 1.5 s: hosts give up after three, and a picture that is hidden never moves.
 */
export interface HostedGraphic {
  readonly page: Page;
  /** From 0; null where it is not on air. */
  step(): number | null;
  /** How many it has with what is known now. */
  steps(): number;
  /** On air at this step; behind the last one it goes. Twice is once. During a panic it stays out, and afterwards is taken anew. */
  take(step: number, cut?: boolean): Promise<void>;
  out(cut?: boolean): Promise<void>;
  /** Changes its values wherever it is; see `ForeignDoor`. */
  set(given: object, cut?: boolean): Promise<void>;
  close(): void;
}

export interface GraphicOptions extends Omit<PageOptions, 'overlays' | 'report' | 'stand'> {
  readonly link: Link;
  /** Of a picture that is on its way already. */
  readonly coming?: Promise<Picture>;
  /** Told in one sentence of what a host gets wrong. */
  readonly complain?: (sentence: string) => void;
}

const ANSWER_MS = 1500;
/** Words that change in place have no end that could be waited for: two frames are enough to have drawn them. */
const TWO_FRAMES_MS = 50;

export async function hostGraphic(
  root: HTMLElement | ShadowRoot,
  overlay: Overlay,
  { link, coming, complain = console.error, ...options }: GraphicOptions,
): Promise<HostedGraphic> {
  const { manifest } = overlay;
  const { id, layer } = manifest;
  // A host that plays a tag says by that alone that it shows a replay.
  const replay = manifest.replay === 'tag';
  const door = foreignDoor(manifest, complain);
  /** Those who wait until the picture stands; told that it moved, or that it is over. */
  const waiting = new Set<(over: boolean) => void>();
  const page = await mountPage(
    root,
    {
      ...options,
      overlays: new Map([[id, overlay]]),
      report(report) {
        link.report(report);
        for (const look of waiting) look(false);
      },
    },
    coming,
  );
  let params = withDefaults(manifest, {});
  let items: Items = {};
  let isCut = false;
  let time = noTime;
  let clock: Replica['clock'] | null = null;

  const wished = (): Item | null => items[layer] ?? null;
  const steps = () => stepsOf(manifest, params, pageCounts(link.replica().race)) ?? mostSteps(manifest);
  const tell = () => {
    const { race, themes, clock: newClock, clockReceivedMs, show } = link.replica();
    page.offer(themes);
    if (newClock !== clock) time = followClock(time, newClock, clockReceivedMs, performance.now());
    clock = newClock;
    const clean = panic.isHeld() || show.latched;
    const held = wished();
    if (clean) items = {};
    else if (held && held.step >= steps()) items = { [layer]: { ...held, step: steps() - 1 } };
    page.tell({ race, items, cut: isCut || clean, replay, raceClock: time });
  };
  const wish = (next: Items, cut: boolean) => {
    items = next;
    isCut = cut;
    tell();
  };
  const panic = hearPanic(link, tell);
  const stop = link.onChange(tell);
  tell();

  const stands = () => {
    const lives = page.stage.lives();
    const isOn = lives.some(({ life }) => life === 'on' || life === 'waiting' || life === 'failed');
    return wished() ? isOn : lives.length === 0;
  };
  const standing = () =>
    new Promise<void>((resolve) => {
      const done = () => {
        waiting.delete(look);
        clearTimeout(timer);
        clearInterval(again);
        resolve();
      };
      const look = (over: boolean) => (over || stands()) && done();
      const timer = setTimeout(done, ANSWER_MS);
      // What is soon as it was before is told to nobody: out and in again where there is nothing to show.
      const again = setInterval(() => look(false), TWO_FRAMES_MS);
      waiting.add(look);
      look(false);
    });
  const drawn = () => new Promise<void>((resolve) => setTimeout(resolve, TWO_FRAMES_MS));

  return {
    page,
    step: () => wished()?.step ?? null,
    steps,
    async take(step, cut = false) {
      const was = wished();
      if (step >= steps()) wish({}, cut);
      else wish({ [layer]: { overlay: id, params, step } }, cut);
      if (was && wished()) await drawn();
      await standing();
    },
    async out(cut = false) {
      wish({}, cut);
      await standing();
    },
    async set(given, cut = false) {
      params = withDefaults(manifest, door.read(given));
      const held = wished();
      if (!held) return;
      wish({ [layer]: { ...held, params } }, cut);
      await drawn();
    },
    close() {
      stop();
      panic.close();
      for (const look of waiting) look(true);
      page.close();
      link.close();
    },
  };
}
