import { fail, ok, type Result } from '../../../wire/result.ts';
import { remoteCommand } from './commands.ts';
import { noCommand } from './no-command.ts';
import { jsonWords } from './request-words.ts';
import { type Speakable, spoken } from './spoken.ts';

/** What a text asks; `state` asks for nothing but the state, and an empty text for nothing at all. */
export type LineAsk = { readonly name: string; readonly said: URLSearchParams } | 'state' | 'nothing';

/**
 * A command as one text: `{"do": "toggle", "item": "2"}`, `toggle 2`, `cue overlay="Gaps" groups=3`, or what stands behind
 * `/api/` in an address, `toggle?item=2`.
 */
export function readTextAsk(text: string, known: Speakable): Result<LineAsk> {
  // Companion sends a NUL to keep a connection, and ends lines as was set there.
  const line = text.replaceAll('\0', '').trim();
  if (line === '') return ok('nothing');
  if (line === 'state') return ok('state');
  if (line.startsWith('{')) return asJson(line);
  const [, asked, query] = /^([\w-]+)\?(.*)$/s.exec(line) ?? [];
  if (asked !== undefined) return ok({ name: asked, said: new URLSearchParams(query) });
  const [name = '', ...texts] = wordsOf(line);
  const command = remoteCommand(name);
  if (!command) return fail(noCommand(name));
  const said = spoken(command, texts, known);
  return said.ok ? ok({ name, said: said.value }) : said;
}

function asJson(text: string): Result<LineAsk> {
  const said = jsonWords(text);
  if (!said.ok) return said;
  const name = said.value.get('do');
  if (name === null) return fail('Say what to do: {"do": "take"}.');
  said.value.delete('do');
  return name === 'state' ? ok('state') : ok({ name, said: said.value });
}

/** Words with a space between; one in double quotes may have spaces. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/(?:[^\s"]|"[^"]*"?)+/g)].map(([word]) => word.replaceAll('"', ''));
