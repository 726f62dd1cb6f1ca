import { fail, ok, type Result } from '../../../wire/result.ts';
import type { RemoteCommand } from './command-shape.ts';
import { remoteCommand } from './commands.ts';
import { noCommand } from './no-command.ts';
import { type Speakable, spoken } from './spoken.ts';

/** Where all OSC addresses of this desk begin. */
export const OSC_ROOT = '/ardoise/';
/** Asks for all fields of the state. */
const OSC_STATE = `${OSC_ROOT}state`;
/** What this desk itself says: another desk that hears it has nothing to answer. */
const OWN_WORDS = [`${OSC_STATE}/`, `${OSC_ROOT}error`];

/** An argument of OSC that this desk understands. */
export type OscWord = string | number | boolean;

/** What a message asks; `nothing` is a button that was let go, or a word of a desk. */
export type OscAsk = { readonly name: string; readonly said: URLSearchParams } | 'state' | 'nothing';

/**
 * `/ardoise/toggle/2`, `/ardoise/take-direct ,s gap-ticker`, `/ardoise/cue/gap-ticker ,s groups=3`. One number or flag beside
 * it is how far a button is pressed: 1 and more is pressed, 0 let go; but where the command is about a number, as a lap.
 */
export function readOsc(address: string, words: readonly OscWord[], known: Speakable): Result<OscAsk> {
  if (address === OSC_STATE) return ok('state');
  if (OWN_WORDS.some((own) => address.startsWith(own))) return ok('nothing');
  if (!address.startsWith(OSC_ROOT))
    return fail(
      `An OSC address of this desk begins with ${OSC_ROOT}, as ${OSC_ROOT}take: "${address.slice(0, 60)}" does not.`,
    );
  const [name = '', ...rest] = address.slice(OSC_ROOT.length).split('/');
  const command = remoteCommand(name);
  if (!command) return fail(noCommand(name));
  const inAddress = rest.length === 0 ? [] : [unescaped(rest.join('/'))];
  const isAbout = (word: OscWord) => typeof word === 'number' && inAddress.length === 0 && takesNumber(command);
  const press = words.find((word) => typeof word !== 'string' && !isAbout(word));
  if (press === 0 || press === false) return ok('nothing');
  if (typeof press === 'number' && !(press >= 1))
    return fail(
      `${press} beside ${address.slice(0, 60)} is neither 1, a button that is pressed, nor 0, one that is let go.`,
    );
  const texts = words.filter((word) => typeof word === 'string' || isAbout(word)).map(String);
  const said = spoken(command, [...inAddress, ...texts], known);
  return said.ok ? ok({ name, said: said.value }) : said;
}

const takesNumber = ({ main, fields }: RemoteCommand): boolean =>
  main === 'bib' || fields.some(({ name, type }) => name === main && type === 'number');

/** What a surface may not write in an address it writes as in a URL. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
