/// <reference types="gsap" />
import type { Container, PointData } from 'pixi.js';
import type { Kit } from './kit.ts';
import type { Plate } from './plate.ts';

/** Where something comes from or goes to, in pixels from its place. */
export type Offset = Partial<PointData>;

/** A part of a graphic: plates that open to the right, bars that grow down, then what stands on them slides in. */
export interface Part {
  readonly plates: readonly Plate[];
  readonly bars?: readonly Plate[];
  /** At 0, 0 when it rests. */
  readonly content: Container;
  readonly from: Offset;
}

/**
 * How things move here. Whole pixels all the way: text stays sharp, and both renderers draw the same edge. What
 * enters starts from values that are given, what leaves starts from the picture as it is.
 */
export interface Motion {
  timeline(): gsap.core.Timeline;
  enter(line: gsap.core.Timeline, part: Part, atS: number): void;
  leave(line: gsap.core.Timeline, part: Part, atS: number): void;
  /** Draws a line from left to right, up to its length. */
  draw(line: gsap.core.Timeline, drawn: { x: number }, length: number, atS: number): void;
  /** The moment at which the n-th of a row of things begins. */
  stagger(n: number): number;
  /** To a new place, or a plate to a new scale. */
  moveTo(target: PointData, to: Offset): void;
  appear(node: Container, delayS?: number): void;
  vanish(node: Container): void;
  /** Stands out, then fades. */
  flash(node: Container): void;
  /** Puts a node at rest at once, whatever it was doing. */
  still(node: Container, values: Offset & { readonly alpha?: number }): void;
}

const NOW = { overwrite: 'auto', lazy: false } as const;
/** No word stands beyond its plate: words come when the plate is nearly open, the plate closes when they are nearly gone. */
const WORDS_AFTER = 0.6;
const PIXELS = { snap: { x: 1, y: 1 } };

export function motion({ animations, theme: { motion: tokens } }: Kit): Motion {
  const incoming = { duration: tokens.inS, ease: tokens.easeIn, ...NOW, immediateRender: true };
  const outgoing = { duration: tokens.outS, ease: tokens.easeOut, ...NOW };
  const closeS = WORDS_AFTER * tokens.swapS;
  const stagger = (n: number) => n * tokens.staggerS;
  return {
    stagger,
    timeline: () => animations.timeline(),
    enter(line, { plates, bars = [], content, from }, atS) {
      for (const { node, rest } of plates)
        line.fromTo(node.scale, { x: 0 }, { x: rest.width, ...PIXELS, ...incoming }, atS);
      for (const { node, rest } of bars)
        line.fromTo(node.scale, { y: 0 }, { y: rest.height, ...PIXELS, ...incoming }, atS);
      const beside = { alpha: 0, x: from.x ?? 0, y: from.y ?? 0 };
      line.fromTo(content, beside, { alpha: 1, x: 0, y: 0, ...PIXELS, ...incoming }, atS + WORDS_AFTER * tokens.inS);
    },
    leave(line, { plates, bars = [], content, from }, atS) {
      const beside = { alpha: 0, x: from.x ?? 0, y: from.y ?? 0 };
      line.to(content, { ...beside, ...PIXELS, ...outgoing, duration: tokens.swapS }, atS);
      for (const { node } of plates) line.to(node.scale, { x: 0, ...PIXELS, ...outgoing }, atS + closeS);
      for (const { node } of bars) line.to(node.scale, { y: 0, ...PIXELS, ...outgoing }, atS + closeS);
    },
    draw(line, drawn, length, atS) {
      line.fromTo(drawn, { x: 0 }, { x: length, ...PIXELS, ...incoming, duration: tokens.moveS }, atS);
    },
    moveTo(target, to) {
      animations.to(target, { ...to, duration: tokens.moveS, ease: tokens.easeMove, ...PIXELS, ...NOW });
    },
    appear(node, delayS = 0) {
      const to = { alpha: 1, duration: tokens.swapS, delay: delayS, immediateRender: true, ...NOW };
      animations.fromTo(node, { alpha: 0 }, to);
    },
    vanish(node) {
      animations.to(node, { alpha: 0, duration: tokens.swapS, ...NOW });
    },
    flash(node) {
      const fade = { duration: tokens.flashFadeS, delay: tokens.flashHoldS, ease: tokens.easeOut };
      animations.fromTo(node, { alpha: 1 }, { alpha: 0, ...fade, immediateRender: true, ...NOW });
    },
    still(node, values) {
      animations.stop(node);
      Object.assign(node, values);
    },
  };
}
