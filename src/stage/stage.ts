import type { Edition } from '../edition/edition.ts';
import type { Theme } from '../edition/theme.ts';
import type { ClockFrame, ClockGlance } from './clock.ts';
import type { Fault } from './fault.ts';
import { type Inbox, nowAt } from './inbox.ts';
import { createSupplies, destroySupplies, type Supplies } from './kit/kit.ts';
import { Layers, type OverlayLife } from './layers.ts';
import { Logbook } from './logbook.ts';
import type { Overlay } from './overlay.ts';
import type { Picture } from './picture.ts';
import { sameView } from './same-view.ts';
import type { Ground } from './slot.ts';
import type { Moment } from './speaker.ts';
import { StageTime } from './time.ts';

export interface StageOptions {
  readonly picture: Picture;
  readonly overlays: ReadonlyMap<string, Overlay>;
  readonly edition: Edition;
  /** What it looks like, until `dress` says otherwise. */
  readonly theme: Theme;
  /** Told of each fault, the first time and every time. */
  readonly onFault?: (fault: Fault, error: unknown) => void;
  /** Told after each frame in which a life or its why has changed. */
  readonly onLives?: (lives: readonly OverlayLife[]) => void;
}

/** What a key has asked for is seen in the first frame after it, and not begun there: it has begun a frame before. */
const AHEAD_MS = 1000 / 60;

/**
 * Brings what is wanted into the picture. One frame, always in this order: inbox, time, select, update, render. It has
 * no clock of its own: `frame` is given to one, and `dress` and `rebuild` are followed by a wake of that clock, `tell` by a glance.
 */
export class Stage {
  readonly #book = new Logbook();
  readonly #options: StageOptions;
  readonly #layers: Layers;
  #lives: readonly OverlayLife[] = [];
  #ground: Ground;
  #size = { scale: 1, cssScale: 1 };
  #inbox: Inbox | null = null;
  #unseenCut = false;
  #carriedOut: Pick<Inbox, 'items' | 'cut' | 'replay'> = { items: {}, cut: false, replay: false };
  #timeMs = 0;
  /** What was carried out has not been drawn yet. */
  #isAhead = false;
  #frames = 0;

  constructor(options: StageOptions) {
    this.#options = options;
    const { edition, theme, picture } = options;
    this.#ground = {
      edition,
      supplies: createSupplies(edition, theme),
      picture,
      time: new StageTime(),
      log: (text) => this.#say(text),
      fault: (...fault) => this.#fault(...fault),
    };
    this.#layers = new Layers(options.overlays, this.#ground);
  }

  /** Takes in the newest of everything; it counts from the next frame on. A cut that no frame has seen yet stays one. */
  tell(told: Inbox): void {
    this.#inbox = { ...told, cut: told.cut || this.#unseenCut };
    this.#unseenCut = this.#inbox.cut && !this.#isCarriedOut(this.#inbox);
  }

  /** Draws one moment; says when it wants to be called again, see `ClockFrame`. After a pause all stands at once as it should. */
  frame: ClockFrame = (timeMs, afterPause = false) => {
    const told = this.#inbox;
    const { time } = this.#ground;
    const isNews = told !== null && !afterPause && !this.#isCarriedOut(told);
    const fromMs = isNews ? Math.max(this.#timeMs, timeMs - AHEAD_MS) : timeMs;
    this.#timeMs = timeMs;
    this.#frames++;
    time.moveTo(fromMs);
    if (!told) return Infinity;
    if (afterPause) this.#settle();
    this.#carryOut(told, afterPause);
    const moment: Moment = { timeMs, told, nowMs: nowAt(told.raceClock, timeMs), heard: [], cut: afterPause };
    const next = this.#layers.frame(moment);
    if (fromMs < timeMs) time.moveTo(timeMs);
    this.#isAhead = false;
    this.picture.render();
    this.#tellLives();
    return time.moving ? timeMs : Math.min(next, time.nextMs);
  };

  /**
   * Says when a frame is wanted, and draws none: news that change no word and no pixel want none. What is to come or to go
   * is made ready meanwhile, so that its frame has only to draw it.
   */
  glance: ClockGlance = (timeMs) => {
    const { time } = this.#ground;
    const told = this.#inbox;
    if (!told) return Infinity;
    if (!this.#isCarriedOut(told)) this.#makeReady(told, timeMs - AHEAD_MS);
    if (time.moving || this.#isAhead) return timeMs;
    const moment: Moment = { timeMs, told, nowMs: nowAt(told.raceClock, timeMs), heard: [], cut: false };
    return Math.min(time.nextMs, this.#layers.glance(moment));
  };

  /** How often the clock called. */
  get frames(): number {
    return this.#frames;
  }

  /** One row for each graphic that is wanted, or has not left yet. */
  lives(): OverlayLife[] {
    return this.#layers.lives();
  }

  /** What it was told last; null before the first word. */
  get told(): Inbox | null {
    return this.#inbox;
  }

  /** What is to be read in a graphic at this moment, as it was painted: a line for each piece, from top to bottom. */
  words(overlay: string): readonly string[] {
    return this.#layers.words(overlay);
  }

  get log(): Logbook['log'] {
    return this.#book.log;
  }

  get faults(): Logbook['faults'] {
    return this.#book.faults;
  }

  get picture(): Picture {
    return this.#ground.picture;
  }

  /** What its graphics share. */
  get supplies(): Supplies {
    return this.#ground.supplies;
  }

  /** Device pixels for one pixel of 1920 x 1080, and CSS pixels for one device pixel: all is painted as fine as it is seen. */
  resize(scale: number, cssScale: number): void {
    this.#size = { scale, cssScale };
    this.picture.resize(scale, cssScale);
    if (scale !== this.supplies.scale) this.rebuild();
  }

  /** Goes on in another picture. The one before is the caller's to destroy. */
  goOnIn(picture: Picture): void {
    picture.resize(this.#size.scale, this.#size.cssScale);
    this.rebuild(picture);
  }

  /** Goes on in another look, without animation. */
  dress(theme: Theme): void {
    this.rebuild(this.picture, theme);
  }

  /** Paints and builds everything again as it stands, without animation: the GPU came back empty, a font arrived. */
  rebuild(picture = this.picture, theme = this.supplies.theme): void {
    const before = this.supplies;
    const supplies = createSupplies(this.#options.edition, theme, this.#size.scale);
    this.#ground = { ...this.#ground, picture, supplies };
    this.#settle();
    destroySupplies(before);
  }

  /** All is to stand as it should at the next frame, whatever was under way. */
  #settle(): void {
    this.#layers.settle(this.#ground);
  }

  /** Leaves nothing in the picture, and nothing that moves. The picture is the caller's. */
  end(): void {
    this.#layers.end();
    this.#ground.time.end();
    destroySupplies(this.supplies);
  }

  #tellLives(): void {
    const lives = this.lives();
    if (sameView(lives, this.#lives)) return;
    this.#lives = lives;
    this.#options.onLives?.(lives);
  }

  /** All of a frame but its picture, as of a moment that the next frame is past. */
  #makeReady(told: Inbox, atMs: number): void {
    this.#timeMs = Math.max(this.#timeMs, atMs);
    this.#isAhead = true;
    const timeMs = this.#timeMs;
    this.#ground.time.moveTo(timeMs);
    this.#carryOut(told, false);
    this.#layers.frame({ timeMs, told, nowMs: nowAt(told.raceClock, timeMs), heard: [], cut: false });
  }

  #isCarriedOut({ items, cut, replay }: Inbox): boolean {
    const done = this.#carriedOut;
    return items === done.items && cut === done.cut && replay === done.replay;
  }

  #carryOut(told: Inbox, afterPause: boolean): void {
    this.#unseenCut = false;
    if (this.#isCarriedOut(told)) return;
    const before = this.#carriedOut;
    const { items, cut, replay } = told;
    this.#carriedOut = { items, cut, replay };
    const turn = replay === before.replay ? null : replay ? 'begins' : 'ends';
    this.#layers.change(before.items, items, cut || afterPause, turn);
    // A cut leaves nothing behind that was already on its way out.
    if (cut) this.#layers.clear(items);
  }

  #say(text: string): void {
    this.#book.say(this.#timeMs, text);
  }

  #fault(overlay: string, error: unknown, remedy: string): void {
    this.#options.onFault?.(this.#book.fault(this.#timeMs, overlay, error, remedy), error);
  }
}
