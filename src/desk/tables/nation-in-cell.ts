import { iocCode } from '../../race/nations.ts';
import { folded } from './folded.ts';
import { otherNames, threeByTwo } from './nation-names.ts';

const LANGUAGES = ['en', 'fr', 'it', 'es', 'pt', 'nl', 'de'];

/**
 * The IOC code of a nation as tables write it: IOC or ISO letters, three or two, or its name in one of the languages of
 * the columns. "" for what is none.
 */
export function nationInCell(cell: string): string {
  const letters = cell.trim();
  const three = threeByTwo.get(letters.toUpperCase()) ?? byName().get(folded(cell)) ?? letters;
  return iocCode(three);
}

let names: ReadonlyMap<string, string> | null = null;

/** Three letters by name; made when first asked for. */
function byName(): ReadonlyMap<string, string> {
  if (names) return names;
  const inWords = LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: 'region' }));
  names = new Map(
    [...threeByTwo].flatMap(([two, three]) =>
      [...inWords.map((words) => words.of(two) ?? two), ...(otherNames[two] ?? [])].map(
        (name) => [folded(name), three] as const,
      ),
    ),
  );
  return names;
}
