/**
 * The token of this page: a desk that listens beyond its own machine wants one. It comes behind the # of an address, which
 * browsers send to nobody, and is taken from there at once; it goes to the desk within the socket and in a header.
 */
const KEY = 'ardoise token';

/** Of this window, which its frames share; else of this browser. Without either the page has it until it is reloaded. */
let brought: string | null = null;

/** Null where none was brought. */
export function tokenOfPage(): string | null {
  const token = fromAddress();
  if (token !== null) keepToken(token, false);
  return brought ?? kept('sessionStorage') ?? kept('localStorage');
}

/**
 * For a desk that somebody named, from where the page did not come: what stands behind its own address, else behind that
 * of the page, where it is written by hand. What the page has from elsewhere is shown to nobody else.
 */
export function tokenFor(desk: string, told: string | null): string | null {
  const its = `${KEY} for ${desk}`;
  const token = told ?? fromAddress();
  if (token !== null) keep('sessionStorage', token, its);
  return token ?? kept('sessionStorage', its);
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
function fromAddress(): string | null {
  if (typeof location === 'undefined') return null;
  const words = new URLSearchParams(location.hash.slice(1));
  const token = words.get('token');
  if (token === null) return null;
  words.delete('token');
  const rest = String(words) && `#${words}`;
  try {
    history.replaceState(history.state, '', location.pathname + location.search + rest);
  } catch {
    // A page without an origin keeps the address that it has.
  }
  return token;
}

type Memory = 'sessionStorage' | 'localStorage';

function kept(memory: Memory, key = KEY): string | null {
  try {
    return globalThis[memory]?.getItem(key) ?? null;
  } catch {
    // A browser may keep both from a page.
    return null;
  }
}

function keep(memory: Memory, token: string, key = KEY): void {
  try {
    globalThis[memory]?.setItem(key, token);
  } catch {
    // It holds until the page is reloaded.
  }
}
