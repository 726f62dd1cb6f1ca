import { gsap } from 'gsap';
import type { Container, PointData } from 'pixi.js';
import type { Kit } from './kit.ts';

/** Where something comes from or goes to, in pixels from its place. */
export type Offset = Partial<PointData>;

/**
 * How things move here. Whole pixels all the way: text stays sharp, and both renderers draw the same edge. What
 * enters starts from values that are given, what leaves starts from the picture as it is.
 */
export interface Motion {
  timeline(): gsap.core.Timeline;
  /** Fades in from beside its resting place, which is given: it may be under way when this is called. */
  enter(line: gsap.core.Timeline, node: Container, rest: PointData, from: Offset, atS?: number): void;
  leave(line: gsap.core.Timeline, node: Container, rest: PointData, to: Offset, atS?: number): void;
  /** Opens a plate to its size; `scale` of a plate is its size. */
  open(line: gsap.core.Timeline, scale: PointData, to: Offset, atS?: number): void;
  close(line: gsap.core.Timeline, scale: PointData, axis: 'x' | 'y', atS?: number): void;
  /** The moment at which the n-th of a row of things begins. */
  stagger(n: number): number;
  /** To a new place in a list. */
  moveTo(node: Container, y: number): void;
  appear(node: Container, delayS?: number): void;
  vanish(node: Container): void;
  /** Stands out, then fades. */
  flash(node: Container): void;
}

const NOW = { overwrite: 'auto', lazy: false } as const;

export function motion({ theme: { motion: tokens } }: Kit): Motion {
  const incoming = { duration: tokens.inS, ease: tokens.easeIn, ...NOW, immediateRender: true };
  const outgoing = { duration: tokens.outS, ease: tokens.easeOut, ...NOW };
  return {
    timeline: () => gsap.timeline(),
    enter(line, node, rest, from, atS = 0) {
      const start = { alpha: 0, x: rest.x + (from.x ?? 0), y: rest.y + (from.y ?? 0) };
      line.fromTo(node, start, { alpha: 1, x: rest.x, y: rest.y, snap: { x: 1, y: 1 }, ...incoming }, atS);
    },
    leave(line, node, rest, to, atS = 0) {
      const end = { alpha: 0, x: rest.x + (to.x ?? 0), y: rest.y + (to.y ?? 0) };
      line.to(node, { ...end, snap: { x: 1, y: 1 }, ...outgoing }, atS);
    },
    open(line, scale, to, atS = 0) {
      const closed = Object.fromEntries(Object.keys(to).map((axis) => [axis, 0]));
      line.fromTo(scale, closed, { ...to, snap: { x: 1, y: 1 }, ...incoming }, atS);
    },
    close(line, scale, axis, atS = 0) {
      line.to(scale, { [axis]: 0, snap: { x: 1, y: 1 }, ...outgoing }, atS);
    },
    stagger: (n) => n * tokens.staggerS,
    moveTo(node, y) {
      gsap.to(node, { y, duration: tokens.moveS, ease: tokens.easeMove, snap: { y: 1 }, ...NOW });
    },
    appear(node, delayS = 0) {
      const to = { alpha: 1, duration: tokens.swapS, delay: delayS, immediateRender: true, ...NOW };
      gsap.fromTo(node, { alpha: 0 }, to);
    },
    vanish(node) {
      gsap.to(node, { alpha: 0, duration: tokens.swapS, ...NOW });
    },
    flash(node) {
      const fade = { duration: tokens.flashFadeS, delay: tokens.flashHoldS, ease: tokens.easeOut };
      gsap.fromTo(node, { alpha: 1 }, { alpha: 0, ...fade, immediateRender: true, ...NOW });
    },
  };
}

/** Puts a node at rest at once, whatever it was doing. */
export function still(node: Container, values: { alpha?: number; y?: number }): void {
  gsap.killTweensOf(node);
  Object.assign(node, values);
}
