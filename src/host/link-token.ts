/**
 * The token of this page: a desk that listens beyond its own machine wants one. It comes behind the # of an address, which
 * browsers send to nobody, and is taken from there at once; it goes to the desk within the socket and in a header.
 */
const KEY = 'ardoise token';

/** Of this window, which its frames share; else of this browser. Without either the page has it until it is reloaded. */
let brought: string | null = null;

/** Null where none was brought. */
export function tokenOfPage(): string | null {
  takeFromAddress();
  return brought ?? kept('sessionStorage') ?? kept('localStorage');
}

/** For this window, and on wish for whoever opens this desk in this browser. */
export function keepToken(token: string, isRemembered: boolean): void {
  brought = token;
  keep('sessionStorage', token);
  if (isRemembered) keep('localStorage', token);
}

/** What this page asks of its desk by HTTP, with its token where it has one. */
export function askDesk(
  path: string,
  asked: { readonly method?: string; readonly body?: string | Blob } = {},
): Promise<Response> {
  const token = tokenOfPage();
  return fetch(path, { ...asked, ...(token !== null && { headers: { authorization: `Bearer ${token}` } }) });
}

/** The address is written anew without it: nobody reads it over a shoulder or finds it in a history. */
function takeFromAddress(): void {
  if (typeof location === 'undefined') return;
  const words = new URLSearchParams(location.hash.slice(1));
  const token = words.get('token');
  if (token === null) return;
  keepToken(token, false);
  words.delete('token');
  const rest = words.size > 0 ? `#${words}` : '';
  history.replaceState(history.state, '', location.pathname + location.search + rest);
}

type Memory = 'sessionStorage' | 'localStorage';

function kept(memory: Memory): string | null {
  try {
    return globalThis[memory]?.getItem(KEY) ?? null;
  } catch {
    // A browser may keep both from a page.
    return null;
  }
}

function keep(memory: Memory, token: string): void {
  try {
    globalThis[memory]?.setItem(KEY, token);
  } catch {
    // It holds until the page is reloaded.
  }
}
