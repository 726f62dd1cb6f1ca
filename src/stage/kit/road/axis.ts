import { Container, Sprite } from 'pixi.js';
import type { Tick } from '../../../edition/road-words.ts';
import { badge } from '../badge.ts';
import { icon } from '../icon.ts';
import type { Kit } from '../kit.ts';
import { label } from '../label.ts';
import type { Span } from './along.ts';
import { type Lanes, xAt } from './lanes.ts';

/** What is said below a road. Places are shares of it. */
export interface AxisMarks {
  readonly ticks: readonly Tick[];
  readonly sprints: readonly number[];
  readonly finish: boolean;
}

export interface Axis {
  readonly node: Container;
  /** `taken` is already covered: what would lie below it is not shown. */
  set(marks: AxisMarks, taken: readonly Span[]): void;
}

const MOST = { ticks: 12, sprints: 4 };

/** The line of figures below a road: the finish first, then the sprints, then the kilometres, as far as there is room. */
export function axis(kit: Kit, lanes: Lanes): Axis {
  const { size, color, jersey } = kit.theme;
  const flag = new Sprite(icon(kit, 'flag', color.ink, size.flag));
  flag.position.set(lanes.right - size.flag, lanes.axisY - size.flag / 2);
  const sprints = Array.from({ length: MOST.sprints }, () => badge(kit, 'square'));
  for (const { set } of sprints) set('S', jersey.points.color, jersey.points.ink);
  const ticks = Array.from({ length: MOST.ticks }, () =>
    label(kit, { width: size.header, size: 'label', weight: 'medium', color: 'inkSoft', align: 'center' }),
  );
  const nodes = [...ticks, ...sprints].map(({ node }) => node);
  for (const node of nodes) node.y = lanes.axisY;
  return {
    node: new Container({ children: [flag, ...nodes] }),
    set(marks, taken) {
      const free = room(taken);
      const finish = { from: lanes.right - size.flag, to: lanes.right };
      flag.alpha = marks.finish && free(finish) ? 1 : 0;
      for (const [i, { node }] of sprints.entries()) {
        node.x = xAt(lanes, marks.sprints[i] ?? 0);
        node.alpha = i < marks.sprints.length && free(around(node.x, size.badge)) ? 1 : 0;
      }
      for (const [i, { node, set }] of ticks.entries()) {
        const tick = marks.ticks[i];
        if (tick) set(tick.text);
        const x = xAt(lanes, tick?.at ?? 0);
        node.x = x - size.header / 2;
        node.alpha = tick && free(around(x, size.header)) ? 1 : 0;
      }
    },
  };
}

const around = (x: number, width: number): Span => ({ from: x - width / 2, to: x + width / 2 });

/** Says whether a span is still free, and takes it. */
function room(taken: readonly Span[]): (span: Span) => boolean {
  const spans = [...taken];
  return (wanted) => {
    const free = spans.every((span) => wanted.to < span.from || wanted.from > span.to);
    if (free) spans.push(wanted);
    return free;
  };
}
