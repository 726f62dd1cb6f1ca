import { Container, Sprite } from 'pixi.js';
import type { Color } from '../../../edition/theme.ts';
import type { GroupKind } from '../../../race/groups/group.ts';
import { badge } from '../badge.ts';
import { icon } from '../icon.ts';
import type { Kit } from '../kit.ts';
import { plate } from '../plate.ts';
import { type Span, spread } from './along.ts';
import { type Lanes, type RoadY, xAt } from './lanes.ts';

/** A group of riders on a road. */
export interface GroupMark {
  readonly key: string;
  readonly kind: GroupKind;
  /** Share of the road. */
  readonly at: number;
  /** How many ride in it. */
  readonly size: string;
}

export interface GroupMarks {
  readonly node: Container;
  /** From head to back. Returns what their badges cover of the axis. */
  set(groups: readonly GroupMark[], yAt: RoadY): Span[];
}

/** More are never named. */
const MOST = 8;

/** Who is where: a dot on the road, a stem to the ground, a badge with their number on the axis. */
export function groupMarks(kit: Kit, lanes: Lanes): GroupMarks {
  const { space, group: colorOf } = kit.theme;
  const markers = Array.from({ length: MOST }, () => marker(kit, lanes));
  const line = { from: space.tight, to: lanes.width - space.tight };
  return {
    // The head of the race lies on top.
    node: new Container({ children: markers.map(({ node }) => node).reverse() }),
    set(groups, yAt) {
      const shown = groups.slice(0, MOST);
      const badges = markers.flatMap((marker, i) => {
        const group = shown[i];
        marker.node.alpha = group ? 1 : 0;
        if (!group) return [];
        const width = marker.set(group.size, colorOf[group.kind]);
        return [{ marker, group, at: xAt(lanes, group.at), width }];
      });
      // From left to right they are from the back of the race to its head.
      const places = spread(badges.toReversed(), line, space.slit).reverse();
      return badges.map(({ marker, group, at, width }, i) => {
        const place = places[i] ?? at;
        marker.stand(at, yAt(group.at), place);
        return { from: place - width / 2, to: place + width / 2 };
      });
    },
  };
}

function marker(kit: Kit, lanes: Lanes) {
  const { size, space, color } = kit.theme;
  const stem = plate(space.slit, 1, color.ink);
  const dot = new Sprite(icon(kit, 'dot', color.ink));
  const count = badge(kit, 'round');
  dot.pivot.set(size.icon / 2);
  count.node.y = lanes.axisY;
  return {
    node: new Container({ children: [stem.node, dot, count.node], alpha: 0 }),
    /** Returns the width of the badge. */
    set(text: string, ground: Color): number {
      stem.color(ground);
      dot.texture = icon(kit, 'dot', ground);
      return count.set(text, ground, color.inkDark);
    },
    /** Whole pixels: a step of one is not seen as a step, and what stands on them stays sharp. */
    stand(x: number, roadY: number, badgeX: number) {
      const y = Math.round(roadY);
      stem.node.position.set(x - space.slit / 2, y);
      stem.node.scale.y = lanes.ground - y;
      dot.position.set(x, y);
      count.node.x = Math.round(badgeX);
    },
  };
}
