import type { Manifest } from '../../../show/manifest.ts';
import type { Rundown } from '../../../show/rundown.ts';
import { shortly } from '../../../show/shortly.ts';
import { fail, ok, type Result } from '../../../wire/result.ts';
import type { RemoteCommand } from './command-shape.ts';
import { itemNamed } from './named.ts';

/** What a bare text may mean: a graphic by its id, then an item of the rundown, then a graphic by its title. */
export interface Speakable {
  readonly manifests: ReadonlyMap<string, Manifest>;
  readonly rundown: Rundown;
}

/**
 * Texts as a line or an OSC message has them, as named words: `groups=3` is named, and one that is not is what the command
 * is about. "toggle", ["2"] -> item=2; "cue", ["gap-ticker", "groups=3"] -> overlay=gap-ticker&groups=3.
 */
export function spoken(command: RemoteCommand, texts: readonly string[], known: Speakable): Result<URLSearchParams> {
  const said = new URLSearchParams();
  const bare = texts.filter((text) => !nameIn(command, text));
  for (const text of texts) {
    const name = nameIn(command, text);
    if (name !== null) said.set(name, text.slice(name.length + 1));
  }
  const [main, ...more] = bare;
  if (main === undefined) return ok(said);
  if (command.main === null || more.length > 0)
    return fail(`${shortly(more[0] ?? main)} belongs to nothing in "${command.name}": write name=value.`);
  said.set(command.main === 'target' ? targetName(main, known) : command.main, main);
  return ok(said);
}

/** The name before the "=", where the command takes one of that name. */
function nameIn({ fields, takesParams }: RemoteCommand, text: string): string | null {
  const name = /^([\w-]+)=/.exec(text)?.[1];
  return name !== undefined && (takesParams || fields.some((one) => one.name === name)) ? name : null;
}

const targetName = (text: string, { manifests, rundown }: Speakable): 'overlay' | 'item' =>
  !manifests.has(text) && (/^[\d.]+$/.test(text) || itemNamed(rundown, text, null).ok) ? 'item' : 'overlay';
