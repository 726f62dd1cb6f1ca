import type { Sheet } from '../sheet.ts';
import type { Bib } from '../units.ts';
import type { SlateLine, ToldGap } from './slate-line.ts';

export type ReadSlate =
  | { readonly ok: true; readonly value: SlateLine }
  /** `isSlate`: the text was meant for the slate, and this is wrong with it, in one sentence. */
  | { readonly ok: false; readonly isSlate: boolean; readonly error: string };

/** `4:` or `p:`, and what follows. */
const BEGIN = /^\s*(\d+|p)\s*:(.*)$/is;
/** `+1'20`, `-40"`, `+2:05`, `+1h02'05`, `+45`: hours, minutes and seconds. */
const GAP = /^[+-]?(?:(\d+)h)?(?:(\d+)['’:])?(\d+)?["”]?$/i;
const KM = /^km(\d+(?:[.,]\d+)?)$/i;

/**
 * A line of the slate: `4: 171 201 102 84 +1'20 km82` is a break of four, 1'20 ahead of the peloton, at km 82;
 * `3: 12 33 45 -40` are three, 40 s behind the head of the race; `p: -1'35` is the peloton, 1'35 behind the head.
 */
export function readSlate(text: string, { riders, course }: Pick<Sheet, 'riders' | 'course'>): ReadSlate {
  const [, count, said = ''] = BEGIN.exec(text) ?? [];
  if (count === undefined) return { ok: false, isSlate: false, error: HOW };
  const wrong = (error: string): ReadSlate => ({ ok: false, isSlate: true, error });
  const bibs: Bib[] = [];
  let gap: ToldGap | null = null;
  let km: number | null = null;
  // "km 82" is said as well as "km82".
  for (const word of said
    .replace(/\bkm\s+(?=\d)/gi, 'km')
    .split(/[\s;]+|,(?!\d)/)
    .filter(Boolean)) {
    const told = gapIn(word);
    const at = KM.exec(word);
    if (told && gap) return wrong(`"${word}" is a second gap: a group has one.`);
    if (told) gap = told;
    else if (at) km = Number(at[1]!.replace(',', '.'));
    else if (!riders.has(word))
      return wrong(`"${word}" is no bib of this race, no gap such as +1'20 and no place such as km82.`);
    else if (bibs.includes(word)) return wrong(`Bib ${word} stands there twice.`);
    else bibs.push(word);
  }
  const lengthKm = course.lengthM / 1000;
  if (km !== null && km > lengthKm)
    return wrong(`km ${km} is beyond the finish: the course has ${lengthKm.toFixed(1)} km.`);
  if (/^p$/i.test(count)) return pelotonLine(bibs, gap, km, wrong);
  if (bibs.length !== Number(count)) return wrong(countWords(Number(count), bibs.length));
  if (bibs.length === 0) return wrong('A group has at least one rider; "p:" is the peloton.');
  return { ok: true, value: { bibs, gap, km } };
}

const HOW = `A group is told as 4: 171 201 102 84 +1'20 km82.`;

function pelotonLine(
  bibs: readonly Bib[],
  gap: ToldGap | null,
  km: number | null,
  wrong: (error: string) => ReadSlate,
) {
  if (bibs.length > 0) return wrong('The peloton is who rides in no other group: name nobody.');
  if (gap?.to === 'peloton') return wrong(`The peloton is behind the head: say -1'20.`);
  if (!gap && km === null) return wrong(`Say how far the peloton is behind the head, -1'20, or where it is, km82.`);
  return { ok: true, value: { bibs, gap, km } } as const;
}

const countWords = (count: number, named: number): string =>
  `You say ${count} and name ${named}: ${named < count ? 'name them all' : `begin with ${named}:`}.`;

function gapIn(word: string): ToldGap | null {
  const s = /^[+-]/.test(word) ? secondsSaid(word) : null;
  return s === null ? null : { s, to: word.startsWith('+') ? 'peloton' : 'head' };
}

/** More than a day is nowhere drawn: who writes it has slipped. */
const LONGEST_S = 86_400;

/** `+1'20`, `1:20`, `-40"`, `45`: as seconds, whatever its sign; null where it is no time. */
export function secondsSaid(word: string): number | null {
  const [text, h, min, s] = GAP.exec(word) ?? [];
  if (!text || (h ?? min ?? s) === undefined) return null;
  const [hours, minutes, seconds] = [h, min, s].map((part) => Number(part ?? 0)) as [number, number, number];
  if ((min !== undefined || h !== undefined) && seconds > 59) return null;
  const all = hours * 3600 + minutes * 60 + seconds;
  return all <= LONGEST_S ? all : null;
}

/** As it would be typed: `4: 171 201 102 84 +1'20 km82`. */
export function slateText({ bibs, gap, km }: SlateLine): string {
  const begin = bibs.length === 0 ? 'p:' : `${bibs.length}: ${bibs.join(' ')}`;
  return [begin, gap && gapText(gap), km !== null && `km${km}`].filter(Boolean).join(' ');
}

function gapText({ s, to }: ToldGap): string {
  const sign = to === 'peloton' ? '+' : '-';
  const two = (n: number) => String(n).padStart(2, '0');
  if (s < 60) return `${sign}${s}`;
  const [h, min] = [Math.floor(s / 3600), Math.floor((s % 3600) / 60)];
  return h > 0 ? `${sign}${h}h${two(min)}'${two(s % 60)}` : `${sign}${min}'${two(s % 60)}`;
}
