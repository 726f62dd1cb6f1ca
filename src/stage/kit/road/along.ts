/** Something with a width that would like to stand at a place on a line. */
export interface Wish {
  readonly at: number;
  readonly width: number;
}

/** Things that stand side by side, and where they would like to begin, on average. */
interface Row {
  readonly widths: readonly number[];
  readonly length: number;
  readonly wishedFrom: number;
}

/**
 * Moves things apart, in their order and within the line, so that none covers another: those that collide stand side by
 * side, in the middle of where they would be.
 */
export function spread(wishes: readonly Wish[], { from, to }: Span, gap: number): number[] {
  const startOf = ({ wishedFrom, length }: Row) => Math.max(from, Math.min(to - length, wishedFrom));
  const rows: Row[] = [];
  for (const { at, width } of wishes) {
    let row: Row = { widths: [width], length: width, wishedFrom: at - width / 2 };
    for (let last = rows.at(-1); last && startOf(last) + last.length + gap > startOf(row); last = rows.at(-1)) {
      rows.pop();
      row = joined(last, row, gap);
    }
    rows.push(row);
  }
  return rows.flatMap((row) => {
    let x = startOf(row);
    return row.widths.map((width) => {
      x += width + gap;
      return x - gap - width / 2;
    });
  });
}

function joined(a: Row, b: Row, gap: number): Row {
  const [many, few] = [a.widths.length, b.widths.length];
  const widths = [...a.widths, ...b.widths];
  const wishedFrom = (a.wishedFrom * many + (b.wishedFrom - a.length - gap) * few) / (many + few);
  return { widths, length: a.length + gap + b.length, wishedFrom };
}

export interface Span {
  readonly from: number;
  readonly to: number;
}
