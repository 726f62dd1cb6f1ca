import { type Candidate, fitsOn, rungOf } from '../fit.ts';
import { jerseysWidth } from '../jersey.ts';
import type { Supplies } from '../kit.ts';
import { figureWidth, typeOf, widthOf } from '../type.ts';
import type { StackGroup, StackRider, StackRow, Value } from './stack-view.ts';

/** Where the columns of a stack are, the same for all its rows; pixels from its left edge. */
export interface Columns {
  readonly width: number;
  /** Right edge of the places; left edges of the tabs, of the names of riders and of the names of groups. */
  readonly placeX: number;
  readonly tabX: number;
  readonly riderX: number;
  readonly pennonX: number;
  readonly groupX: number;
  /** Right edges of what is beside a name, and of the values. */
  readonly besideX: number;
  readonly valueX: number;
  /** Whether there is room for nations; how long all names are written. */
  readonly hasNations: boolean;
  readonly rung: number;
}

/** Values no wider than one of these take its room: from 59" to 1'00" nothing moves. */
const TEMPLATES = [`+00'00"`, `+0h00'00"`];

export function columnsOf({ theme }: Supplies, width: number, rows: readonly StackRow[]): Columns {
  const { module, pole, tab } = theme.size;
  const { pad, gap, tight } = theme.space;
  const row = typeOf(theme, 'row', 'heavy');
  const valueX = width - pad;
  const besideX = valueX - valueWidth({ theme }, rows) - pad;
  // Two digits have room; a third moves the names once.
  const placeX = Math.max(module, even(pole + tight + placeWidth({ theme }, rows)));
  const tabX = placeX + gap;
  const base = {
    width,
    placeX,
    tabX,
    riderX: tabX + tab.width + gap,
    pennonX: pole + pad,
    groupX: 2 * module,
    besideX,
    valueX,
  };
  const measure = (text: string) => widthOf(row, text);
  const candidates = (of: readonly (StackGroup | StackRider)[], hasNations: boolean) =>
    of.map((one): Candidate => ({ texts: one.names, width: roomOf({ theme }, base, one, hasNations) }));
  const named = rows.filter((one) => one.kind !== 'more');
  const riders = rows.filter((one) => one.kind === 'rider');
  const rung = rungOf(candidates(named, false), theme.font, measure);
  // No name is shortened for a nation.
  return { ...base, hasNations: fitsOn(rung, candidates(riders, true), theme.font, measure), rung };
}

/** What a name may take. */
export function roomOf(
  { theme }: Pick<Supplies, 'theme'>,
  { riderX, groupX, besideX }: Pick<Columns, 'riderX' | 'groupX' | 'besideX'>,
  row: StackGroup | StackRider,
  hasNations: boolean,
): number {
  const { gap, pad } = theme.space;
  const worn = jerseysWidth({ theme }, row.jerseys.length);
  const jerseys = worn > 0 ? worn + gap : 0;
  if (row.kind === 'group') return besideX - (row.trend ? theme.size.arrow + gap : 0) - jerseys - groupX;
  const nation = hasNations && row.nation ? widthOf(typeOf(theme, 'micro', 'regular'), 'MMM') + pad : 0;
  return besideX - nation - jerseys - riderX;
}

function placeWidth({ theme }: Pick<Supplies, 'theme'>, rows: readonly StackRow[]): number {
  const figure = typeOf(theme, 'row', 'heavy');
  return Math.max(0, ...rows.map((row) => (row.kind === 'rider' ? figureWidth(figure, row.place) : 0)));
}

const even = (pixels: number): number => 2 * Math.ceil(pixels / 2);

function valueWidth({ theme }: Pick<Supplies, 'theme'>, rows: readonly StackRow[]): number {
  const figure = typeOf(theme, 'value', 'heavy');
  const widest = Math.max(0, ...rows.map((row) => (row.kind === 'more' ? 0 : widthOfValue({ theme }, row.value))));
  const rooms = TEMPLATES.map((text) => figureWidth(figure, text));
  return Math.ceil(rooms.find((room) => widest <= room) ?? widest);
}

function widthOfValue({ theme }: Pick<Supplies, 'theme'>, { text, isWord }: Value): number {
  return isWord ? widthOf(typeOf(theme, 'label', 'regular'), text) : figureWidth(typeOf(theme, 'value', 'heavy'), text);
}
