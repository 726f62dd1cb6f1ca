import type { TextSize } from '../../src/edition/theme.ts';
import { paintedCard } from '../../src/stage/kit/card/painted-card.ts';
import { paintJersey, paintKit } from '../../src/stage/kit/jersey.ts';
import type { Pen } from '../../src/stage/kit/pen.ts';
import { paintPennon, pennonWidth } from '../../src/stage/kit/pennon.ts';
import { wrapped } from '../../src/stage/kit/wrap.ts';
import type { Draw } from '../../src/stage/overlay.ts';
import type { StoryView } from './select.ts';

/** From one line to the next, in shares of the size of its letters. */
const PITCH = 1.2;

export const draw: Draw<StoryView> = (kit) =>
  paintedCard(kit, (on, view, width, height) => {
    const { space } = on.supplies.theme;
    const mark = markWidth(on, view);
    const left = space.pad + (mark ? mark + space.pad : 0);
    const { size, lines, pitch } = setText(on, view.text, width - left - space.pad, height - 2 * space.pad);
    const tall = Math.max(lines.length * pitch, mark ? on.supplies.theme.size.heroJersey : 0);
    const high = tall + 2 * space.pad;
    paintMark(on, view, space.pad, high / 2);
    const first = (high - lines.length * pitch) / 2;
    for (const [i, line] of lines.entries()) {
      const said = on.fit([line], width - left - space.pad, size, 'regular');
      const y = Math.round(first + (i + 0.5) * pitch);
      on.words(said.text, { x: left, y, size, weight: 'regular', squeeze: said.squeeze });
    }
    return high;
  });

interface SetText {
  readonly size: TextSize;
  readonly pitch: number;
  readonly lines: readonly string[];
}

/** As large as names in rows; smaller where it is too long for that; what is longer still ends with dots. */
function setText(on: Pen, text: string, width: number, height: number): SetText {
  const inSize = (size: TextSize): SetText => {
    const pitch = 2 * Math.round((on.supplies.theme.text[size] * PITCH) / 2);
    return { size, pitch, lines: wrapped(text, width, (line) => on.widthOf(line, size, 'regular')) };
  };
  const fits = ({ pitch, lines }: SetText) => lines.length * pitch <= height;
  const [row, label] = [inSize('row'), inSize('label')];
  if (fits(row)) return row;
  if (fits(label)) return label;
  const room = Math.floor(height / label.pitch);
  return { ...label, lines: [...label.lines.slice(0, room - 1), `${label.lines[room - 1]} …`] };
}

function markWidth(on: Pen, { jersey, kit, pennon }: StoryView): number {
  if (jersey || kit) return on.supplies.theme.size.heroJersey;
  return pennon ? pennonWidth(on.supplies, pennon.size) : 0;
}

function paintMark(on: Pen, { jersey, kit, pennon }: StoryView, x: number, y: number): void {
  const { heroJersey } = on.supplies.theme.size;
  if (jersey) paintJersey(on, jersey, x, y, heroJersey);
  else if (kit) paintKit(on, kit, x, y, heroJersey);
  else if (pennon) paintPennon(on, pennon, x, y);
}
