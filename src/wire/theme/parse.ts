import * as v from 'valibot';
import type { Theme } from '../../edition/theme.ts';
import { fail, ok, type Result } from '../result.ts';
import { atOdds } from './at-odds.ts';
import { themeFile } from './schema.ts';

/** So many mistakes are told at once. */
const MOST = 3;

/** What a file of a theme holds; or what is wrong with it, each mistake in a sentence with its path. */
export function readTheme(text: string, file: string): Result<Theme> {
  try {
    return parseTheme(JSON.parse(text), file);
  } catch (error) {
    return fail(`${file}: it is not JSON (${error instanceof Error ? error.message : String(error)}).`);
  }
}

export function parseTheme(input: unknown, file: string): Result<Theme> {
  const parsed = v.safeParse(themeFile, input);
  if (!parsed.success) return fail(inShort(file, parsed.issues.map(sentenceOf)));
  const { $schema: _, ...theme } = parsed.output;
  const odd = atOdds(theme);
  return odd.length > 0 ? fail(inShort(file, odd)) : ok(theme);
}

function inShort(file: string, sentences: readonly string[]): string {
  const more = sentences.length - MOST;
  return [`${file}:`, ...sentences.slice(0, MOST), ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}

type Issue = v.InferIssue<typeof themeFile>;

function sentenceOf(issue: Issue): string {
  const path = v.getDotPath(issue) ?? 'it';
  if (issue.expected === 'never') return `${path} is no token, there are ${issue.message}.`;
  const has = issue.input === undefined ? 'missing' : inWords(issue.input);
  return `${path} is ${has}, ${issue.message.replace(/,$/, '')} is wanted.`;
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return (JSON.stringify(value) ?? typeof value).slice(0, 40);
}
