import { toClear, toCue, toTake, toTakeOut } from './graphics.ts';
import { toCamera, toName } from './groups.ts';
import type { LineCommand } from './match.ts';
import { toRename } from './names.ts';
import { strapByBib, strapByName } from './riders.ts';

/** Every command of the line, as `?` lists them; of two that a text says equally well the first is meant. */
export const lineCommands: readonly LineCommand[] = [
  { example: '31', what: 'Cue the strap of the rider with this bib', read: strapByBib },
  { example: 'pog', what: 'Cue the strap of a rider by a part of his name', read: strapByName },
  {
    example: '31 n Šafránek',
    what: 'Draw the family name of a rider so; "31 n" gives the feed its own back',
    read: toRename,
  },
  { example: 'g2 c', what: 'Put group 2, counted from the head, on camera; again: take it off', read: toCamera },
  { example: 'g2 "Group Roglič"', what: 'Name group 2; "" takes the name back', read: toName },
  { example: 'tower', what: 'Cue a graphic by its name', read: toCue },
  { example: 'out tower', what: 'Take one graphic out', read: toTakeOut },
  { example: 'take', what: 'Take: what is cued goes on air', read: toTake },
  { example: 'out', what: 'All out, with animation', read: toClear },
];
