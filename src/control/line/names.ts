import type { OverrideEvent } from '../../race/event.ts';
import { hiddenIn, wrongOverride } from '../../race/overridden.ts';
import { HIDDEN } from '../../race/override.ts';
import type { Rider } from '../../race/sheet.ts';
import { type Facts, type Found, nothingFound } from './match.ts';
import { riderText, wearers } from './riders.ts';

/** `31 n Šafránek`: his family name, on air at once, until the stage ends; nothing behind the n gives the feed's back. */
export function toRename(text: string, { race }: Facts): Found {
  const [, bib, name = ''] = /^(\d\w*?)\s*n(?:\s+(.*))?$/iu.exec(text) ?? [];
  if (bib === undefined || !race) return nothingFound;
  const [rider] = wearers([...race.sheet.riders.values()], bib);
  if (!rider) return { matches: [], why: `Nobody wears bib ${bib}.` };
  const value = name.trim() || null;
  const wrong = wrongOverride(race.sheet, rider.bib, 'family', value);
  const before = race.sheet.overrides?.find((one) => one.bib === rider.bib && one.field === 'family') ?? null;
  if (wrong) return { matches: [], why: wrong };
  if (value === null && before === null)
    return { matches: [], why: `Type the family name of ${riderText(rider)} as it is to be drawn.` };
  const event: OverrideEvent = { kind: 'override', bib: rider.bib, field: 'family', value, until: 'stage' };
  const deed = { do: 'tell', event } as const;
  return {
    matches: [
      {
        like: 'exact',
        text: textOf(rider, name),
        cells: [textOf(rider, name), riderText(rider)],
        sentence: sentenceOf(rider, value, before?.instead ?? null),
        deed,
      },
    ],
  };
}

/** `31 h`: he is nowhere drawn by his name; again, and he is. */
export function toHide(text: string, { race }: Facts): Found {
  const [, bib] = /^(\d\w*?)\s*h$/iu.exec(text) ?? [];
  if (bib === undefined || !race) return nothingFound;
  const [rider] = wearers([...race.sheet.riders.values()], bib);
  if (!rider) return { matches: [], why: `Nobody wears bib ${bib}.` };
  const isHidden = hiddenIn(race.sheet).has(rider.bib);
  const value = isHidden ? null : HIDDEN;
  const its = `${rider.bib} h`;
  return {
    matches: [
      {
        like: 'exact',
        text: its,
        cells: [its, riderText(rider)],
        sentence: isHidden
          ? `Draws ${riderText(rider)} again.`
          : `Hides ${riderText(rider)}: he counts, and is nowhere drawn by his name, until the stage ends.`,
        deed: { do: 'tell', event: { kind: 'override', bib: rider.bib, field: 'hidden', value, until: 'stage' } },
      },
    ],
  };
}

const textOf = ({ bib }: Rider, name: string): string => `${bib} n ${name}`.trim();

const sentenceOf = (rider: Rider, value: string | null, feed: string | null): string =>
  value === null
    ? `Gives ${riderText(rider)} the family name of the feed back${feed === null ? '' : `: ${feed}`}.`
    : `Draws the family name of ${riderText(rider)} as "${value}" until the stage ends.`;
