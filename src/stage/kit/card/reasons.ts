import type { Pen } from '../pen.ts';

/** Lines at the foot of a board, from `top` on, so wide. Returns where they end. */
export function paintReasons(on: Pen, lines: readonly string[], top: number, width: number): number {
  const { space, text } = on.supplies.theme;
  const pitch = 2 * Math.round(text.label * 0.6);
  for (const [i, line] of lines.entries()) {
    const said = on.fit([line], width - 2 * space.pad, 'label', 'regular');
    const y = top + space.tight + Math.round((i + 0.5) * pitch);
    on.words(said.text, { x: space.pad, y, size: 'label', weight: 'regular', tone: 'soft', squeeze: said.squeeze });
  }
  return lines.length === 0 ? top : top + lines.length * pitch + space.gap;
}
