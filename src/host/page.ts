import { type Edition, editionOf } from '../edition/edition.ts';
import type { Race } from '../race/race.ts';
import type { Sheet } from '../race/sheet.ts';
import { type Clock, liveClock } from '../stage/clock.ts';
import type { Inbox } from '../stage/inbox.ts';
import { fontsOf } from '../stage/kit/fonts.ts';
import type { Overlay } from '../stage/overlay.ts';
import type { Picture } from '../stage/picture.ts';
import { Stage } from '../stage/stage.ts';
import type { Report } from '../wire/crew/report.ts';
import { createDroppedFrames } from './dropped-frames.ts';
import { type Fit, followFit, frameIn } from './fit.ts';
import { outliveGpu, pictureFor } from './gpu.ts';
import { drawGuides } from './guides.ts';
import { lettersOf } from './letters-of.ts';
import type { DeskThemes } from './link-replica.ts';
import { nobodyAsks, type WitnessStand } from './link-witness.ts';
import { followTheme } from './page-theme.ts';
import { reportOf } from './report.ts';
import { onShownAgain } from './shown-again.ts';
import { createWitness } from './witness.ts';

export interface PageOptions {
  /** Those that it can draw, by their ids. */
  readonly overlays: ReadonlyMap<string, Overlay>;
  readonly edition: Edition;
  /** "canvas" or "webgl"; null is what suits the machine. */
  readonly renderer: string | null;
  /** Lines over the picture, for whoever looks at a preview. */
  readonly guides: boolean;
  /** Told what the page draws, how, and what it lacks, at each change. */
  readonly report?: (report: Report) => void;
  /** Where the desk asks what is to be read in the picture; left out, nobody asks. */
  readonly stand?: WitnessStand;
  /** Told when the picture rests after something in it was drawn. */
  readonly onRest?: () => void;
}

/** A picture that follows the screen, mounted in an element. There may be many on one page. */
export interface Page {
  readonly stage: Stage;
  readonly clock: Clock;
  tell(told: Inbox): void;
  /** Which themes there are at the desk: where the page asks for one of them, it is dressed in it, and again at each change. */
  offer(themes: DeskThemes | null): void;
  /** What could not be loaded, one sentence each; it is asked for again. */
  missing(): readonly string[];
  /** Leaves the element as it was found. */
  close(): void;
}

/** What the URL of a page asks of its picture. */
export const optionsIn = (query: URLSearchParams, guides: boolean): Omit<PageOptions, 'overlays'> => ({
  edition: editionOf((name) => query.get(name)),
  renderer: query.get('renderer'),
  guides: guides && query.has('guides'),
});

/** As large as the element allows, in its middle; the element may lie in a shadow root. `coming` is what draws it. */
export async function mountPage(
  element: HTMLElement | ShadowRoot,
  options: PageOptions,
  coming = pictureFor(options.renderer),
): Promise<Page> {
  const { overlays, edition, guides, report = () => {}, stand = nobodyAsks, onRest } = options;
  const fonts = fontsOf(document);
  const [picture] = await Promise.all([coming, fonts.ready]);
  const frame = frameIn(element);
  const dropped = createDroppedFrames();
  const say = () =>
    report(reportOf({ stage, picture: stage.picture, droppedFrames: dropped.count, missing: missing() }));
  const missing = () => [...fonts.missing(), ...look.missing()];
  const look = followTheme(edition.theme, () => {
    if (look.theme() !== stage.supplies.theme) stage.dress(look.theme());
    clock.wake();
    say();
  });
  const stage = new Stage({
    picture,
    overlays,
    edition,
    theme: look.theme(),
    onFault: ({ overlay, message, count }, error) => {
      if (count === 1) console.error(`${overlay} failed and left the picture: ${message}`, error);
      say();
    },
    onLives() {
      witness.look();
      say();
    },
  });
  const witness = createWitness(stage, stand);
  let restedAfter = 0;
  const clock = liveClock(
    (timeMs, afterPause) => {
      if (look.awaited()) return Infinity;
      const next = stage.frame(timeMs, afterPause);
      const moves = next <= timeMs;
      if (dropped.frame(timeMs, moves)) say();
      if (onRest && !moves && stage.picture.counts.renders > restedAfter) {
        restedAfter = stage.picture.counts.renders;
        onRest();
      }
      return next;
    },
    (timeMs) => (look.awaited() ? Infinity : stage.glance(timeMs)),
  );
  let sheet: Sheet | undefined;
  /** Names of a new list: fetched before they come on air. */
  const fetchLetters = (race: Race | null) => {
    if (!race || race.sheet === sheet) return;
    sheet = race.sheet;
    fonts.load(lettersOf(sheet));
  };
  let fit: Fit = { scale: 1, cssScale: 1, left: 0, top: 0 };
  const place = ({ element }: Picture) => {
    element.style.transform = `translate(${fit.left}px, ${fit.top}px)`;
    if (!element.isConnected) frame.replaceChildren(element);
    if (guides && !element.querySelector('svg')) drawGuides(element);
  };
  const stops = [
    followFit(frame, (next) => {
      fit = next;
      stage.resize(fit.scale, fit.cssScale);
      place(stage.picture);
      clock.wake();
    }),
    fonts.onChange((change) => {
      if (change === 'arrived') stage.rebuild();
      clock.wake();
      say();
    }),
    onShownAgain(clock.resume),
    outliveGpu(stage, (next) => {
      if (next) place(next);
      clock.wake();
      say();
    }),
    look.close,
    witness.close,
    clock.stop,
  ];
  say();
  return {
    stage,
    clock,
    missing,
    offer: look.tell,
    tell(told) {
      fetchLetters(told.race);
      witness.before(told.items);
      stage.tell(told);
      clock.glance();
    },
    close() {
      for (const stop of stops) stop();
      stage.end();
      stage.picture.destroy();
      frame.remove();
    },
  };
}
