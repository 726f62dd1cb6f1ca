import { fitText } from '../fit.ts';
import { jerseysWidth, paintJerseys } from '../jersey.ts';
import { type Arrow, paintArrow, paintTab } from '../marks.ts';
import type { Pen } from '../pen.ts';
import { paintPennon } from '../pennon.ts';
import { type Columns, roomOf } from './columns.ts';
import type { StackGroup, StackMore, StackRider, StackRow, Value } from './stack-view.ts';

/** The words of one row on a module of board; `mark` says that the rider has just won or lost a place. */
export function paintRow(pen: Pen, row: StackRow, columns: Columns, mark: Arrow | null): void {
  const y = pen.supplies.theme.size.module / 2;
  if (row.kind === 'group') paintGroup(pen, row, columns, y);
  else if (row.kind === 'rider') paintRider(pen, row, columns, y, mark);
  else paintMore(pen, row, columns, y);
}

function paintGroup(pen: Pen, row: StackGroup, columns: Columns, y: number): void {
  const { space, size } = pen.supplies.theme;
  paintPennon(pen, row.pennon, columns.pennonX, y);
  const nameEnd = columns.groupX + paintName(pen, row, columns, columns.groupX, y);
  paintJerseys(pen, row.jerseys, nameEnd + space.pad, y);
  if (row.trend) paintArrow(pen, row.trend, columns.besideX - size.arrow / 2, y);
  paintValue(pen, row.value, columns.valueX, y);
}

function paintRider(pen: Pen, row: StackRider, columns: Columns, y: number, mark: Arrow | null): void {
  const { space, size } = pen.supplies.theme;
  pen.figures(row.place, { x: columns.placeX, y, size: 'row', align: 'right' });
  // Between his place and his name, where it covers neither.
  if (mark) paintArrow(pen, mark, columns.tabX + size.tab.width / 2, y);
  else if (row.colors) paintTab(pen, row.colors, columns.tabX, y);
  paintName(pen, row, columns, columns.riderX, y);
  let right = columns.besideX;
  if (columns.hasNations && row.nation) {
    pen.words(row.nation, {
      x: right,
      y,
      size: 'micro',
      beside: 'row',
      weight: 'regular',
      tone: 'soft',
      align: 'right',
    });
    right -= pen.widthOf('MMM', 'micro', 'regular') + space.gap;
  }
  paintJerseys(pen, row.jerseys, Math.round(right - jerseysWidth(pen.supplies, row.jerseys.length)), y);
  paintValue(pen, row.value, columns.valueX, y);
}

function paintMore(pen: Pen, { names, pole }: StackMore, { riderX, groupX, width }: Columns, y: number): void {
  const { theme } = pen.supplies;
  const x = pole ? riderX : groupX;
  const { text, squeeze } = pen.fit(names, width - x - theme.space.pad, 'label', 'regular');
  pen.words(text, { x, y, size: 'label', beside: 'row', weight: 'regular', tone: 'soft', squeeze });
}

/** Returns the width that it takes. */
function paintName(pen: Pen, row: StackGroup | StackRider, columns: Columns, x: number, y: number): number {
  const { theme } = pen.supplies;
  const texts = row.names.slice(Math.min(columns.rung, row.names.length - 1));
  const room = roomOf(pen.supplies, columns, row, columns.hasNations);
  const widthOf = (name: string) => pen.widthOf(name, 'row');
  const isTooLong = row.kind === 'group' && widthOf(texts.at(-1) ?? '') * theme.font.condense > room;
  const { text, squeeze } = fitText(isTooLong ? [row.kindName] : texts, room, theme.font, widthOf);
  return pen.words(text, { x, y, size: 'row', squeeze });
}

function paintValue(pen: Pen, { text, isWord }: Value, x: number, y: number): void {
  if (isWord) pen.words(text, { x, y, size: 'label', beside: 'row', weight: 'regular', align: 'right' });
  else pen.figures(text, { x, y, size: 'value', align: 'right' });
}
