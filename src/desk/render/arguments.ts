import { fail, ok, type Result } from '../../wire/result.ts';
import { readOptions } from '../options.ts';
import { frameRates } from './frame-times.ts';

export interface RenderArguments {
  /** Null when help is asked for. */
  readonly tape: string | null;
  /** Null is what was on air on the tape. */
  readonly show: string | null;
  /** As it was written; null is the beginning, or the end. */
  readonly from: string | null;
  readonly to: string | null;
  /** A name of `frameRates`. */
  readonly fps: string;
  readonly out: string;
  /** Device pixels for one pixel of 1920 x 1080. */
  readonly scale: number;
  /** What the page is asked for besides, in the words of its URL. */
  readonly edition: Readonly<Record<string, string>>;
  /** A file of a theme; null where it is asked for by its name, or not at all. */
  readonly themeFile: string | null;
  readonly renderer: string;
  /** Films to be made of the frames, by the kind of their file. */
  readonly mov: string | null;
  readonly webm: string | null;
  readonly again: boolean;
  readonly browser: string | null;
  readonly pages: string | null;
}

const rateNames = Object.keys(frameRates).sort((a, b) => Number(a) - Number(b));
const sizes: Readonly<Record<string, number>> = { '1920x1080': 1, '3840x2160': 2 };
const renderers = ['canvas', 'webgl'];

export const renderUsage = `What was on air, as files: one PNG with alpha for each frame.

  npm run render -- --tape <file> --from 12:30:05 --to 12:31:00 --fps 50 --out frames/

  --tape <file>         a tape of a desk, or a recording of the organiser
  --show <file>         what is on air when, instead of what was: [{"at": "12:30:05", "do": "take-direct", "overlay": ...}]
  --from, --to          a time of day where the race is (12:30:05), or seconds from the beginning (90, 1h02'03")
  --fps 50              ${rateNames.join(', ')}
  --out <folder>        frame-000000.png and so on; the same command given again goes on where it was stopped
  --again               throw away the frames of another rendering that are in the folder
  --size 1920x1080      or 3840x2160
  --theme <name>        a look that comes with the pages, or a file of your own
  --language fr  --units imperial  --gaps colon
  --mov <file>          ProRes 4444 besides, with alpha; ffmpeg makes it
  --webm <file>         VP9 besides, with alpha; its colour is 4:2:0
  --renderer canvas     or webgl
  --browser <path>      a Chromium or Chrome; without it the one that "npm ci" brings
  --pages <folder>      pages built before with "npx vite build"; without it they are built now
  --help`;

const text = { type: 'string' } as const;
const options = {
  ...{ tape: text, show: text, from: text, to: text, out: text, theme: text, language: text, units: text, gaps: text },
  ...{ mov: text, webm: text, browser: text, pages: text },
  fps: { type: 'string', default: '50' },
  size: { type: 'string', default: '1920x1080' },
  renderer: { type: 'string', default: 'canvas' },
  again: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** What is to be rendered, or one sentence on what is wrong. */
export function readRenderArguments(words: readonly string[]): Result<RenderArguments> {
  const given = readOptions(words, options);
  if (!given.ok) return given;
  const { tape, out, fps, size, renderer, theme, language, units, gaps, again, help, ...rest } = given.value;
  const { show = null, from = null, to = null, mov = null, webm = null, browser = null, pages = null } = rest;
  if (!help && tape === undefined) return fail('Nothing to render: name a tape with --tape <file>.');
  if (!help && out === undefined) return fail('Say where the frames go: --out <folder>.');
  if (!(fps in frameRates)) return fail(`--fps ${fps} does not fit: give one of ${rateNames.join(', ')}.`);
  const scale = sizes[size];
  if (scale === undefined) return fail(`--size ${size} does not fit: give one of ${Object.keys(sizes).join(', ')}.`);
  if (!renderers.includes(renderer))
    return fail(`--renderer ${renderer} does not fit: give one of ${renderers.join(', ')}.`);
  const isFile = theme?.endsWith('.json') ?? false;
  const asked = { theme: isFile ? undefined : theme, language, units, gaps };
  const edition = Object.fromEntries(Object.entries(asked).filter((entry): entry is [string, string] => !!entry[1]));
  return ok({
    ...{ tape: help ? null : (tape ?? null), out: out ?? '', show, from, to, fps, scale, edition },
    ...{ themeFile: isFile ? (theme ?? null) : null, renderer, mov, webm, again, browser, pages },
  });
}
