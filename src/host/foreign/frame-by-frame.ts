import { editionOf } from '../../edition/edition.ts';
import { pageCounts } from '../../race/listing/pages.ts';
import { fromForeign } from '../../show/foreign.ts';
import { withDefaults } from '../../show/manifest.ts';
import { mostSteps, stepsOf } from '../../show/steps.ts';
import { createPicture } from '../../stage/create-picture.ts';
import type { Inbox } from '../../stage/inbox.ts';
import { fontsOf, loadFonts } from '../../stage/kit/fonts.ts';
import type { Overlay } from '../../stage/overlay.ts';
import { Stage } from '../../stage/stage.ts';
import { readSentRace } from '../../wire/foreign/sent-race.ts';
import { followFit, frameIn } from '../fit.ts';
import { lettersOf } from '../letters-of.ts';
import type { Link } from '../link.ts';
import { openSource } from '../source.ts';
import { shippedTheme } from '../themes.ts';
import { type Heeding, type ScheduledAction, type WantedThen, wishesOf } from './schedule.ts';
import { withEdition } from './session.ts';
import { followWishes } from './wishes-drawn.ts';

/** A graphic that a renderer of files draws, one moment after the other, in whatever order. */
export interface FrameByFrame {
  /** In the place of all that was scheduled before. */
  schedule(actions: readonly ScheduledAction[]): void;
  /** Kept when the picture of that moment stands. */
  goTo(timeMs: number): Promise<void>;
  /** Beside the schedule: from the moment that is shown on, until a schedule is set. Which step it then has. */
  act(action: ScheduledAction['action']): number | null;
  close(): void;
}

interface Loaded {
  /** It says language and theme as well. */
  readonly data: object;
  readonly framesPerSecond: number;
}

/** Who is asked for the race has so long to answer. */
const DESK_MS = 2000;

/**
 * A moment looks the same however it is reached: it is made of what the graphic was loaded with and of its schedule. So
 * its race stands still: what the host sends, or what a desk knew when the graphic was loaded.
 */
export async function frameByFrame(
  root: HTMLElement | ShadowRoot,
  overlay: Overlay,
  { data, framesPerSecond }: Loaded,
  complain: (sentence: string) => void = console.error,
): Promise<FrameByFrame> {
  const { id, layer, replay } = overlay.manifest;
  const manifest = withEdition(overlay.manifest);
  const params = (given: object) => {
    const read = fromForeign(manifest, given);
    for (const { sentence } of read.faults) complain(sentence);
    return read.params;
  };
  const raceIn = (given: { readonly race?: unknown }): WantedThen['race'] | undefined => {
    if (given.race === undefined || given.race === null) return undefined;
    if (given.race === '') return null;
    const read = readSentRace(given.race);
    if (!read.ok) complain(read.error);
    return read.ok ? read.value : undefined;
  };
  const reading: Heeding = {
    said(before, given) {
      const race = raceIn(given);
      return {
        ...before,
        params: { ...before.params, ...params(given) },
        race: race === undefined ? before.race : race,
      };
    },
    stepsOf: ({ params, race }) => stepsOf(overlay.manifest, params, pageCounts(race)) ?? mostSteps(overlay.manifest),
  };
  const source = openSource({ role: `overlay ${id}`, complain });
  source.hear(data);
  const [picture, race] = await Promise.all([
    createPicture('canvas'),
    raceOf(source.link, source.isAsking() ? DESK_MS : 0),
    fontsOf(document).ready,
  ]);
  source.link.close();
  if (race) await loadFonts(lettersOf(race.sheet));

  let first: WantedThen = { params: params(data), race, step: null };
  let scheduled: readonly ScheduledAction[] = [];
  let size = { scale: 1, cssScale: 1 };
  const editionIn = ({ params }: WantedThen) => editionOf((name) => String(params[name] ?? '') || null);
  const inboxOf = ({ params, race, step }: WantedThen, cut: boolean): Inbox => ({
    race,
    items: step === null ? {} : { [layer]: { overlay: id, params: withDefaults(overlay.manifest, params), step } },
    cut,
    replay: replay === 'tag',
    raceClock: { atMs: race?.atMs ?? 0, pageMs: 0, rate: 0, floorMs: -Infinity },
  });
  const stageOf = (wish: WantedThen) => {
    const edition = editionIn(wish);
    const stage = new Stage({
      picture,
      overlays: new Map([[id, overlay]]),
      edition,
      theme: shippedTheme(edition.theme),
      onFault: ({ message, count }) => count === 1 && complain(`${id} failed: ${message}`),
    });
    stage.resize(size.scale, size.cssScale);
    return stage;
  };
  const audienceOf = (wish: WantedThen) => JSON.stringify(editionIn(wish));
  const drawn = followWishes({ audienceOf, stageOf, inboxOf }, 1000 / framesPerSecond);
  const replan = () => drawn.follow(wishesOf(scheduled, first, reading), first);

  const frame = frameIn(root);
  frame.append(picture.element);
  const stopFit = followFit(frame, ({ left, top, ...next }) => {
    size = next;
    picture.element.style.transform = `translate(${left}px, ${top}px)`;
    drawn.again();
  });
  replan();
  return {
    schedule(actions) {
      scheduled = [...actions];
      replan();
    },
    async goTo(timeMs) {
      drawn.goTo(timeMs);
      // A frame of the page later it can be seen; a page that nobody looks at has none.
      await Promise.race([new Promise(requestAnimationFrame), new Promise((resolve) => setTimeout(resolve, 100))]);
    },
    act(action) {
      if (action.type === 'updateAction') {
        const { data } = action.params ?? {};
        if (typeof data === 'object' && data !== null) first = reading.said(first, data);
      } else scheduled = [...scheduled, { timestamp: drawn.timeMs(), action }];
      replan();
      return drawn.step();
    },
    close() {
      stopFit();
      drawn.close();
      picture.destroy();
      frame.remove();
    },
  };
}

/** What is known of it so soon; null where that is nothing. */
function raceOf(link: Link, withinMs: number): Promise<WantedThen['race']> {
  return new Promise((resolve) => {
    const look = () => link.replica().race && resolve(link.replica().race);
    link.onChange(look);
    look();
    setTimeout(() => resolve(link.replica().race), withinMs);
  });
}
