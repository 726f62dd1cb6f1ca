import { Container } from 'pixi.js';
import type { Summit } from '../../../edition/road-words.ts';
import { badge, badgeWidth } from '../badge.ts';
import type { Kit } from '../kit.ts';
import { label } from '../label.ts';
import { plate } from '../plate.ts';
import { typeOf, widthOf } from '../type.ts';
import { grant } from './along.ts';
import { type Lanes, type RoadY, xAt } from './lanes.ts';

export interface Summits {
  readonly node: Container;
  /** The most important first: who comes last is left out where there is no room. */
  set(summits: readonly Summit[], yAt: RoadY): void;
}

/** A road has seldom more. */
const MOST = 12;

/** The names above a road, each with a line down to its summit. */
export function summits(kit: Kit, lanes: Lanes): Summits {
  const { space, alpha } = kit.theme;
  const captions = Array.from({ length: MOST }, () => caption(kit, Math.round(lanes.width / 2)));
  for (const { node } of captions) node.y = lanes.nameY;
  return {
    node: new Container({ children: captions.map(({ node }) => node) }),
    set(all, yAt) {
      const wanted = all.slice(0, MOST);
      const claims = wanted.map(({ at, category, texts }) => ({
        at: xAt(lanes, at),
        widths: texts.map((text) => captionWidth(kit, category, text)),
      }));
      const granted = grant(claims, { from: space.gap, to: lanes.width - space.gap }, space.pad);
      for (const [i, { node, set, point }] of captions.entries()) {
        const [place, summit] = [granted[i], wanted[i]];
        node.alpha = !place ? 0 : summit?.passed ? alpha.muted : 1;
        if (!place || !summit) continue;
        const { at, category, texts } = summit;
        node.x = Math.round(place.at);
        set(category, texts[place.way] ?? '');
        point(xAt(lanes, at) - node.x, yAt(at) - lanes.nameY);
      }
    },
  };
}

/** The category of a climb and what there is room to say of it. The node is its middle. */
function caption(kit: Kit, width: number) {
  const { space, size, color } = kit.theme;
  const mark = badge(kit, 'square');
  const words = label(kit, { width, size: 'label', weight: 'medium', color: 'ink' });
  const stem = plate(space.slit, 1, color.inkSoft);
  stem.node.y = size.badge / 2;
  return {
    node: new Container({ children: [stem.node, mark.node, words.node], alpha: 0 }),
    set(category: string, text: string) {
      const whole = captionWidth(kit, category, text);
      const markWidth = category ? mark.set(category, color.ink, color.inkDark) : 0;
      mark.node.alpha = category ? 1 : 0;
      mark.node.x = markWidth / 2 - whole / 2;
      words.node.x = -whole / 2 + (category ? markWidth + space.tight : 0);
      words.set(text);
    },
    /** Where the summit is, from the middle of the caption. */
    point(x: number, y: number) {
      stem.node.x = x - space.slit / 2;
      stem.node.scale.y = Math.max(0, Math.round(y) - stem.node.y);
    },
  };
}

function captionWidth(kit: Kit, category: string, text: string): number {
  const mark = category ? badgeWidth(kit, category) : 0;
  const words = Math.ceil(widthOf(typeOf(kit.theme, 'label', 'medium'), text));
  return 2 * Math.ceil((mark + (mark && words ? kit.theme.space.tight : 0) + words) / 2);
}
