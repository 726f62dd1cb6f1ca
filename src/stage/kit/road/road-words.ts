import type { Container } from 'pixi.js';
import type { Summit, Tick } from '../../../edition/road-words.ts';
import { type Bitmap, bitmap } from '../bitmap.ts';
import type { Kit } from '../kit.ts';
import { type Pen, pen } from '../pen.ts';
import { paintFlag } from '../pennon.ts';
import type { Span } from './along.ts';
import { type Lanes, type RoadY, xAt } from './lanes.ts';
import { paintSummits } from './summit-names.ts';

/** What is written above and below a road. Places are shares of it. */
export interface RoadWords {
  /** The most important first: who comes last is left out where there is no room. */
  readonly summits: readonly Summit[];
  readonly ticks: readonly Tick[];
  readonly sprints: readonly number[];
  readonly hasFinish: boolean;
}

export interface RoadWriting {
  readonly node: Container;
  readonly words: Bitmap;
  /** `taken` is already covered: what would lie below it is not shown. */
  set(words: RoadWords, yAt: RoadY, taken: readonly Span[]): void;
}

/** All words of a road on one picture: it changes when a summit is passed, or a flag comes over a figure. */
export function roadWriting(kit: Kit, lanes: Lanes, height: number): RoadWriting {
  const words = bitmap(kit, lanes.width, height);
  return {
    node: words.node,
    words,
    set(said, yAt, taken) {
      const axis = axisOf(kit, lanes, said, taken);
      const stems = said.summits.map(({ at }) => Math.round(yAt(at)));
      words.show(JSON.stringify([said.summits, axis, stems]), (context) => {
        const on = pen(kit, context, kit.theme.ground.board);
        paintSummits(on, lanes, said.summits, yAt);
        paintAxis(on, lanes, axis);
      });
    },
  };
}

interface AxisMark {
  readonly kind: 'finish' | 'sprint' | 'tick';
  readonly x: number;
  readonly text: string;
}

/** The finish first, then the sprints, then the figures, as far as there is room. */
function axisOf(kit: Kit, lanes: Lanes, { ticks, sprints, hasFinish }: RoadWords, taken: readonly Span[]): AxisMark[] {
  const { pennon, module } = kit.theme.size;
  const spans = [...taken];
  const finish = hasFinish ? [{ kind: 'finish', x: lanes.right, text: '' } as const] : [];
  const marks: AxisMark[] = [
    ...finish,
    ...sprints.map((at) => ({ kind: 'sprint', x: xAt(lanes, at), text: 'S' }) as const),
    ...ticks.map(({ at, text }) => ({ kind: 'tick', x: xAt(lanes, at), text }) as const),
  ];
  return marks.filter(({ kind, x }) => {
    const half = (kind === 'tick' ? module : pennon) / 2;
    const wanted = kind === 'finish' ? { from: x, to: x + pennon } : { from: x - half, to: x + half };
    const isFree = spans.every((span) => wanted.to < span.from || wanted.from > span.to);
    if (isFree) spans.push(wanted);
    return isFree;
  });
}

function paintAxis(on: Pen, { axisY }: Lanes, marks: readonly AxisMark[]): void {
  const { color, jersey } = on.supplies.theme;
  for (const { kind, x, text } of marks) {
    if (kind === 'finish') paintFlag(on, color.finish, x, axisY);
    else if (kind === 'sprint') paintSprint(on, jersey.green, x, axisY);
    else on.figures(text, { x, y: axisY, size: 'micro', weight: 'regular', tone: 'soft', align: 'center' });
  }
}

function paintSprint(on: Pen, { color, ink }: { readonly color: string; readonly ink: string }, x: number, y: number) {
  const { pennon } = on.supplies.theme.size;
  on.context.fillStyle = color;
  on.context.fillRect(x - pennon / 2, y - pennon / 2, pennon, pennon);
  on.words('S', { x, y, size: 'label', align: 'center', color: ink as `#${string}` });
}
