import type { Manifest } from '../../../show/manifest.ts';
import { isTag } from '../../../show/replay.ts';
import { banks, hotkeys } from '../../../show/rundown.ts';
import type { Desk } from '../../desk.ts';
import { remoteCommands } from './commands.ts';
import { remoteDocuments } from './documents.ts';
import { exampleOsc, exampleUrl, exampleWords } from './examples.ts';
import { keyName } from './named.ts';

/** All that can be asked now, for programs that make their buttons of it: commands, graphics with their values, items. */
export function describeRemote(desk: Pick<Desk, 'rundown'>, manifests: ReadonlyMap<string, Manifest>): object {
  const rundown = desk.rundown(null)!;
  return {
    commands: remoteCommands.map((command) => {
      const { name, what, fields, takesParams } = command;
      const said = exampleWords(command, [...manifests.values()]);
      return { name, what, fields, takesParams, url: exampleUrl(name, said), osc: exampleOsc(command, said) };
    }),
    documents: remoteDocuments.map(({ path, ...more }) => ({ url: `/api/${path}`, ...more })),
    overlays: [...manifests.values()]
      .filter((one) => !isTag(one))
      .map(({ id, title, params }) => ({
        id,
        title,
        params: Object.entries(params).map(([name, param]) => ({ name, ...param })),
      })),
    rundown: rundown.name,
    items: banks.flatMap((bank) =>
      rundown.items
        .filter((one) => one.bank === bank)
        .sort((a, b) => placeOf(a.key) - placeOf(b.key))
        .map(({ id, key, title, overlay }) => ({ item: key === null ? id : keyName(bank, key), title, overlay, id })),
    ),
  };
}

/** Those without a key come last. */
const placeOf = (key: string | null): number =>
  key === null ? hotkeys.length : (hotkeys as readonly string[]).indexOf(key);
