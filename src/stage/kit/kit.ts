import type { Texture } from 'pixi.js';
import type { Edition } from '../../edition/edition.ts';
import { type Theme, themeOf } from '../../edition/theme.ts';
import { type Words, wordsOf } from '../../edition/words/words.ts';

/** The pieces that overlays are made of, in one theme. One for the life of a page. */
export interface Kit {
  readonly edition: Edition;
  readonly theme: Theme;
  readonly words: Words;
  /** Device pixels for one pixel of 1920 x 1080: text is painted at this size, so that it stays sharp in 4K. */
  readonly scale: number;
  /** What was painted once and is used by many: icons, jerseys, the cells of figures. Shared, never to be destroyed. */
  readonly art: Map<string, Texture>;
}

export function createKit(edition: Edition, scale = 1): Kit {
  return { edition, theme: themeOf(edition.theme), words: wordsOf(edition.language), scale, art: new Map() };
}

/** Gives back what `createKit` and the pieces made with it hold in common. */
export function destroyKit(kit: Kit): void {
  for (const texture of kit.art.values()) if (!texture.destroyed) texture.destroy(!texture.source.destroyed);
  kit.art.clear();
}
