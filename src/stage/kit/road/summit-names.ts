import type { Summit } from '../../../edition/road-words.ts';
import { badgeWidth, paintBadge } from '../marks.ts';
import type { Pen } from '../pen.ts';
import type { Span } from './along.ts';
import { type Lanes, type RoadY, xAt } from './lanes.ts';
import { type Granted, grant, type Room } from './two-lanes.ts';

/** The names of summits above a road, in two lanes: the lower one is the air that the road leaves. */
export function paintSummits(on: Pen, lanes: Lanes, summits: readonly Summit[], yAt: RoadY): void {
  const claims = summits.map(({ at, category, texts }) => ({
    at: xAt(lanes, at),
    widths: texts.map((text) => captionWidth(on, category, text)),
  }));
  const granted = grant(claims, roomOf(on, lanes, yAt));
  for (const [i, summit] of summits.entries())
    paintCaption(on, lanes, summit, granted[i] ?? null, Math.round(yAt(summit.at)));
}

function roomOf(on: Pen, lanes: Lanes, yAt: RoadY): Room {
  const { space, size } = on.supplies.theme;
  const { left, right } = lanes;
  const lowest = laneY(on, lanes, 1) + size.pennon / 2 + space.gap;
  const isLow = (x: number) => yAt(Math.min(1, Math.max(0, (x - left) / (right - left)))) >= lowest;
  return {
    line: { from: space.gap, to: lanes.width - space.gap },
    // Wider than from a category to its name: each is seen to belong to its own.
    gap: space.wide - space.gap,
    isFreeBelow({ from, to }: Span) {
      for (let x = from; x < to; x += space.tight) if (!isLow(x)) return false;
      return isLow(to);
    },
  };
}

/** The middle of a lane of names. */
function laneY(on: Pen, { nameY }: Lanes, lane: number): number {
  const { size, space } = on.supplies.theme;
  return nameY + lane * (size.pennon + space.tight);
}

function paintCaption(on: Pen, lanes: Lanes, summit: Summit, place: Granted, roadY: number): void {
  if (!place) return;
  const { space, size, color, ground } = on.supplies.theme;
  const { category, passed, texts } = summit;
  const text = texts[place.way] ?? '';
  const y = laneY(on, lanes, place.lane);
  const left = 2 * Math.round((place.at - captionWidth(on, category, text) / 2) / 2);
  const badge = category ? paintBadge(on, category, passed, left, y) : 0;
  const at = { x: left + (badge ? badge + space.gap : 0), y, size: 'label', weight: 'regular' } as const;
  on.words(text, { ...at, tone: passed ? 'soft' : 'text' });
  const top = y + size.pennon / 2 + space.hair;
  on.context.fillStyle = passed ? color.riddenLine : ground.board.text;
  on.context.fillRect(xAt(lanes, summit.at) - space.hair, top, 2 * space.hair, Math.max(0, roadY - top));
}

function captionWidth(on: Pen, category: string, text: string): number {
  const badge = category ? badgeWidth(on, category) : 0;
  const words = Math.ceil(on.widthOf(text, 'label', 'regular'));
  return 2 * Math.ceil((badge + (badge && words ? on.supplies.theme.space.gap : 0) + words) / 2);
}
