import { heldOf, holdOf, lockOf, released } from '../../race/slate/hold.ts';
import { groupIn } from './groups.ts';
import { type Facts, type Found, type Match, nothingFound } from './match.ts';

/** `g2 l` locks who rides in it, `g2 h` holds its gap; again: the trackers have their word back. */
export function toHold(text: string, facts: Facts): Found {
  const said = groupIn(text, facts);
  const { race } = facts;
  if (!said || 'why' in said || !race) return nothingFound;
  const { number, group, described } = said.one;
  const isLock = /^l(ock)?$/i.test(said.rest);
  if (!isLock && !/^h(old)?$/i.test(said.rest)) return nothingFound;
  const held = heldOf(group, race.slate);
  const stands = held !== null && (isLock ? held.gap === null : held.gap !== null);
  const event = stands ? released(held, race) : isLock ? lockOf(group, race) : holdOf(group, race);
  if (!event) return { matches: [], why: `${number} has no gap to hold: ${described}.` };
  const match: Match = {
    like: 'exact',
    text: `${number} ${isLock ? 'l' : 'h'}`,
    cells: [`${number} ${isLock ? 'l' : 'h'}`, described],
    sentence: stands
      ? `Releases ${number}: trackers say again who rides there, and how far behind.`
      : isLock
        ? `Locks the riders of ${number} until the stage ends: ${described}.`
        : `Holds the gap of ${number} for ten minutes: ${described}.`,
    deed: { do: 'tell', event },
  };
  return { matches: [match] };
}
