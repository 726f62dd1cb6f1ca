import { Container, Rectangle, Sprite, Texture } from 'pixi.js';
import type { ColorName, TextSize, TextWeight } from '../../edition/theme.ts';
import { art } from './canvas-sprite.ts';
import type { Kit } from './kit.ts';
import { type Type, typeOf, widthOf } from './type.ts';

export interface FiguresStyle {
  readonly size: TextSize;
  readonly weight: TextWeight;
  readonly color: Tone;
  /** How many characters there is room for. */
  readonly cells: number;
  /** Which side stands still, at the x of the node. */
  readonly align: 'left' | 'right';
}

/**
 * A value that changes every second, one sprite a character: no painting, no upload, and the digits stand still. The
 * node stands on the middle of its digits.
 */
export interface Figures {
  readonly node: Container;
  set(text: string, tone?: Tone): void;
  widthOf(text: string): number;
}

const GLYPHS = ' 0123456789+\u2212-~\u2013:.,\'"hkmstz';
const TONES = ['ink', 'inkSoft', 'inkDark', 'accent', 'gain', 'loss'] as const satisfies readonly ColorName[];
export type Tone = (typeof TONES)[number];

const OVERHANG = 2;

export function figures(kit: Kit, style: FiguresStyle): Figures {
  const cells = cellsOf(kit, style.size, style.weight);
  const node = new Container();
  const sprites = Array.from({ length: style.cells }, () => new Sprite(cells.texture(' ', style.color)));
  for (const sprite of sprites) sprite.pivot.set(OVERHANG, cells.middle);
  node.addChild(...sprites);
  const width = (text: string) => [...text].reduce((sum, glyph) => sum + cells.advance(glyph), 0);
  let shown = '';
  return {
    node,
    widthOf: width,
    set(text, tone = style.color) {
      if (`${tone} ${text}` === shown) return;
      shown = `${tone} ${text}`;
      const glyphs = [...text];
      if (glyphs.length > sprites.length)
        throw new Error(`"${text}" does not fit in ${sprites.length} cells: give the figures more of them.`);
      let x = style.align === 'right' ? -width(text) : 0;
      for (const [i, sprite] of sprites.entries()) {
        const glyph = glyphs[i] ?? ' ';
        sprite.texture = cells.texture(glyph, tone);
        sprite.x = x;
        x += glyphs[i] ? cells.advance(glyph) : 0;
      }
    },
  };
}

interface Cells {
  readonly middle: number;
  readonly advance: (glyph: string) => number;
  readonly texture: (glyph: string, tone: Tone) => Texture;
}

/** All characters of one size in all tones on one texture, so that all figures are one batch. */
function cellsOf(kit: Kit, size: TextSize, weight: TextWeight): Cells {
  const type = typeOf(kit.theme, size, weight);
  const advance = (glyph: string) => Math.round(widthOf(type, glyph));
  const lefts = leftsOf(advance);
  const name = `figures ${size} ${weight}`;
  const all = art(kit, name, lefts.total, type.height * TONES.length, (context) =>
    paintCells(context, kit, type, lefts.of),
  );
  const texture = (glyph: string, tone: Tone) => {
    const left = lefts.of.get(glyph);
    if (left === undefined) throw new Error(`"${glyph}" is not one of the figures: "${GLYPHS}".`);
    const width = advance(glyph) + 2 * OVERHANG;
    const frame = new Rectangle(left, TONES.indexOf(tone) * type.height, width, type.height);
    return framed(kit, `${name} ${glyph} ${tone}`, all, frame);
  };
  return { middle: type.middle, advance, texture };
}

function leftsOf(advance: (glyph: string) => number) {
  const of = new Map<string, number>();
  let total = 0;
  for (const glyph of GLYPHS) {
    of.set(glyph, total);
    total += advance(glyph) + 2 * OVERHANG;
  }
  return { of, total };
}

function paintCells(context: CanvasRenderingContext2D, kit: Kit, type: Type, lefts: ReadonlyMap<string, number>): void {
  context.font = type.font;
  for (const [row, tone] of TONES.entries()) {
    context.fillStyle = kit.theme.color[tone];
    for (const [glyph, left] of lefts) context.fillText(glyph, left + OVERHANG, row * type.height + type.ascent);
  }
}

function framed(kit: Kit, name: string, { source }: Texture, frame: Rectangle): Texture {
  const known = kit.art.get(name);
  if (known) return known;
  const texture = new Texture({ source, frame });
  kit.art.set(name, texture);
  return texture;
}
