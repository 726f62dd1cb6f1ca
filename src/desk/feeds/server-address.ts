/** Where a server is, and as whom one comes to it. */
export interface ServerAddress {
  /** "mqtts:" */
  readonly protocol: string;
  /** With its port, where one is given. Without who comes: this may be said to anybody. */
  readonly host: string;
  /** Behind the host, without its first slash, as it is written: a topic may have a `#`. */
  readonly path: string;
  readonly user: string | null;
  readonly password: string | null;
}

/** What an address does not say of who comes; see `README.md`: a password in an address is seen by whoever lists programs. */
export interface Credentials {
  readonly user: string | undefined;
  readonly password: string | undefined;
}

const FORM = /^(?<protocol>[a-z]+(?:\+[a-z]+)?:)\/\/(?:(?<who>[^/]*)@)?(?<host>[^/@\s?#]+)(?:\/(?<path>\S*))?$/i;

/** `mqtt://user:password@host:1883/rest`, where user and password are written as in any address (`%40` is `@`). Null for what is none. */
export function serverAddressOf(text: string, known: Credentials): ServerAddress | null {
  const { protocol, who, host, path = '' } = FORM.exec(text.trim())?.groups ?? {};
  if (protocol === undefined || host === undefined || !URL.canParse(`http://${host}`)) return null;
  const [, user, password] = /^([^:]*)(?::(.*))?$/s.exec(who ?? '') ?? [];
  return {
    protocol: protocol.toLowerCase(),
    host,
    path,
    user: user ? decoded(user) : (known.user ?? null),
    password: password ? decoded(password) : (known.password ?? null),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A text with an address in it as it may be said: who comes to it, and by which password, is nobody's business. */
export const withoutCredentials = (text: string): string => text.replace(/\/\/\S*@/g, '//…@');
