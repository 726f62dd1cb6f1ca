/** Rows for which there is room whatever else is on air. */
export const ROWS_ALWAYS = 10;
/** Modules below the header for which there is room where nothing stands below. */
export const TALLEST = 17;
/** Of a module: what the picture shows between two blocks. */
const BETWEEN = 1 / 9;
const ROUNDING = 1e-9;

/** What says where a block ends. */
interface Row {
  readonly block: string;
}

const apart = (before: string, block: string): number => (before === block ? 0 : BETWEEN);

/** How high rows are, in modules, with what the picture shows between their blocks. */
const heightOf = (rows: readonly Row[]): number =>
  rows.reduce((height, { block }, i) => height + 1 + apart(rows[i - 1]?.block ?? '', block), 0);

/** For how many rows of a block there is room below others, in so many modules. */
export const rowsBelow = (rows: readonly Row[], block: string, modules: number): number =>
  Math.floor(modules - heightOf(rows) - apart(rows.at(-1)?.block ?? '', block) + ROUNDING);

/** How many of these rows have room in so many modules, from the first on. */
export function rowsWithin(rows: readonly Row[], modules: number): number {
  let count = rows.length;
  while (count > 0 && heightOf(rows.slice(0, count)) > modules + ROUNDING) count -= 1;
  return count;
}
