import { isIP } from 'node:net';
import { fail, ok, type Result } from '../wire/result.ts';
import { isLoopback } from './doors/loopback.ts';

/** What is heard and told by OSC. */
export interface OscAsked {
  /** Where commands are heard; null where none are. */
  readonly port: number | null;
  /** Addresses of other machines that may command. */
  readonly from: readonly string[];
  /** Who is told of each change. */
  readonly to: readonly OscTarget[];
}

/** An address, not a name: nobody looks one up for each change. */
export interface OscTarget {
  readonly address: string;
  readonly port: number;
}

interface Texts {
  readonly osc: string | undefined;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly host: string;
}

/** OSC has no password: other machines are heard only where both the network and each of them are said. */
export function oscOf({ osc, from, to, host }: Texts): Result<OscAsked> {
  const port = osc === undefined ? null : portIn(osc);
  if (osc !== undefined && port === null)
    return fail(`--osc ${osc} does not fit: give a port alone, as 8000; where it is heard is --host.`);
  const [first] = from;
  if (first !== undefined && port === null)
    return fail(`--osc-from ${first} needs a port to be heard at: add --osc 8000.`);
  const odd = from.find((address) => isIP(address) === 0);
  if (odd !== undefined) return fail(`--osc-from ${odd} is no address: write it as 10.0.0.7.`);
  if (first !== undefined && isLoopback(host))
    return fail(`--osc-from ${first} is another machine, and this desk hears its own only: add --host 0.0.0.0.`);
  const targets: OscTarget[] = [];
  for (const text of to) {
    const target = targetIn(text);
    if (!target) return fail(`--osc-to ${text} does not fit: give an address and a port, as 10.0.0.5:9000.`);
    targets.push(target);
  }
  return ok({ port, from, to: targets });
}

function portIn(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65535 ? port : null;
}

function targetIn(text: string): OscTarget | null {
  const [, bracketed, bare, portText = ''] = /^(?:\[([^\]]+)\]|([^:]+)):(\d+)$/.exec(text) ?? [];
  const said = bracketed ?? bare ?? '';
  const address = said === 'localhost' ? '127.0.0.1' : said;
  const port = portIn(portText);
  return isIP(address) === 0 || port === null ? null : { address, port };
}
