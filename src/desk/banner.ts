import { networkInterfaces } from 'node:os';
import type { TokenTrust } from '../wire/trust.ts';
import type { Left } from './tape/resume.ts';
import type { Invited } from './tokens/invite.ts';

export interface Greeting {
  readonly host: string;
  readonly port: number;
  readonly isSecure: boolean;
  readonly feed: string;
  readonly tape: string;
  readonly left: Left | null;
  /** Made just now; empty where there were some before, null where nobody needs one. */
  readonly tokens: Invited | null;
  /** The name by which a proxy offers it to others; null where there is none. */
  readonly proxyName: string | null;
  /** Of its certificate, where it has one of its own and is reached by that name; null where nobody says. */
  readonly tlsName: string | null;
  /** Where riders join with their phones; null where the feed has no use for them, or nobody reaches it. */
  readonly invites: ((url: string) => string) | null;
}

/** What the desk says when it is ready. */
export function banner({
  host,
  port,
  isSecure,
  feed,
  tape,
  left,
  tokens,
  invites,
  proxyName,
  tlsName,
}: Greeting): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const url = `${isSecure ? 'https' : 'http'}://${name}:${port}/`;
  const outside = proxyName
    ? `https://${proxyName}/`
    : url.replace(name, tlsName ?? (everywhere ? ownAddress() : name));
  const taken = left
    ? 'taken up again: the race and the show go on where the last desk was killed (--fresh: anew)'
    : 'new';
  return [
    '',
    '  Ardoise',
    '',
    `  control   ${url}`,
    `  program   ${url}?show=program`,
    `  preview   ${url}?show=preview`,
    `  buttons   ${url}?buttons`,
    `  OBS       Sources > + > Browser > URL ${url}?show=program, width 1920, height 1080`,
    '',
    `  feed      ${feed}`,
    `  tape      ${tape} (${taken})`,
    ...(invites ? [`  phones    join at ${invites(outside)}`] : []),
    ...(tokens ? tokensSaid(tokens, outside) : []),
    '',
    '  Ctrl-C ends the race and its tape.',
    '',
    '',
  ].join('\n');
}

/** For whom each is; the address of this machine stands where others would write its name. */
const uses: Readonly<Record<TokenTrust, string>> = {
  engineer: '',
  operator: '',
  viewer: '',
  output: '?show=program',
  source: 'api/feed/',
};

/** Shown once: nobody can read them again, the desk neither. */
function tokensSaid(tokens: Invited, url: string): readonly string[] {
  if (tokens.length === 0) return ['', '  tokens    from other machines by their tokens only: npm run tokens'];
  return [
    '',
    '  From other machines, by these addresses (shown this once; npm run tokens makes more):',
    '',
    ...tokens.map(
      ({ trust, token }) =>
        `  ${trust.padEnd(9)} ${url}${uses[trust]}${trust === 'source' ? `  Authorization: Bearer ${token}` : `#token=${token}`}`,
    ),
  ];
}

/** By which other machines of the network reach this one, as far as it knows. */
function ownAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((one) => one ?? []);
  return all.find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? 'localhost';
}
