import { type Container, Sprite } from 'pixi.js';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/edition/edition.ts';
import { shippedThemes } from '../../src/host/themes.ts';
import { situation } from '../../src/race/sample/situation.ts';
import { shelves } from '../support/stand.ts';

const { stand } = shelves.find(({ id }) => id === 'climb-card')!;

/** Close together, as on a last climb: their flags stand above each other. */
const groups = [
  { kind: 'head', bibs: ['33', '12', '54', '61'] },
  { kind: 'chasers', bibs: ['24', '77', '3'], gapS: 83 },
  { kind: 'jersey', bibs: 42, gapS: 130 },
  { kind: 'dropped', bibs: 12, gapS: 160 },
] as const;

/** Without news for so long every figure is an estimate: `~` makes it wider. */
const OLD_S = 45;
const kms = Array.from({ length: 12 }, (_, i) => 99.5 + i);
const editions = languages.flatMap((language) => [...shippedThemes.keys()].map((theme) => ({ language, theme })));

describe('the flags of a climb', () => {
  it.each(editions)('keep clear of its figures in $language, $theme', async (edition) => {
    const race = (headKm: number) => situation({ headKm, groups });
    const graphic = await stand({ title: 'flags', race: race(kms[0]!), ageS: OLD_S, edition }, 'canvas');
    const { theme } = graphic.supplies;
    let most = 0;
    for (const km of kms) {
      graphic.show(race(km));
      graphic.after(200);
      const sheets = sheetsIn(graphic.node()!);
      const figures = sheets.find(({ high }) => high === 2 * theme.size.module)!;
      const flags = sheets.filter(({ high }) => high === theme.size.pennon);
      for (const flag of flags)
        expect(meet(figures.ink, flag.ink, theme.space.hair), `${JSON.stringify({ km, figures, flag })}`).toBe(false);
      most = Math.max(most, flags.length);
    }
    expect(most).toBeGreaterThan(2);
    graphic.close();
  });
});

interface Ink {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What is painted by hand and shows: how high its sheet is, and where its ink is in the graphic. */
function sheetsIn(node: Container): { high: number; ink: Ink }[] {
  return node.children.flatMap((child) => {
    if (!child.visible || !child.renderable) return [];
    const sheets = sheetsIn(child);
    if (!(child instanceof Sprite) || !(child.texture.source.resource instanceof HTMLCanvasElement)) return sheets;
    const { x, y } = child.getGlobalPosition();
    const ink = inkOf(child.texture.source.resource, x, y);
    return ink ? [...sheets, { high: child.texture.height, ink }] : sheets;
  });
}

function inkOf(canvas: HTMLCanvasElement, x: number, y: number): Ink | null {
  const { data, width, height } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  const ink = { left: width, right: 0, top: height, bottom: 0 };
  for (let i = 0; i < width * height; i++) {
    if (data[4 * i + 3] === 0) continue;
    const [column, row] = [i % width, Math.floor(i / width)];
    ink.left = Math.min(ink.left, column);
    ink.right = Math.max(ink.right, column + 1);
    ink.top = Math.min(ink.top, row);
    ink.bottom = Math.max(ink.bottom, row + 1);
  }
  const { left, right, top, bottom } = ink;
  return right === 0 ? null : { left: x + left, right: x + right, top: y + top, bottom: y + bottom };
}

/** Whether less than so many pixels are between two. */
const meet = (a: Ink, b: Ink, apart: number): boolean =>
  a.left < b.right + apart && b.left < a.right + apart && a.top < b.bottom + apart && b.top < a.bottom + apart;
