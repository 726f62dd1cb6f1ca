import { toClear, toCue, toTake, toTakeOut } from './graphics.ts';
import { toCamera, toName } from './groups.ts';
import { toHold } from './hold.ts';
import { toJersey } from './jerseys.ts';
import type { LineCommand } from './match.ts';
import { toHide, toRename } from './names.ts';
import { strapByBib, strapByName } from './riders.ts';
import { toDistance, toPlace } from './said.ts';
import { toSlate, toWipe } from './slate.ts';

/** Every command of the line, as `?` lists them; of two that a text says equally well the first is meant. */
export const lineCommands: readonly LineCommand[] = [
  { example: '31', what: 'Cue the strap of the rider with this bib', read: strapByBib },
  { example: 'pog', what: 'Cue the strap of a rider by a part of his name', read: strapByName },
  {
    example: '31 n Šafránek',
    what: 'Draw the family name of a rider so; "31 n" gives the feed its own back',
    read: toRename,
  },
  { example: '31 h', what: 'Hide a rider, who is then drawn nowhere by his name; again: show him', read: toHide },
  {
    example: '31 jg',
    what: 'Give a rider the general jersey; jp points, jm mountain, jy young',
    read: toJersey,
  },
  { example: 'g2 c', what: 'Put group 2, counted from the head, on camera; again: take it off', read: toCamera },
  { example: 'g2 "Group Roglič"', what: 'Name group 2; "" takes the name back', read: toName },
  { example: 'g2 l', what: 'Lock who rides in group 2; h holds its gap; again: release it', read: toHold },
  {
    example: '31 p 3',
    what: 'Put a rider third on the road; "31 p" gives the trackers their word back',
    read: toPlace,
  },
  { example: 'togo 42.3', what: 'Say the kilometres to go; they count on from there', read: toDistance },
  {
    example: "4: 171 201 102 84 +1'20 km82",
    what: "The slate: a break of four, 1'20 ahead of the peloton, at km 82",
    read: toSlate,
  },
  {
    example: '3: 12 33 45 -40',
    what: 'The slate: three riders 40 seconds behind the head; "p: -1\'35" is the peloton',
    read: toSlate,
  },
  { example: 'slate off', what: 'Wipe the slate', read: toWipe },
  { example: 'tower', what: 'Cue a graphic by its name', read: toCue },
  { example: 'out tower', what: 'Take one graphic out', read: toTakeOut },
  { example: 'take', what: 'Take: what is cued goes on air', read: toTake },
  { example: 'out', what: 'All out, with animation', read: toClear },
];
