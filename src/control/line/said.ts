import { type OverridePath, TO_GO } from '../../race/overrides/override.ts';
import { sayOf } from '../../race/overrides/overrides.ts';
import { readOverride } from '../../race/overrides/read-override.ts';
import type { Race } from '../../race/race.ts';
import { type Facts, type Found, nothingFound } from './match.ts';
import { riderText, wearers } from './riders.ts';

/** `31 p 3`: he rides third; nothing behind the p gives the trackers their word back. */
export function toPlace(text: string, { race }: Facts): Found {
  const [, bib, place = ''] = /^(\d\w*?)\s*p\s*(\d*)$/iu.exec(text) ?? [];
  if (bib === undefined || !race) return nothingFound;
  const [rider] = wearers([...race.sheet.riders.values()], bib);
  if (!rider) return { matches: [], why: `Nobody wears bib ${bib}.` };
  const its = {
    path: `rider/${rider.bib}/place`,
    line: `${rider.bib} p ${place}`.trim(),
    who: riderText(rider),
  } as const;
  return saying(race, its, place, {
    said: (value) => `Puts ${its.who} in place ${value} on the road, until the stage ends.`,
    back: `Gives ${its.who} the place back that trackers see.`,
    ask: `Type the place of ${its.who} on the road.`,
  });
}

/** `togo 42.3`: so far is it to the finish, from now on; nothing behind it gives the trackers their word back. */
export function toDistance(text: string, { race }: Facts): Found {
  const [all, km = ''] = /^to\s?go(?:\s+(\S+(?:\s*km)?))?$/i.exec(text) ?? [];
  if (all === undefined || !race) return nothingFound;
  return saying(race, { path: TO_GO, line: `togo ${km}`.trim(), who: 'Km to go' }, km, {
    said: (value) => `Says ${value} km to go now, and counts on from there.`,
    back: 'Gives the trackers their distance to go back.',
    ask: 'Type the kilometres to go.',
  });
}

interface Its {
  readonly path: OverridePath;
  readonly line: string;
  readonly who: string;
}

interface Sentences {
  readonly said: (value: string) => string;
  readonly back: string;
  readonly ask: string;
}

function saying(race: Race, { path, line, who }: Its, typed: string, { said, back, ask }: Sentences): Found {
  const stands = race.overrides.some((one) => one.path === path);
  if (typed === '' && !stands) return { matches: [], why: ask };
  const read = typed === '' ? null : readOverride(race, path, typed);
  if (read && !read.ok) return { matches: [], why: read.error };
  const value = read?.value ?? null;
  return {
    matches: [
      {
        like: 'exact',
        text: line,
        cells: [line, who],
        sentence: value === null ? back : said(value),
        deed: { do: 'tell', event: sayOf(race, path, value) },
      },
    ],
  };
}
