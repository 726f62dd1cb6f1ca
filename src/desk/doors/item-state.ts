import { holds } from '../../show/placing.ts';
import { banks, hotkeys, itemOfKey, type Rundown, type RundownItem } from '../../show/rundown.ts';
import { itemOf, sameItem } from '../../show/show.ts';
import type { Aired } from '../../wire/crew/aired.ts';
import type { DeskView } from '../desk.ts';

/**
 * What a button of one item is lit by: `air` is drawn by a page, `taken` is wished there and drawn by none, `leaving` is
 * drawn and no longer wished; what is on air with other values is not this item.
 */
export type ItemLight = 'off' | 'cued' | 'taken' | 'air' | 'leaving';

type Seen = Pick<DeskView, 'show' | 'shown'>;

/** `aired` is what was on air, oldest first. */
export function itemLight(item: RundownItem, { show, shown }: Seen, aired: readonly Aired[]): ItemLight {
  const row = shown.air.find(({ overlay }) => overlay === item.overlay);
  const isDrawn = row !== undefined && row.on > 0;
  if (holds(show.program, item)) return !isDrawn ? 'taken' : row.life === 'leaving' ? 'leaving' : 'air';
  if (isDrawn && !itemOf(show.program, item.overlay) && cameAs(item, aired)) return 'leaving';
  return holds(show.preview, item) ? 'cued' : 'off';
}

/** Whether what is still drawn of its graphic came with the values of the item. */
function cameAs({ overlay, params }: RundownItem, aired: readonly Aired[]): boolean {
  const last = aired.findLast((one) => one.overlay === overlay && one.toAt === null);
  return last !== undefined && sameItem({ overlay, params, step: 0 }, { overlay, params: last.params, step: 0 });
}

/** For each key of each bank its title and its light, so that none stays lit when its item is gone. */
export function itemFields(rundown: Rundown, seen: Seen, aired: readonly Aired[]): [string, string][] {
  return banks.flatMap((bank) =>
    hotkeys.flatMap((key): [string, string][] => {
      const item = itemOfKey(rundown, bank, key);
      const name = bank === banks[0] ? `item_${key}` : `item_${bank}_${key}`;
      return [
        [name, item?.title ?? ''],
        [`${name}_state`, item ? itemLight(item, seen, aired) : 'off'],
      ];
    }),
  );
}
