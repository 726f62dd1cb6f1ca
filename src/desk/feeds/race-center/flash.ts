import type { RaceRadioEvent } from '../../../race/event.ts';
import { type Json, numberOf, recordOf, textOf } from '../json.ts';
import { legible } from './encoding.ts';

/** How the organiser calls the words of a flash is not written anywhere: the first of these that has some. */
const WORDS = ['text', 'message', 'content', 'description', 'title', 'label'];
const TIMES = ['date', 'publishedAt', 'createdAt', 'updatedAt', '_updatedAt'];
/** Of words in several languages. */
const LANGUAGES = ['en', 'fr'];
const LONGEST = 400;

/** Flashes are sent again and again: gives those that are new. `nowMs` is the time of one that says none. */
export function createFlashes(): (records: readonly Json[], nowMs: number) => readonly RaceRadioEvent[] {
  const told = new Set<string>();
  return (records, nowMs) => {
    const news = records.flatMap((record) => flashIn(record, nowMs) ?? []).filter(({ text }) => !told.has(text));
    for (const { text } of news) told.add(text);
    return news;
  };
}

/** As text of one line; null for a flash without words. */
function flashIn(record: Json, nowMs: number): RaceRadioEvent | null {
  const text = WORDS.map((name) => plain(wordsIn(record[name]))).find((words) => words !== '');
  const atMs = TIMES.map((name) => momentIn(record[name])).find((one) => one !== null);
  return text === undefined ? null : { kind: 'race-radio', atMs: atMs ?? nowMs, text: text.slice(0, LONGEST) };
}

function wordsIn(value: unknown): string {
  const languages = recordOf(value);
  if (!languages) return textOf(value);
  const words = [...LANGUAGES.map((name) => languages[name]), ...Object.values(languages)];
  return words.map(textOf).find((one) => one !== '') ?? '';
}

const MARKS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Flashes are written for web pages. */
function plain(words: string): string {
  const bare = words
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d{1,6});/g, (_, code) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&(\w+);/g, (mark, name) => MARKS[name] ?? mark);
  return textOf(legible(bare));
}

/** A date as text, or seconds or milliseconds since 1970. */
function momentIn(value: unknown): number | null {
  const number = numberOf(value);
  if (number !== null) return number > 1e11 ? number : number * 1000;
  const ms = Date.parse(textOf(value));
  return Number.isNaN(ms) ? null : ms;
}
