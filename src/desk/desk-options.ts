import type { PastRaces } from '../insight/past.ts';
import type { Race } from '../race/race.ts';
import type { Manifest } from '../show/manifest.ts';
import type { Rundowns } from '../show/rundown.ts';
import type { PastAir } from './as-run/as-run.ts';
import type { StillFolder } from './as-run/still-folder.ts';
import type { Driver, Hands } from './driver.ts';
import type { Live, Playable } from './feeds/feed.ts';
import type { PastEntry } from './log/log.ts';
import type { Notices } from './notices.ts';
import type { Recorder } from './recorder.ts';
import type { KeptShow } from './show-keeper.ts';

/** What a desk is made of. */
export interface DeskOptions {
  readonly feed: Playable | Live;
  readonly drive: (hands: Hands) => Driver;
  readonly recorder: Recorder;
  readonly notices: Notices;
  /** What may be put on air, by its id. */
  readonly manifests: ReadonlyMap<string, Manifest>;
  readonly kept?: KeptShow;
  /** Left out, there is one without items. */
  readonly rundowns?: Rundowns;
  /** The name of the rundown for a race, asked once, or null. */
  readonly suited?: (race: Race) => string | null;
  /** Called with each change of them. */
  readonly keepRundowns?: (rundowns: Rundowns) => void;
  /** What was done before it was killed, oldest first; left out by a desk that begins. */
  readonly past?: { readonly log: readonly PastEntry[]; readonly air: PastAir } | null;
  /** Where stills of what is on air are kept; left out, nowhere. */
  readonly stills?: StillFolder;
  /** How many laps a circuit has that riders draw; left out, nobody says. */
  readonly laps?: number | null;
  /** What earlier races have taught; left out, what the desk has of its own. */
  readonly history?: PastRaces;
  /** Any clock that runs evenly, in milliseconds. */
  readonly now: () => number;
}
