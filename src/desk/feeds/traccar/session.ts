import { fail, ok, type Result } from '../../../wire/result.ts';
import { type Json, jsonOf, recordsOf } from '../json.ts';
import type { ServerAddress } from '../server-address.ts';

/** One session with a server, begun anew where it has expired. What goes wrong is said in a few words, and never who comes. */
export interface TraccarSession {
  /** The header by which the server knows us. */
  cookie(): Promise<Result<string>>;
  /** What `api/<path>` lists. */
  list(path: string): Promise<Result<readonly Json[]>>;
  /** The server knows the session no more. */
  forget(): void;
}

const PATIENCE_MS = 15_000;
/** Places of a thousand devices are some 600 kB. */
const MOST_LETTERS = 20_000_000;

/** `http(s)://host/path/` as the base of `api/...`. */
export const traccarUrl = ({ protocol, host, path }: ServerAddress): URL =>
  new URL(`${protocol}//${host}/${path.replace(/[?#].*$/, '').replace(/\/?$/, path === '' ? '' : '/')}`);

export function createTraccarSession(server: ServerAddress, stopped: AbortSignal): TraccarSession {
  const base = traccarUrl(server);
  let known: string | null = null;

  async function ask(path: string, init: RequestInit): Promise<Result<Response>> {
    try {
      const signal = AbortSignal.any([stopped, AbortSignal.timeout(PATIENCE_MS)]);
      return ok(await fetch(new URL(`api/${path}`, base), { ...init, signal, redirect: 'manual' }));
    } catch (error) {
      return fail(reasonOf(error));
    }
  }

  async function cookie(): Promise<Result<string>> {
    if (known !== null) return ok(known);
    const form = new URLSearchParams({ email: server.user ?? '', password: server.password ?? '' });
    const answered = await ask('session', { method: 'POST', body: form });
    if (!answered.ok) return answered;
    const { status, headers } = answered.value;
    await answered.value.body?.cancel().catch(() => {});
    if (status === 400 || status === 401 || status === 403) return fail('it does not know this user or password');
    if (status >= 300) return fail(`HTTP ${status}`);
    const cookies = headers.getSetCookie().map((one) => one.split(';', 1)[0] ?? '');
    if (cookies.length === 0) return fail('it gives no session');
    known = cookies.join('; ');
    return ok(known);
  }

  async function listed(path: string): Promise<Result<readonly Json[] | 'expired'>> {
    const session = await cookie();
    if (!session.ok) return session;
    const headers = { cookie: session.value, accept: 'application/json' };
    const answered = await ask(path, { headers });
    if (!answered.ok) return answered;
    const { status } = answered.value;
    if (status === 401) return ok('expired');
    if (status >= 300) return fail(`HTTP ${status}`);
    try {
      const text = await answered.value.text();
      const list = text.length > MOST_LETTERS ? null : jsonOf(text);
      return Array.isArray(list) ? ok(recordsOf(list)) : fail('it answers what is no list');
    } catch (error) {
      return fail(reasonOf(error));
    }
  }

  return {
    cookie,
    async list(path) {
      const first = await listed(path);
      if (!first.ok || first.value !== 'expired') return first as Result<readonly Json[]>;
      known = null;
      const second = await listed(path);
      if (!second.ok) return second;
      return second.value === 'expired' ? fail('its sessions end at once') : ok(second.value);
    },
    forget() {
      known = null;
    },
  };
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return cause instanceof Error && cause.name === 'TimeoutError' ? 'it says nothing' : 'it cannot be asked';
}
