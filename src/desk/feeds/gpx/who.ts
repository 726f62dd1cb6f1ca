import type { Bib } from '../../../race/units.ts';
import { nameOf } from '../../course/file-map.ts';
import { nameInCell } from '../../tables/cells.ts';
import { type Json, recordOf, recordsOf } from '../json.ts';

/** Whose ride a file is. */
export interface Whose {
  /** His number; where nothing gives one the name of the file, which `--riders` may know as a device. */
  readonly bib: Bib;
  readonly isNumber: boolean;
  readonly family: string;
  readonly given: string;
}

/** "12 Dupont", "12-dupont", "bib 12", "#12_Dupont"; a date, a count of seconds and "100 km ride" are none of it. */
const BEFORE =
  /^(?:(?:bib|dossard|dorsal|dorsale|rugnummer|no?|nr)[ .]*|#)?(\d{1,4}[a-z]?)(?:(?: - |[ ._-]+)(?!\d|(?:km|kms|miles|mi|h|min|laps?|tours?)\b)(.+))?$/i;
/** "Dupont 12": of files alone, for rides are called so as well. */
const BEHIND = /^(\D+?)(?: - |[ ._-]+)(\d{1,3})$/;

/** By the name of the file without its end; else by what the file says of itself. */
export function whoseRide(stem: string, gpx: Json): Whose {
  const { metadata, trk, name, author } = gpx;
  const about = recordOf(metadata);
  const titles = [...recordsOf(trk).map((track) => nameOf(track.name)), nameOf(about?.name), nameOf(name)];
  const numbered = beforeName(stem) ?? behindName(stem) ?? titles.map(beforeName).find((found) => found?.name) ?? null;
  const writer = nameOf(recordOf(about?.author)?.name) || nameOf(recordOf(author)?.name) || nameOf(author);
  const called = numbered?.name || writer || (numbered ? '' : spoken(stem));
  const bib = numbered?.bib ?? stem;
  return { bib, isNumber: numbered !== null, ...nameInCell(called || bib) };
}

interface Numbered {
  readonly bib: Bib;
  readonly name: string;
}

function beforeName(title: string): Numbered | null {
  const [, bib, name = ''] = BEFORE.exec(title) ?? [];
  return bib === undefined ? null : { bib: bib.toUpperCase(), name: spoken(name) };
}

function behindName(title: string): Numbered | null {
  const [, name = '', bib] = BEHIND.exec(title) ?? [];
  return bib === undefined ? null : { bib, name: spoken(name) };
}

/** As a name is said: "jean_dupont" is Jean Dupont. */
function spoken(words: string): string {
  const plain = words
    .replace(/[_.]+|(?<=\p{Ll})-(?=\p{Ll})/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain === plain.toLowerCase()
    ? plain.replace(/(?<=^|[ '-])\p{Ll}/gu, (letter) => letter.toUpperCase())
    : plain;
}
