import type { Rider } from '../race/sheet.ts';

/** Whose rules of capitals a name follows: a Turkish i keeps its dot, a Greek capital drops its accent. */
const localeOfNation: Readonly<Record<string, string>> = { TUR: 'tr', AZE: 'az', GRE: 'el', CYP: 'el', LTU: 'lt' };

/**
 * A family name in capitals: `ß` becomes SS, diacritics stay, and the small c of McNulty stays small, as television
 * writes it.
 */
function familyInCapitals(family: string, nation: string): string {
  const locale = localeOfNation[nation] ?? 'en';
  return family
    .normalize('NFC')
    .split(/(?<![^\s-])(Mc)(?=\p{Lu})/u)
    .map((part) => (part === 'Mc' ? part : capitals(part, locale)))
    .join('');
}

const capitals = (text: string, locale: string): string => text.toLocaleUpperCase(locale);

/** `Jean-Pierre` gives `J.-P.`, `IJsbrand` gives `IJ.`: the first letter of each part that a hyphen joins. */
function initials(given: string, nation: string): string {
  const parts = given.normalize('NFC').trim().split('-').filter(Boolean);
  const isOneLetter = /^(ned|bel)$/i.test(nation);
  const first = (part: string) => {
    const [letter = ''] = part;
    return isOneLetter && /^ij/i.test(part) ? 'IJ' : capitals(letter, localeOfNation[nation] ?? 'en');
  };
  return parts.map((part) => `${first(part)}.`).join('-');
}

/** In China, Japan and Korea the family name comes first, and nothing parts it from the given one. */
const FAMILY_FIRST = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Scripts without capitals write no initials. */
const HAS_CAPITALS = /\p{Lu}|\p{Ll}/u;

/** From full to shortest; a column takes the first that fits. Given and family come apart from the feed, always. */
export function riderNames({ given, family, nation }: Pick<Rider, 'given' | 'family' | 'nation'>): string[] {
  if (!family) return [given];
  const last = familyInCapitals(family, nation);
  if (!given) return [last];
  if (FAMILY_FIRST.test(family)) return [`${family}${given}`, family];
  if (!HAS_CAPITALS.test(given)) return [`${given} ${family}`, family];
  return [`${given} ${last}`, `${initials(given, nation)} ${last}`, last];
}

/** Words of a family name that mean nothing without the next one. */
const PARTICLE =
  /^(van|von|vom|zu|de|del|della|dell'|di|da|dos|das|du|des|den|der|ten|ter|la|le|el|al|ben|bin|mac|o'|y|e|i)$/iu;
/** A family name of several that is longer is written short where there is no room: "LARRAZABAL E." */
const LONG = 14;

type Named = Pick<Rider, 'given' | 'family' | 'nation'>;

/** A list is drawn again with every frame of the race, its names are not. */
const columns = new WeakMap<Named, readonly string[]>();

/** As in a column: initial and family, family alone; where it is long, its first name and the letter of the next. */
export function columnNames(rider: Named): readonly string[] {
  const known = columns.get(rider) ?? columnNamesOf(rider);
  columns.set(rider, known);
  return known;
}

function columnNamesOf(rider: Named): readonly string[] {
  const names = riderNames(rider).slice(-2);
  const words = [...rider.family.matchAll(/([\s-]?)([^\s-]+)/gu)];
  const [first, second] = words.filter(([, , word = '']) => !PARTICLE.test(word));
  const [, joint = '', [letter] = ''] = second ?? [];
  if (!first || !letter || rider.family.length < LONG) return names;
  const begin = rider.family.slice(0, first.index + first[0].length);
  return [...names, `${familyInCapitals(begin, rider.nation)}${joint}${familyInCapitals(letter, rider.nation)}.`];
}
