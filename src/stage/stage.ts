import type { Edition } from '../edition/edition.ts';
import type { Layer } from '../show/manifest.ts';
import { plan, type Step } from '../show/plan.ts';
import type { Item, Items } from '../show/show.ts';
import { moveTo, moving } from './clock.ts';
import { type Inbox, nowAt } from './inbox.ts';
import type { Kit } from './kit/kit.ts';
import type { Overlay } from './overlay.ts';
import type { Picture } from './picture.ts';
import { type Ground, type Life, type Moment, Slot } from './slot.ts';

/** What an overlay did wrong, for the desk; air never shows it. */
export interface Fault {
  readonly overlay: string;
  readonly message: string;
  count: number;
}

export interface StageOptions {
  readonly picture: Picture;
  readonly overlays: ReadonlyMap<string, Overlay>;
  readonly edition: Edition;
  readonly kit: Kit;
  /** Told of each fault, the first time and every time. */
  readonly onFault?: (fault: Fault, error: unknown) => void;
}

const LOG_LENGTH = 50;

/**
 * Brings what is wanted into the picture. One frame, always in this order: inbox, time, select, update, render. It has
 * no clock of its own: `frame` is given to one, and `tell` and `rebuild` are followed by a wake of that clock.
 */
export class Stage {
  /** What was done, newest last, each with its reason. */
  readonly log: { readonly timeMs: number; readonly text: string }[] = [];
  readonly faults = new Map<string, Fault>();
  readonly #options: StageOptions;
  readonly #slots = new Map<Layer, Slot>();
  /** Who enters a layer when the one that leaves has left. */
  readonly #waiting = new Map<Layer, Step>();
  #ground: Ground;
  #inbox: Inbox | null = null;
  #unseenCut = false;
  #carriedOut: { readonly items: Items; readonly cut: boolean } = { items: {}, cut: false };
  #timeMs = 0;
  #frames = 0;

  constructor(options: StageOptions) {
    this.#options = options;
    const { edition, kit, picture } = options;
    this.#ground = {
      edition,
      kit,
      picture,
      log: (text) => this.#say(text),
      fault: (overlay, error) => this.#fault(overlay, error),
    };
  }

  /** Takes in the newest of everything; it counts from the next frame on. A cut that no frame has seen yet stays one. */
  tell(told: Inbox): void {
    this.#inbox = { ...told, cut: told.cut || this.#unseenCut };
    this.#unseenCut = this.#inbox.cut;
  }

  /** Draws one moment; says when it wants to be called again, see `Frame`. */
  frame = (timeMs: number): number => {
    this.#timeMs = timeMs;
    this.#frames++;
    this.#move(timeMs);
    if (!this.#inbox) return Infinity;
    const told = this.#inbox;
    this.#carryOut(told);
    const moment: Moment = { timeMs, told, nowMs: nowAt(told.raceClock, timeMs) };
    let next = Infinity;
    for (const layer of [...this.#slots.keys()]) next = Math.min(next, this.#live(layer, moment));
    this.#options.picture.render();
    return moving() ? timeMs : next;
  };

  /** How often the clock called. */
  get frames(): number {
    return this.#frames;
  }

  /** The life of each graphic, by its id. */
  lives(): Record<string, Life> {
    return Object.fromEntries([...this.#slots.values()].map((slot) => [slot.overlay, slot.life]));
  }

  /** Builds everything again as it stands, without animation: the GPU was lost, or a new scale needs a new kit. */
  rebuild(kit: Kit = this.#ground.kit): void {
    this.#ground = { ...this.#ground, kit };
    for (const slot of this.#slots.values()) slot.rebuild(this.#ground);
  }

  /** An animation that throws takes its own graphic along, and the others are moved nevertheless. */
  #move(timeMs: number): void {
    try {
      moveTo(timeMs);
    } catch (error) {
      const culprit = [...this.#slots.values()].find((slot) => slot.threw());
      if (!culprit) throw error;
      culprit.fail(error);
      this.#move(timeMs);
    }
  }

  #carryOut({ items, cut }: Inbox): void {
    this.#unseenCut = false;
    const before = this.#carriedOut;
    if (items === before.items && cut === before.cut) return;
    this.#carriedOut = { items, cut };
    for (const step of plan(before.items, items, cut)) this.#do(step);
    if (cut) this.#clear(items);
  }

  #do(step: Step): void {
    const { layer, item, cut } = step;
    const slot = this.#slots.get(layer);
    this.#say(step.why);
    if (step.do === 'leave') {
      this.#waiting.delete(layer);
      if (slot?.overlay === item.overlay) slot.out(cut);
    } else if (slot?.overlay === item.overlay) {
      this.#waiting.delete(layer);
      slot.take(item, cut);
    } else if (slot) {
      this.#waiting.set(layer, step);
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
    if (overlay) this.#slots.set(layer, new Slot(overlay, item, cut, this.#ground));
    else this.#fault(item.overlay, new Error(`This page has no overlay "${item.overlay}". Reload it.`));
  }

  /** One frame of a layer: of who holds it, and of who takes it over in this very frame. */
  #live(layer: Layer, moment: Moment): number {
    const slot = this.#slots.get(layer)!;
    const next = slot.frame(moment);
    if (!slot.over) return next;
    this.#slots.delete(layer);
    const step = this.#waiting.get(layer);
    if (!step) return next;
    this.#waiting.delete(layer);
    this.#open(layer, step.item, step.cut);
    return this.#slots.get(layer)?.frame(moment) ?? Infinity;
  }

  #say(text: string): void {
    this.log.push({ timeMs: this.#timeMs, text });
    if (this.log.length > LOG_LENGTH) this.log.shift();
  }

  #fault(overlay: string, error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    const fault = this.faults.get(`${overlay} ${message}`) ?? { overlay, message, count: 0 };
    fault.count++;
    this.faults.set(`${overlay} ${message}`, fault);
    this.#say(`${overlay} failed: ${message}`);
    this.#options.onFault?.(fault, error);
  }
}
