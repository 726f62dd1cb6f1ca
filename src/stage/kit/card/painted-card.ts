import type { Color } from '../../../edition/theme.ts';
import type { Drawing } from '../../overlay.ts';
import { bitmap } from '../bitmap.ts';
import type { Kit } from '../kit.ts';
import { type Pen, pen } from '../pen.ts';
import { groupColor } from '../pennon.ts';
import type { PoleWords } from '../stack/stack-view.ts';
import { card } from './card.ts';
import type { CardTitle } from './card-title.ts';

/** What every card says in its header, and whose colour its pole has; null where it is nobody's. */
export interface CardWords {
  readonly title: CardTitle;
  readonly pole: PoleWords | null;
}

/** A card whose board is one picture. `paint` writes on it, so wide, and returns how high it is: up to `height`. */
export function paintedCard<View extends CardWords>(
  kit: Kit,
  paint: (on: Pen, view: View, width: number, height: number) => number,
): Drawing<View> {
  const { node, box, width, height, board, title, stand, hang, ...ways } = card(kit);
  const words = bitmap(kit, width, height);
  let high = height;
  board.addChild(words.node);
  hang(words.upTo);
  return {
    node,
    box,
    ...ways,
    update(view) {
      title(view.title);
      words.show(JSON.stringify(view), (context) => {
        high = paint(pen(kit, context, kit.theme.ground.board), view, width, height);
      });
      words.span(0, high);
      stand(high, poleColor(kit, view.pole));
    },
  };
}

const poleColor = (kit: Kit, pole: PoleWords | null): Color =>
  pole ? groupColor(kit, pole.kind, pole.look) : kit.theme.color.finish;
