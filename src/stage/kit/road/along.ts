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

/** What can be said at a place, from much to little. */
export interface Claim {
  readonly at: number;
  /** Of each way to say it; the node stands in its middle. */
  readonly widths: readonly number[];
}

/** Which way was taken (null: there is no room for any), and the middle of it. */
export type Granted = { readonly way: number; readonly at: number } | null;

/**
 * Gives room along a line: first the least to each, then more, one step at a time, always the most important first. A
 * thing may be moved aside as long as it still covers its place.
 */
export function grant(claims: readonly Claim[], line: Span, gap: number): Granted[] {
  const granted: Granted[] = claims.map(() => null);
  const most = Math.max(0, ...claims.map(({ widths }) => widths.length));
  for (let step = 1; step <= most; step++)
    for (const [i, { at, widths }] of claims.entries()) {
      const way = widths.length - step;
      if (way < 0 || (step > 1 && granted[i]?.way !== way + 1)) continue;
      const others = claims.flatMap((claim, j) => (j === i ? [] : spanOf(claim, granted[j] ?? null)));
      const place = near(at, widths[way] ?? 0, line, gap, others);
      if (place !== null) granted[i] = { way, at: place };
    }
  return granted;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

function spanOf({ widths }: Claim, granted: Granted): Span[] {
  if (!granted) return [];
  const half = (widths[granted.way] ?? 0) / 2;
  return [{ from: granted.at - half, to: granted.at + half }];
}

/** The nearest free middle that still covers the place itself. */
function near(at: number, width: number, { from, to }: Span, gap: number, spans: readonly Span[]): number | null {
  const half = width / 2;
  const inside = (x: number) => Math.min(to - half, Math.max(from + half, x));
  const edges = spans.flatMap((span) => [span.from - gap - half, span.to + gap + half]);
  const free = [at, ...edges]
    .map(inside)
    .filter((x) => spans.every((span) => x + half + gap <= span.from || x - half - gap >= span.to))
    .filter((x) => Math.abs(x - at) <= Math.max(half, Math.abs(inside(at) - at)))
    .sort((a, b) => Math.abs(a - at) - Math.abs(b - at));
  return free[0] ?? null;
}
