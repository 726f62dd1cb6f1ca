import { type Edition, editionOf } from '../edition/edition.ts';
import type { Theme } from '../edition/theme.ts';
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
import { followObs, type ObsSource } from './obs/source.ts';
import { followTheme } from './page-theme.ts';
import { reportOf } from './report.ts';
import { laySignal, type Signal, signalIn, signalSize, withSolidPlates } from './signal.ts';
import { createWitness } from './witness.ts';

export interface PageOptions {
  /** Those that it can draw, by their ids. */
  readonly overlays: ReadonlyMap<string, Overlay>;
  readonly edition: Edition;
  /** "canvas" or "webgl"; null is what suits the machine. */
  readonly renderer: string | null;
  /** Lines over the picture, for whoever looks at a preview. */
  readonly guides: boolean;
  /** As what it is given out; left out, transparent. */
  readonly signal?: Signal;
  /** No plate is half transparent, whatever the theme says. */
  readonly solidPlates?: boolean;
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
  /** How it stands in OBS; null where OBS has said nothing. */
  obs(): ObsSource | null;
  /** Leaves the element as it was found. */
  close(): void;
}

/** What the URL of a page asks of its picture. */
export const optionsIn = (query: URLSearchParams, guides: boolean): Omit<PageOptions, 'overlays'> => ({
  edition: editionOf((name) => query.get(name)),
  renderer: query.get('renderer'),
  guides: guides && query.has('guides'),
  signal: signalIn(query.get('out')),
  solidPlates: query.get('plates') === 'solid',
});

/** As large as the element allows, in its middle; the element may lie in a shadow root. `coming` is what draws it. */
export async function mountPage(
  element: HTMLElement | ShadowRoot,
  options: PageOptions,
  coming = pictureFor(options.renderer),
): Promise<Page> {
  const {
    overlays,
    edition,
    guides,
    signal = { kind: 'alpha' },
    report = () => {},
    stand = nobodyAsks,
    onRest,
  } = options;
  const fonts = fontsOf(document);
  const [picture] = await Promise.all([coming, fonts.ready]);
  const frame = frameIn(element, signalSize(signal));
  const laid = laySignal(frame, signal);
  const dropped = createDroppedFrames();
  let obs: ObsSource | null = null;
  const say = () =>
    report(reportOf({ stage, picture: stage.picture, droppedFrames: dropped.count, missing: missing(), obs }));
  const missing = () => [...fonts.missing(), ...look.missing()];
  let worn: Theme | null = null;
  const dress = () => {
    worn = look.theme();
    return options.solidPlates ? withSolidPlates(worn) : worn;
  };
  const look = followTheme(edition.theme, () => {
    if (look.theme() !== worn) stage.dress(dress());
    clock.wake();
    say();
  });
  const stage = new Stage({
    picture,
    overlays,
    edition,
    theme: dress(),
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
  const place = (picture: Picture) => {
    laid.place(picture, fit);
    if (guides && !picture.element.querySelector('svg')) drawGuides(picture.element);
  };
  const stops = [
    followFit(laid.frame, (next) => {
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
    followObs({
      hidden: clock.pause,
      shown: clock.resume,
      changed(source) {
        obs = source;
        say();
      },
    }),
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
    obs: () => obs,
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
