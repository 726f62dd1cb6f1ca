import { plan, type ReplayTurn, type Step } from '../show/plan.ts';
import type { Item, Items } from '../show/show.ts';
import { excludes, type Layer, layers } from '../show/zones.ts';
import { remedies } from './fault.ts';
import type { Overlay } from './overlay.ts';
import { type Ground, type Life, Slot } from './slot.ts';
import type { Moment } from './speaker.ts';

/** What becomes of a graphic that somebody wants, or that has not left yet. */
export interface OverlayLife {
  readonly overlay: string;
  /** With which values and which step it is drawn. */
  readonly item: Item;
  readonly layer: Layer;
  readonly life: Life;
  /** Why it is not seen, is old or goes, in one phrase; null where nothing is amiss. */
  readonly why: string | null;
}

/** Who is in the picture, who waits until another has left, and who is wanted and unknown to this page. */
export class Layers {
  readonly #overlays: ReadonlyMap<string, Overlay>;
  readonly #slots = new Map<Layer, Slot>();
  /** Who enters a layer when the one that leaves has left. */
  readonly #next = new Map<Layer, Step>();
  readonly #missing = new Map<Layer, Item>();
  #ground: Ground;

  constructor(overlays: ReadonlyMap<string, Overlay>, ground: Ground) {
    this.#overlays = overlays;
    this.#ground = ground;
  }

  /** From what was wanted to what is; at once, where it is cut; by a replay, where that takes a turn. */
  change(before: Items, items: Items, cut: boolean, turn: ReplayTurn): void {
    for (const step of plan(before, items, cut, turn)) this.#do(step);
  }

  /** Leaves in a cut whatever was already on its way out. */
  clear(items: Items): void {
    for (const [layer, slot] of this.#slots) if (items[layer]?.overlay !== slot.overlay) slot.out(true);
  }

  /** One frame of all, zone by zone; says when the next one is wanted. */
  frame(moment: Moment): number {
    let next = Infinity;
    for (const layer of layers) next = Math.min(next, this.#live(layer, moment));
    for (const layer of layers) next = Math.min(next, this.#takeOver(layer, moment));
    return next;
  }

  /** When a frame is wanted; draws none. */
  glance(moment: Moment): number {
    if (this.#next.size > 0) return moment.timeMs;
    return Math.min(...layers.map((layer) => this.#slots.get(layer)?.glance(moment) ?? Infinity));
  }

  /** All stand as they should at the next frame, on this ground, whatever was under way. */
  settle(ground: Ground): void {
    this.#ground = ground;
    for (const slot of this.#slots.values()) slot.rebuild(ground);
  }

  /** One row for each graphic that is wanted, or has not left yet. */
  lives(): OverlayLife[] {
    const held = [...this.#slots].map(([layer, { overlay, item, life, why }]) => ({ overlay, item, layer, life, why }));
    const next = [...this.#next].map(([layer, { item }]): OverlayLife => {
      const why = `${this.#inTheWay(layer, item)?.overlay} has not left yet`;
      return { overlay: item.overlay, item, layer, life: 'waiting', why };
    });
    const missing = [...this.#missing].map(([layer, item]): OverlayLife => {
      return { overlay: item.overlay, item, layer, life: 'failed', why: 'this page does not know it' };
    });
    return [...held, ...next, ...missing];
  }

  /** What is to be read in a graphic at this moment. */
  words(overlay: string): readonly string[] {
    return [...this.#slots.values()].find((slot) => slot.overlay === overlay)?.words() ?? [];
  }

  end(): void {
    for (const slot of this.#slots.values()) slot.end();
    this.#slots.clear();
  }

  #do(step: Step): void {
    const { layer, item, cut } = step;
    const slot = this.#slots.get(layer);
    this.#ground.log(step.why);
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

  #open(layer: Layer, item: Item, cut: boolean): void {
    const overlay = this.#overlays.get(item.overlay);
    const held = this.#slots.get(layer);
    if (overlay && held?.unfoldsTo(overlay)) held.unfold(overlay, item, cut);
    else if (overlay) this.#slots.set(layer, new Slot(overlay, item, cut, this.#ground));
    else {
      this.#missing.set(layer, item);
      this.#ground.fault(item.overlay, `This page has no overlay "${item.overlay}".`, remedies.unknown());
    }
  }

  /** Who holds the layer, or one that excludes it; not one that this item goes on from. */
  #inTheWay(layer: Layer, { overlay }: Item): Slot | undefined {
    const next = this.#overlays.get(overlay);
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
}
