import type { Texture } from 'pixi.js';
import type { Edition } from '../../edition/edition.ts';
import type { Theme } from '../../edition/theme.ts';
import type { Words } from '../../edition/words/language-words.ts';
import { wordsOf } from '../../edition/words/words.ts';
import type { Animations } from '../time.ts';
import { measureAgain } from './type.ts';

/** What all graphics of a stage are made from, in one theme and one scale. */
export interface Supplies {
  readonly edition: Edition;
  readonly theme: Theme;
  readonly words: Words;
  /** Device pixels for one pixel of 1920 x 1080: text is painted at this size, so that it stays sharp in 4K. */
  readonly scale: number;
  /** What was painted once and is used by many: the edges of plates, marks. Shared, never to be destroyed. */
  readonly art: Map<string, Texture>;
}

/** What one graphic is made from: the supplies of its stage, and its own animations. */
export interface Kit extends Supplies {
  readonly animations: Animations;
}

export function createSupplies(edition: Edition, theme: Theme, scale = 1): Supplies {
  measureAgain();
  return { edition, theme, words: wordsOf(edition.language), scale, art: new Map() };
}

/** Gives back what `createSupplies` and the pieces made from it hold in common. */
export function destroySupplies({ art }: Supplies): void {
  for (const texture of art.values()) if (!texture.destroyed) texture.destroy(!texture.source.destroyed);
  art.clear();
}
