import type { Opening } from '../page/keys.ts';
import { toCameras, toNames } from './groups.ts';
import { toJersey } from './jerseys.ts';
import { type Facts, type Found, nothingFound } from './match.ts';

interface Short {
  /** What is listed before the last stroke; null where the text is read as in any line. */
  readonly read: (text: string, facts: Facts) => Found | null;
  /** The whole line that a stroke makes of the text; null where the stroke is no more than typed. */
  readonly whole: (text: string, stroke: string, facts: Facts) => string | null;
}

/** One thing each, done with its last stroke, without Enter; a name is only begun. */
export const shorts: Readonly<Record<Exclude<Opening, 'line'>, Short>> = {
  camera: {
    read: (text, facts) => (text === '' ? ofGroups(toCameras(facts), 'A digit puts that group on camera.') : null),
    whole: (text, stroke, facts) => (isWhole(text, stroke, facts) ? `g${stroke} c` : null),
  },
  name: {
    read: (text, facts) =>
      text === '' ? ofGroups(toNames(facts), 'A digit goes on to the name of that group.') : null,
    whole: (text, stroke, facts) => (isWhole(text, stroke, facts) ? `g${stroke} "` : null),
  },
  jersey: {
    read: (text, facts) => {
      if (text === '') return { ...nothingFound, why: 'Type a bib, then the letter of a jersey: g, p, m or y.' };
      return /^\d\w*$/.test(text) ? toJersey(`${text} j`, facts) : null;
    },
    whole: (text, stroke, { race }) => {
      const typed = `${text}${stroke}`.toLowerCase();
      const isBib = [...(race?.sheet.riders.keys() ?? [])].some((bib) => bib.toLowerCase().startsWith(typed));
      return /^\d\w*[gpmy]$/.test(typed) && !isBib ? `${text} j${stroke.toLowerCase()}` : null;
    },
  },
};

const ofGroups = (found: Found, why: string): Found => ({
  ...found,
  why: found.matches.length === 0 ? 'No group on the road.' : why,
});

/** No group of two digits begins with it. */
const isWhole = (text: string, stroke: string, { counted }: Facts): boolean =>
  text === '' && /^[1-9]$/.test(stroke) && Number(stroke) * 10 > counted.length;
