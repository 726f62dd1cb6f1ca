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

/** From full to shortest; a column takes the first that fits. Given and family come apart from the feed, always. */
export function riderNames({ given, family, nation }: Pick<Rider, 'given' | 'family' | 'nation'>): string[] {
  if (!family) return [given];
  const last = familyInCapitals(family, nation);
  if (!given) return [last];
  return [`${given} ${last}`, `${initials(given, nation)} ${last}`, last];
}
