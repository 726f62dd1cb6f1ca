/// <reference types="gsap" />
import { Sprite, Texture } from 'pixi.js';
import type { Color } from '../../edition/theme.ts';
import type { Cloth } from './cloth.ts';
import type { Kit } from './kit.ts';

/** A pole, and the cloth that flies from it. */
export interface Flag {
  readonly pole: Pole;
  readonly cloth: Cloth;
}

/** The left edge of a plate: its colour means something. */
export interface Pole {
  readonly node: Sprite;
  color(color: Color): void;
  /** Stands beside so much of a cloth: see `Cloth.span`. */
  span(top: number, height: number): void;
  /** How much of its height has come down, from 0 to 1. */
  down: number;
}

export function pole(width: number, height: number, color: Color): Pole {
  const node = new Sprite({ texture: Texture.WHITE, tint: color });
  let whole = height;
  let down = 1;
  const draw = () => {
    const tall = Math.round(down * whole);
    node.renderable = tall > 0;
    node.setSize(width, Math.max(1, tall));
  };
  draw();
  return {
    node,
    color(next) {
      node.tint = next;
    },
    span(top, tall) {
      node.y = top;
      whole = tall;
      draw();
    },
    get down() {
      return down;
    },
    set down(share) {
      down = share;
      draw();
    },
  };
}

/** How things move here. Whole pixels all the way: text stays sharp, and both renderers draw the same edge. */
export interface Hoist {
  /** The poles come down, then the cloths unfurl with their words on them, one after the other. */
  raise(flags: readonly Flag[]): gsap.core.Timeline;
  /** The cloths furl, then the poles go, all at once. */
  strike(flags: readonly Flag[]): gsap.core.Timeline;
  /** One cloth more, beside those that stand. */
  unfurl(cloth: Cloth): void;
  /** The same of words alone, on a plate that is there. */
  appear(words: { open: number }, width: number): void;
  /** To another place in a list; or to what is to be looked at. */
  slide(target: object, to: Readonly<Record<string, number>>, pace: 'reorder' | 'look', onUpdate?: () => void): void;
  /** Does it when so much time has passed, unless something else is to happen to the target first. */
  later(target: object, delayS: number, action: () => void): void;
  stop(target: object): void;
}

const NOW = { overwrite: 'auto', lazy: false } as const;

export function hoist({ animations, theme: { motion } }: Kit): Hoist {
  const { pole: mast, cloth: sail } = motion;
  const unfurling = { duration: sail.inS, ease: sail.easeIn, ...NOW };
  return {
    raise(flags) {
      const line = animations.timeline();
      const one = mast.inS + sail.inS;
      const stepS = Math.min(motion.staggerS, (motion.longestS - one) / Math.max(1, flags.length - 1));
      for (const [i, { pole, cloth }] of flags.entries()) {
        const down = { down: 1, duration: mast.inS, ease: mast.ease, immediateRender: true, ...NOW };
        line.fromTo(pole, { down: 0 }, down, i * stepS);
        const open = { open: cloth.width, immediateRender: true, ...unfurling };
        line.fromTo(cloth, { open: 0 }, open, i * stepS + mast.inS);
      }
      return line;
    },
    strike(flags) {
      const line = animations.timeline();
      for (const { pole, cloth } of flags) {
        line.to(cloth, { open: 0, duration: sail.outS, ease: sail.easeOut, ...NOW }, 0);
        line.to(pole, { down: 0, duration: mast.outS, ...NOW }, sail.outS);
      }
      return line;
    },
    unfurl(cloth) {
      animations.fromTo(cloth, { open: 0 }, { open: cloth.width, immediateRender: true, ...unfurling });
    },
    appear(words, width) {
      animations.fromTo(words, { open: 0 }, { open: width, immediateRender: true, ...unfurling });
    },
    slide(target, to, pace, onUpdate) {
      const { s, ease } = motion[pace];
      const snap = Object.fromEntries(Object.keys(to).map((name) => [name, 1]));
      animations.to(target, { ...to, duration: s, ease, snap, onUpdate, ...NOW });
    },
    later(target, delayS, action) {
      animations.later(target, delayS, action);
    },
    stop: (target) => animations.stop(target),
  };
}
