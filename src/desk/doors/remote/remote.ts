import type { Manifest } from '../../../show/manifest.ts';
import type { Desk } from '../../desk.ts';
import { otherWords, remoteCommand } from './commands.ts';
import { noCommand } from './no-command.ts';
import { readAsk } from './read-ask.ts';

/** Done, and what that was: "take-direct gap-ticker"; or one sentence on why not. */
export type RemoteAnswer =
  | { readonly ok: true; readonly did: string; readonly note?: string }
  | { readonly ok: false; readonly error: string };

/** All that may be asked of the desk by its name and its words, whichever way they came. */
export type Remote = (name: string, said: URLSearchParams, author: string) => RemoteAnswer;

export function createRemote(desk: Desk, manifests: ReadonlyMap<string, Manifest>): Remote {
  return (name, said, author) => {
    const command = remoteCommand(name);
    if (!command) return { ok: false, error: noCommand(name) };
    const word = Object.hasOwn(otherWords, name) ? otherWords[name] : undefined;
    if (word) {
      const told = word.tell(desk, said, author);
      return told.ok ? { ...told, did: name } : told;
    }
    const facts = { manifests, rundown: desk.rundown(null)!, show: () => desk.picture().show };
    const ask = readAsk(command, said, facts);
    if (!ask.ok) return ask;
    const answer = desk.command(ask.value, author);
    return answer.ok
      ? {
          ...answer,
          did: [ask.value.do, ask.value.overlay ?? ask.value.layer ?? ask.value.output ?? []].flat().join(' '),
        }
      : answer;
  };
}
