import type { TextSize } from '../../src/edition/theme.ts';
import { paintedCard } from '../../src/stage/kit/card/painted-card.ts';
import { paintRange, rangeSize } from '../../src/stage/kit/card/range.ts';
import { paintReasons } from '../../src/stage/kit/card/reasons.ts';
import type { Pen } from '../../src/stage/kit/pen.ts';
import { paintPennon, pennonWidth } from '../../src/stage/kit/pennon.ts';
import type { Draw } from '../../src/stage/overlay.ts';
import type { ForecastRow, ForecastView } from './select.ts';

/** Of a row, in modules; and where the lines of its words are, in shares of it. */
const ROW = 2;
/** That much is left for a flag and a name, at least. */
const NAMES = 7;
const [NAME, LABEL, RANGE] = [0.36, 0.72, 0.42];

export const draw: Draw<ForecastView> = (kit) =>
  paintedCard(kit, (on, { rows, because }, width) => {
    const { module } = on.supplies.theme.size;
    const high = ROW * module;
    const ranges = rows.map(({ range }) => range);
    const size = rangeSize(on, ranges, width - NAMES * on.supplies.theme.size.module);
    for (const [i, row] of rows.entries()) paintRow(on, row, size, i * high, width);
    return paintReasons(on, because, rows.length * high, width);
  });

function paintRow(on: Pen, row: ForecastRow, size: TextSize, top: number, width: number): void {
  const { pennon, names, label, range } = row;
  const { space, color, size: sizes } = on.supplies.theme;
  const high = ROW * sizes.module;
  const y = (share: number) => top + 2 * Math.round((share * high) / 2);
  const right = width - space.pad;
  // Both ranges stand alike, whatever the flags before their names are.
  const left = space.pad + pennonWidth(on.supplies, '000') + space.gap;
  const taken = paintRange(on, range, size, right, y(RANGE));
  const room = right - taken - space.wide - left;
  paintPennon(on, pennon, space.pad, y(NAME));
  const name = on.fit(names, room, 'row');
  on.words(name.text, { x: left, y: y(NAME), size: 'row', squeeze: name.squeeze });
  const said = on.fit([label], room, 'label', 'regular');
  on.words(said.text, { x: left, y: y(LABEL), size: 'label', weight: 'regular', tone: 'soft', squeeze: said.squeeze });
  on.context.fillStyle = color.rule;
  on.context.fillRect(space.pad, top + high - space.hair, right - space.pad, space.hair);
}
