/** What shows of a row, in pixels from its top. */
export interface Part {
  readonly top: number;
  readonly height: number;
}

/**
 * What shows of a row at `y`: what is above `bottom` and under none of those above it, which are told by their tops. All
 * rows are as high, so that it is one part.
 */
export function uncovered(y: number, height: number, bottom: number, above: readonly number[]): Part {
  let [top, end] = [y, Math.min(y + height, bottom)];
  for (const at of above) {
    if (at <= top && at + height > top) top = at + height;
    else if (at > top && at < end) end = at;
  }
  return { top: Math.round(top - y), height: Math.max(0, Math.round(end - top)) };
}
