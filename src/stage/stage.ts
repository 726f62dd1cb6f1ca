import type { Edition } from '../edition/edition.ts';
import type { Theme } from '../edition/theme.ts';
import { plan, type Step } from '../show/plan.ts';
import type { Item, Items } from '../show/show.ts';
import { excludes, type Layer, layers } from '../show/zones.ts';
import type { ClockFrame, ClockGlance } from './clock.ts';
import { type Fault, remedies } from './fault.ts';
import { type Inbox, nowAt } from './inbox.ts';
import { createSupplies, destroySupplies, type Supplies } from './kit/kit.ts';
import { Logbook } from './logbook.ts';
import type { Overlay } from './overlay.ts';
import type { Picture } from './picture.ts';
import { sameView } from './same-view.ts';
import { type Ground, type Life, Slot } from './slot.ts';
import type { Moment } from './speaker.ts';
import { StageTime } from './time.ts';

/** What becomes of a graphic that somebody wants, or that has not left yet. */
export interface OverlayLife {
  readonly overlay: string;
  readonly layer: Layer;
  readonly life: Life;
  /** Why it is not seen, is old or goes, in one phrase; null where nothing is amiss. */
  readonly why: string | null;
}

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

/**
 * Brings what is wanted into the picture. One frame, always in this order: inbox, time, select, update, render. It has
 * no clock of its own: `frame` is given to one, and `dress` and `rebuild` are followed by a wake of that clock, `tell` by a glance.
 */
export class Stage {
  readonly #book = new Logbook();
  readonly #options: StageOptions;
  readonly #slots = new Map<Layer, Slot>();
  /** Who enters a layer when the one that leaves has left. */
  readonly #next = new Map<Layer, Step>();
  /** What is wanted, and unknown to this page. */
  readonly #missing = new Map<Layer, string>();
  #lives: readonly OverlayLife[] = [];
  #ground: Ground;
  #size = { scale: 1, cssScale: 1 };
  #inbox: Inbox | null = null;
  #unseenCut = false;
  #carriedOut: { readonly items: Items; readonly cut: boolean } = { items: {}, cut: false };
  #timeMs = 0;
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
  }

  /** Takes in the newest of everything; it counts from the next frame on. A cut that no frame has seen yet stays one. */
  tell(told: Inbox): void {
    this.#inbox = { ...told, cut: told.cut || this.#unseenCut };
    this.#unseenCut = this.#inbox.cut && !this.#isCarriedOut(this.#inbox);
  }

  /** Draws one moment; says when it wants to be called again, see `ClockFrame`. After a pause all stands at once as it should. */
  frame: ClockFrame = (timeMs, afterPause = false) => {
    this.#timeMs = timeMs;
    this.#frames++;
    this.#ground.time.moveTo(timeMs);
    if (!this.#inbox) return Infinity;
    if (afterPause) this.#settle();
    const told = this.#inbox;
    this.#carryOut(told, afterPause);
    const moment: Moment = { timeMs, told, nowMs: nowAt(told.raceClock, timeMs), heard: [], cut: afterPause };
    let next = Infinity;
    for (const layer of layers) next = Math.min(next, this.#live(layer, moment));
    for (const layer of layers) next = Math.min(next, this.#takeOver(layer, moment));
    this.picture.render();
    this.#tellLives();
    const { time } = this.#ground;
    return time.moving ? timeMs : Math.min(next, time.nextMs);
  };

  /** Says when a frame is wanted, and draws none: news that change no word and no pixel want none. */
  glance: ClockGlance = (timeMs) => {
    const { time } = this.#ground;
    const told = this.#inbox;
    if (!told) return Infinity;
    if (time.moving || this.#next.size > 0 || !this.#isCarriedOut(told)) return timeMs;
    const moment: Moment = { timeMs, told, nowMs: nowAt(told.raceClock, timeMs), heard: [], cut: false };
    return Math.min(time.nextMs, ...layers.map((layer) => this.#slots.get(layer)?.glance(moment) ?? Infinity));
  };

  /** How often the clock called. */
  get frames(): number {
    return this.#frames;
  }

  /** One row for each graphic that is wanted, or has not left yet. */
  lives(): OverlayLife[] {
    const held = [...this.#slots].map(([layer, { overlay, life, why }]) => ({ overlay, layer, life, why }));
    const next = [...this.#next].map(([layer, { item }]): OverlayLife => {
      const why = `${this.#inTheWay(layer, item)?.overlay} has not left yet`;
      return { overlay: item.overlay, layer, life: 'waiting', why };
    });
    const missing = [...this.#missing].map(([layer, overlay]): OverlayLife => {
      return { overlay, layer, life: 'failed', why: 'this page does not know it' };
    });
    return [...held, ...next, ...missing];
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
    for (const slot of this.#slots.values()) slot.rebuild(this.#ground);
  }

  /** Leaves nothing in the picture, and nothing that moves. The picture is the caller's. */
  end(): void {
    for (const slot of this.#slots.values()) slot.end();
    this.#slots.clear();
    this.#ground.time.end();
    destroySupplies(this.supplies);
  }

  #tellLives(): void {
    const lives = this.lives();
    if (sameView(lives, this.#lives)) return;
    this.#lives = lives;
    this.#options.onLives?.(lives);
  }

  #isCarriedOut({ items, cut }: Inbox): boolean {
    return items === this.#carriedOut.items && cut === this.#carriedOut.cut;
  }

  #carryOut(told: Inbox, afterPause: boolean): void {
    this.#unseenCut = false;
    if (this.#isCarriedOut(told)) return;
    const before = this.#carriedOut;
    const { items, cut } = told;
    this.#carriedOut = { items, cut };
    for (const step of plan(before.items, items, cut || afterPause)) this.#do(step);
    if (cut) this.#clear(items);
  }

  #do(step: Step): void {
    const { layer, item, cut } = step;
    const slot = this.#slots.get(layer);
    this.#say(step.why);
    this.#missing.delete(layer);
    if (step.do === 'leave') {
      this.#next.delete(layer);
      if (slot?.overlay === item.overlay) slot.out(cut);
    } else if (slot?.overlay === item.overlay) {
      this.#next.delete(layer);
      slot.take(item, cut);
    } else if (this.#inTheWay(layer, item)) {
      this.#next.set(layer, step);
    } else {
      this.#open(layer, item, cut);
    }
  }

  /** A cut leaves nothing behind that was already on its way out. */
  #clear(items: Items): void {
    for (const [layer, slot] of this.#slots) if (items[layer]?.overlay !== slot.overlay) slot.out(true);
  }

  #open(layer: Layer, item: Item, cut: boolean): void {
    const overlay = this.#options.overlays.get(item.overlay);
    const held = this.#slots.get(layer);
    if (overlay && held?.unfoldsTo(overlay)) held.unfold(overlay, item, cut);
    else if (overlay) this.#slots.set(layer, new Slot(overlay, item, cut, this.#ground));
    else {
      this.#missing.set(layer, item.overlay);
      this.#fault(item.overlay, `This page has no overlay "${item.overlay}".`, remedies.unknown());
    }
  }

  /** Who holds the layer, or one that excludes it; not one that this item goes on from. */
  #inTheWay(layer: Layer, { overlay }: Item): Slot | undefined {
    const next = this.#options.overlays.get(overlay);
    for (const [held, slot] of this.#slots) {
      const unfolds = held === layer && next !== undefined && slot.unfoldsTo(next);
      if (excludes(held, layer) && !unfolds) return slot;
    }
    return undefined;
  }

  /** One frame of who holds a layer, if anybody does. */
  #live(layer: Layer, moment: Moment): number {
    const slot = this.#slots.get(layer);
    const next = slot?.frame(moment) ?? Infinity;
    if (slot?.over) this.#slots.delete(layer);
    return next;
  }

  /** The first frame of who waits for a layer, once all who were in the way have left: in the very frame in which they do. */
  #takeOver(layer: Layer, moment: Moment): number {
    const step = this.#next.get(layer);
    if (!step || this.#inTheWay(layer, step.item)) return Infinity;
    this.#next.delete(layer);
    this.#open(layer, step.item, step.cut || moment.cut);
    return this.#slots.get(layer)?.frame(moment) ?? Infinity;
  }

  #say(text: string): void {
    this.#book.say(this.#timeMs, text);
  }

  #fault(overlay: string, error: unknown, remedy: string): void {
    this.#options.onFault?.(this.#book.fault(this.#timeMs, overlay, error, remedy), error);
  }
}
