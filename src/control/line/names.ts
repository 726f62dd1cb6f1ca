import { HIDDEN, type OverridePath } from '../../race/overrides/override.ts';
import { hiddenIn, sayOf } from '../../race/overrides/overrides.ts';
import { readOverride } from '../../race/overrides/read-override.ts';
import type { Rider } from '../../race/sheet.ts';
import { type Facts, type Found, nothingFound } from './match.ts';
import { riderText, wearers } from './riders.ts';

/** `31 n Šafránek`: his family name, on air at once, until the stage ends; nothing behind the n gives the feed's back. */
export function toRename(text: string, { race }: Facts): Found {
  const [, bib, name = ''] = /^(\d\w*?)\s*n(?:\s+(.*))?$/iu.exec(text) ?? [];
  if (bib === undefined || !race) return nothingFound;
  const [rider] = wearers([...race.sheet.riders.values()], bib);
  if (!rider) return { matches: [], why: `Nobody wears bib ${bib}.` };
  const path: OverridePath = `rider/${rider.bib}/family`;
  const read = name.trim() === '' ? null : readOverride(race, path, name);
  const before = race.overrides.find((one) => one.path === path) ?? null;
  if (read && !read.ok) return { matches: [], why: read.error };
  const value = read?.value ?? null;
  if (value === null && before === null)
    return { matches: [], why: `Type the family name of ${riderText(rider)} as it is to be drawn.` };
  const deed = { do: 'tell', event: sayOf(race, path, value) } as const;
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
  const isHidden = hiddenIn(race).has(rider.bib);
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
        deed: { do: 'tell', event: sayOf(race, `rider/${rider.bib}/hidden`, value) },
      },
    ],
  };
}

const textOf = ({ bib }: Rider, name: string): string => `${bib} n ${name}`.trim();

const sentenceOf = (rider: Rider, value: string | null, feed: string | null): string =>
  value === null
    ? `Gives ${riderText(rider)} the family name of the feed back${feed === null ? '' : `: ${feed}`}.`
    : `Draws the family name of ${riderText(rider)} as "${value}" until the stage ends.`;
