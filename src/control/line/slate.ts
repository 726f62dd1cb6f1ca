import { readSlate, slateText } from '../../race/slate/read-slate.ts';
import { type Facts, type Found, nothingFound } from './match.ts';

/** `4: 171 201 102 84 +1'20 km82`: what the radio says of a group. */
export function toSlate(text: string, { race }: Facts): Found {
  if (!race) return nothingFound;
  const read = readSlate(text, race.sheet);
  if (!read.ok) return read.isSlate ? { matches: [], why: read.error } : nothingFound;
  const { bibs } = read.value;
  const who =
    bibs.length === 0 ? 'the peloton' : bibs.map((bib) => race.sheet.riders.get(bib)?.family || bib).join(', ');
  return {
    matches: [
      {
        like: 'exact',
        text,
        cells: [slateText(read.value), who],
        sentence: `Writes on the slate: ${who}${placeWords(read.value)}.`,
        deed: { do: 'tell', event: { kind: 'slate-line', atMs: race.atMs, id: null, told: read.value } },
      },
    ],
  };
}

function placeWords({ gap, km }: { readonly gap: { readonly to: string } | null; readonly km: number | null }): string {
  const gapWords = !gap ? '' : gap.to === 'peloton' ? ', ahead of the peloton' : ', behind the head';
  return `${gapWords}${km === null ? '' : `, at km ${km}`}`;
}

/** `slate off`: nothing is told any more. */
export function toWipe(text: string, { race }: Facts): Found {
  if (!race || !/^slate\s+off$/i.test(text)) return nothingFound;
  return {
    matches: [
      {
        like: 'exact',
        text: 'slate off',
        cells: ['slate off', 'Wipe the slate'],
        sentence: 'Wipes the slate: groups and gaps are those of the trackers again.',
        deed: { do: 'tell', event: { kind: 'slate-line', atMs: race.atMs, id: null, told: null } },
      },
    ],
  };
}
