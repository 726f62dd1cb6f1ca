import { isSeenOn } from '../../edition/color.ts';
import type { Color } from '../../edition/theme.ts';
import type { GroupKind } from '../../race/groups/group.ts';
import type { JerseyLook } from '../../race/jersey-look.ts';
import type { Supplies } from './kit.ts';
import type { Pen } from './pen.ts';

/** A group's mark, everywhere: a swallow-tailed flag with how many ride in it. */
export interface PennonWords {
  readonly kind: GroupKind;
  readonly size: string;
  /** What the leader of the race wears: the colour of a group that is called by it. */
  readonly look: JerseyLook;
}

/** In shares of the height: how wide one, two, three digits make it, and how deep its tail is cut. */
const WIDTHS = [42 / 36, 54 / 36, 66 / 36];
const TAIL = 1 / 3;

export function pennonWidth({ theme }: Pick<Supplies, 'theme'>, size: string): number {
  const share = WIDTHS[Math.min(WIDTHS.length, Math.max(1, size.length)) - 1]!;
  return Math.round(theme.size.pennon * share);
}

export function groupColor({ theme }: Pick<Supplies, 'theme'>, kind: GroupKind, look: JerseyLook): Color {
  const { color } = theme.group[kind];
  return color === 'jersey' ? theme.jersey[look].color : color;
}

/** Its left edge at `x`, its middle at `y`; on a highlight it takes the colours of the words. Returns its width. */
export function paintPennon(pen: Pen, words: PennonWords, x: number, y: number): number {
  const { context, ground, supplies } = pen;
  const { theme } = supplies;
  const { kind, size, look } = words;
  const height = theme.size.pennon;
  const width = pennonWidth(supplies, size);
  const isHollow = theme.group[kind].form === 'hollow';
  const isLit = ground === theme.ground.highlight;
  const color = isLit ? ground.text : groupColor(supplies, kind, look);
  const stroke = theme.space.hair;
  const isSwallowed = !isHollow && !isSeenOn(ground.fill, color);
  const inset = isHollow || isSwallowed ? stroke / 2 : 0;
  swallowtail(context, x + inset, y - height / 2 + inset, width - 2 * inset, height - 2 * inset);
  if (!isHollow) {
    context.fillStyle = color;
    context.fill();
  }
  if (isHollow || isSwallowed) {
    context.lineWidth = stroke;
    context.strokeStyle = isHollow ? color : theme.color.outline;
    context.stroke();
  }
  const ink = isHollow ? color : isLit ? ground.fill : solidInk(supplies, kind, look);
  pen.figures(size, { x: x + (width - height * TAIL) / 2 + stroke, y, size: 'label', align: 'center', color: ink });
  return width;
}

/** The same without words: the finish. */
export function paintFlag({ context, supplies: { theme } }: Pen, color: Color, x: number, y: number): void {
  const height = theme.size.pennon;
  swallowtail(context, x, y - height / 2, Math.round(height * WIDTHS[0]!), height);
  context.fillStyle = color;
  context.fill();
}

const solidInk = ({ theme }: Supplies, kind: GroupKind, look: JerseyLook): Color =>
  theme.group[kind].color === 'jersey' ? theme.jersey[look].ink : theme.ground.board.fill;

function swallowtail(context: CanvasRenderingContext2D, x: number, y: number, width: number, height: number): void {
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + width, y);
  context.lineTo(x + width - height * TAIL, y + height / 2);
  context.lineTo(x + width, y + height);
  context.lineTo(x, y + height);
  context.closePath();
}
