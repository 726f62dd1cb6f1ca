import type { Group } from '../../race/groups/group.ts';
import type { Race } from '../../race/race.ts';
import type { Ask } from '../../show/command.ts';
import type { Manifest, Params } from '../../show/manifest.ts';
import type { Show } from '../../show/show.ts';
import type { OperatorEvent } from '../../wire/protocol.ts';

/** What the line reads a text by. */
export interface Facts {
  readonly race: Race | null;
  /**
   * The groups that g1, g2 count, from the head, as they stood when the line was last typed in: a group that splits
   * between the reading and Enter makes no other group of what was read.
   */
  readonly counted: readonly Group[];
  readonly manifests: readonly Manifest[];
  readonly show: Show;
  /** The desk is there. */
  readonly live: boolean;
  /** A graphic as it is cued, else as it is on air, else as the rundown has it first. */
  readonly params: (manifest: Manifest) => Params;
  /** After how many seconds it leaves by itself, as the rundown has it first; null where it stays. */
  readonly outS: (manifest: Manifest) => number | null;
}

/** What Enter does; `write` puts another text into the line. */
export type LineDeed =
  | { readonly do: 'ask'; readonly ask: Ask }
  | { readonly do: 'tell'; readonly event: OperatorEvent }
  | { readonly do: 'write'; readonly text: string };

/** From best to worst: how well a text says it. What is only offered is not done before an arrow has chosen it. */
export const likenesses = ['exact', 'begins', 'inside', 'offer'] as const;
export type Likeness = (typeof likenesses)[number];

/** One thing that a text may mean. */
export interface Match {
  readonly like: Likeness;
  /** What Tab makes of the line: it means the same, and nothing else. */
  readonly text: string;
  /** As the list shows it: what it is called, its name, and what else there is to tell it by. */
  readonly cells: readonly [head: string, name: string, ...more: string[]];
  /** What Enter will do, or why it can do nothing. */
  readonly sentence: string;
  readonly deed: LineDeed | null;
}

/** What a command makes of a text: nothing, where it is not meant. */
export interface Found {
  /** Best first. */
  readonly matches: readonly Match[];
  /** The text is for this command, and is not enough, or cannot be: one sentence. */
  readonly why?: string;
}

export const nothingFound: Found = { matches: [] };

/** One entry of the table. */
export interface LineCommand {
  readonly example: string;
  readonly what: string;
  /** `text` has no space around it. */
  readonly read: (text: string, known: Facts) => Found;
}
