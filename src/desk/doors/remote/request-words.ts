import { shortly } from '../../../show/shortly.ts';
import { fail, ok, type Result } from '../../../wire/result.ts';

const HOW = 'send it as JSON, {"item": "2"}, or as a form, item=2';

/**
 * What a request says: its address, and over it what a POST brings, as a form or as one JSON object with the same names
 * (those of a graphic may stand in "params"). A text without a type, or with a plain one, is read as what it looks like.
 */
export function requestWords(
  address: URLSearchParams,
  contentType: string | undefined,
  body: string | null,
): Result<URLSearchParams> {
  if (body === null) return fail('The body is longer than a megabyte: a command is a few words.');
  const text = body.trim();
  if (text === '') return ok(address);
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  const looks = text.startsWith('{') ? JSON_TYPE : FORM_TYPE;
  const kind = type === '' || type === 'text/plain' ? looks : type;
  if (kind === FORM_TYPE) return ok(over(address, new URLSearchParams(text)));
  if (kind !== JSON_TYPE) return fail(`A body of type ${shortly(type)} cannot be read: ${HOW}.`);
  const told = jsonWords(text);
  return told.ok ? ok(over(address, told.value)) : told;
}

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** The names of one JSON object, its "params" among them. */
export function jsonWords(text: string): Result<URLSearchParams> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail(`This is no JSON that can be read: ${HOW}.`);
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return fail(`This is no list of names: ${HOW}.`);
  const { params, ...own } = json as Record<string, unknown>;
  const isList = typeof params === 'object' && params !== null && !Array.isArray(params);
  const all = [
    ...Object.entries(own),
    ...(isList ? Object.entries(params) : params === undefined ? [] : [['params', params]]),
  ];
  const said = new URLSearchParams();
  for (const [name, value] of all as [string, unknown][]) {
    if (value === null || value === undefined) continue;
    if (typeof value === 'object') return fail(`"${name}" is a list in a list: give it one value, ${HOW}.`);
    said.set(name, String(value));
  }
  return ok(said);
}

function over(under: URLSearchParams, upper: URLSearchParams): URLSearchParams {
  const said = new URLSearchParams(under);
  for (const [name, text] of upper) said.set(name, text);
  return said;
}
