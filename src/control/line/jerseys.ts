import { sayOf } from '../../race/overrides/overrides.ts';
import type { Race } from '../../race/race.ts';
import { type JerseyKind, jerseyKinds, type Rider } from '../../race/sheet.ts';
import { type Facts, type Found, type Likeness, type Match, nothingFound } from './match.ts';
import { riderText, wearers } from './riders.ts';

/** `31 jg`: the jersey that he wears from now on, by its first letter; `31 j` offers all of them. */
export function toJersey(text: string, { race }: Facts): Found {
  const [, bib, letter = ''] = /^(\d\w*?)\s*j\s*([gpmy]?)$/iu.exec(text) ?? [];
  if (bib === undefined || !race) return nothingFound;
  const [rider] = wearers([...race.sheet.riders.values()], bib);
  if (!rider) return { matches: [], why: `Nobody wears bib ${bib}.` };
  const kind = jerseyKinds.find((one) => one[0] === letter.toLowerCase());
  if (kind) return { matches: [jersey(rider, kind, 'exact', race)] };
  return {
    matches: jerseyKinds.map((one) => jersey(rider, one, 'offer', race)),
    why: `Which jersey is it that ${riderText(rider)} wears?`,
  };
}

function jersey(rider: Rider, kind: JerseyKind, like: Likeness, race: Race): Match {
  const { jerseys, riders } = race.sheet;
  const its = `${rider.bib} j${kind[0]}`;
  const wearer = riders.get(jerseys.find((one) => one.kind === kind)?.bib ?? '');
  const now = wearer ? `now ${riderText(wearer)}` : 'now nobody';
  const isHis = wearer === rider;
  return {
    like,
    text: its,
    cells: [its, `The ${kind} jersey`, now],
    sentence: isHis
      ? `${riderText(rider)} wears the ${kind} jersey already.`
      : `Gives ${riderText(rider)} the ${kind} jersey; ${now}.`,
    deed: isHis ? null : { do: 'tell', event: sayOf(race, `jersey/${kind}`, rider.bib) },
  };
}
