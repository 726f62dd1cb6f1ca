import type { Span } from './along.ts';

/** What can be said at a place, from much to little. */
export interface Claim {
  readonly at: number;
  /** Of each way to say it; the node stands in its middle. */
  readonly widths: readonly number[];
}

/** Which way was taken, in which lane (0 is the upper one), and the middle of it; null: there is no room for any. */
export type Granted = Spot | null;

interface Spot {
  readonly way: number;
  readonly lane: 0 | 1;
  readonly at: number;
}

export interface Room {
  readonly line: Span;
  readonly gap: number;
  /** Whether something may stand there in the lower lane. */
  isFreeBelow(span: Span): boolean;
}

/**
 * Gives room in two lanes: first the least to each, then more, one step at a time, always the most important first. A
 * thing may be moved aside as long as it still covers its place, and may send others to the other lane as they are,
 * never away. From the upper lane a line goes down to each place: nothing below stands in its way.
 */
export function grant(claims: readonly Claim[], room: Room): Granted[] {
  let granted: readonly Granted[] = claims.map(() => null);
  const most = Math.max(0, ...claims.map(({ widths }) => widths.length));
  for (let step = 1; step <= most; step++)
    for (const [i, { widths }] of claims.entries()) {
      const way = widths.length - step;
      if (way < 0 || (step > 1 && granted[i]?.way !== way + 1)) continue;
      granted = placed(claims, room, granted, i, way) ?? granted;
    }
  return [...granted];
}

/** With one thing said that way: where it disturbs the fewest, above before below, next to its place. */
function placed(claims: readonly Claim[], room: Room, now: readonly Granted[], i: number, way: number) {
  const spots = spotsOf(claims, room, now, i, way).map((spot) => ({ spot, hit: hitBy(claims, room, now, i, spot) }));
  const away = ({ at }: Spot) => Math.abs(at - claims[i]!.at);
  spots.sort((a, b) => a.hit.length - b.hit.length || a.spot.lane - b.spot.lane || away(a.spot) - away(b.spot));
  for (const { spot, hit } of spots) {
    const next = sentAway(claims, room, withSpot(now, i, spot), hit);
    if (next) return next;
  }
  return null;
}

const withSpot = (now: readonly Granted[], i: number, spot: Granted): Granted[] =>
  now.map((one, j) => (j === i ? spot : one));

/** With those in the other lane, if each finds room there that nobody has. */
function sentAway(claims: readonly Claim[], room: Room, now: readonly Granted[], hit: readonly number[]) {
  let next = now.map((spot, j) => (hit.includes(j) ? null : spot));
  for (const j of hit) {
    const { way, lane } = now[j]!;
    const free = spotsOf(claims, room, next, j, way).find(
      (spot) => spot.lane !== lane && hitBy(claims, room, next, j, spot).length === 0,
    );
    if (!free) return null;
    next = withSpot(next, j, free);
  }
  return next;
}

/** All that come into question, beside what stands there and around the place itself; the nearest first. */
function spotsOf(claims: readonly Claim[], room: Room, now: readonly Granted[], i: number, way: number): Spot[] {
  const { line, gap } = room;
  const { at, widths } = claims[i]!;
  const half = widths[way]! / 2;
  const inside = (x: number) => Math.min(line.to - half, Math.max(line.from + half, x));
  const reach = Math.max(half, Math.abs(inside(at) - at));
  const others = now.flatMap((spot, j) => (spot && j !== i ? [spanOf(claims[j]!, spot), stemOf(claims[j]!)] : []));
  const edges = others.flatMap(({ from, to }) => [from - gap - half, to + gap + half]);
  const middles = [...new Set([at, at - half, at + half, ...edges].map(inside))]
    .filter((x) => Math.abs(x - at) <= reach)
    .sort((a, b) => Math.abs(a - at) - Math.abs(b - at));
  return ([0, 1] as const).flatMap((lane) =>
    middles
      .map((middle) => ({ way, lane, at: middle }))
      .filter((spot) => lane === 0 || room.isFreeBelow(spanOf(claims[i]!, spot))),
  );
}

/** Who would be in its way. */
function hitBy(claims: readonly Claim[], { gap }: Room, now: readonly Granted[], i: number, spot: Spot): number[] {
  const span = spanOf(claims[i]!, spot);
  return now.flatMap((other, j) => {
    if (!other || j === i) return [];
    const [mine, its] =
      other.lane === spot.lane
        ? [span, spanOf(claims[j]!, other)]
        : spot.lane === 0
          ? [stemOf(claims[i]!), spanOf(claims[j]!, other)]
          : [span, stemOf(claims[j]!)];
    return mine.to + gap <= its.from || mine.from - gap >= its.to ? [] : [j];
  });
}

const stemOf = ({ at }: Claim): Span => ({ from: at, to: at });

function spanOf({ widths }: Claim, { way, at }: Spot): Span {
  const half = widths[way]! / 2;
  return { from: at - half, to: at + half };
}
