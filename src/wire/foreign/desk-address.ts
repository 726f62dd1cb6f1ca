import { shortly } from '../../show/shortly.ts';
import { fail, ok, type Result } from '../result.ts';

/** A desk as its page reaches it. */
export interface DeskAddress {
  /** "http://192.168.1.20:5300" */
  readonly url: string;
  /** What stands behind #token= of it; null where nothing does. */
  readonly token: string | null;
}

/** At which a desk listens where nobody says another. */
const PORT = 4000;
const LIKE = 'it is like 192.168.1.20:4000, or http://192.168.1.20:4000/';

/** What a hand types or pastes for a desk; or in one sentence why it is none. */
export function readDeskAddress(typed: string): Result<DeskAddress> {
  const said = `The address of the desk is ${shortly(typed)}`;
  const text = typed.trim();
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
  const url = urlOf(hasScheme ? text : `http://${text}`);
  if (!url || /\s/.test(text)) return fail(`${said}: ${LIKE}.`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return fail(`${said}: it begins with http:// or https://.`);
  if (url.username || url.password) return fail(`The address of the desk has a name or a password in it: ${LIKE}.`);
  if (url.pathname !== '/') return fail(`${said}: a desk has nothing behind its port, ${LIKE}.`);
  const isBare = !hasScheme && !/:\d+$/.test(text.split(/[/?#]/, 1)[0] ?? '');
  if (isBare) url.port = String(PORT);
  return ok({ url: url.origin, token: new URLSearchParams(url.hash.slice(1)).get('token') || null });
}

function urlOf(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
