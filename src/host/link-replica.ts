import type { RaceAndInsight } from '../insight/insight.ts';
import type { Waiting } from '../race/confirm/waiting.ts';
import type { Quarantined } from '../race/health.ts';
import { emptyShow, type Show } from '../show/show.ts';
import type {
  AllShown,
  Changes,
  Countdown,
  Crew,
  CrewSnapshot,
  DeskState,
  Pages,
  RadioMessage,
  RundownsView,
} from '../wire/crew/half.ts';
import type { LogLine } from '../wire/crew/log.ts';
import type { Admitted } from '../wire/protocol.ts';
import type { OwnThemes, RaceClock, Snapshot } from '../wire/public/half.ts';

/** Those of the desk's user, and where that desk is; left out, where the page came from. */
export type DeskThemes = OwnThemes & { readonly desk?: string };

/** A page's copy of what the desk knows. A new object after each change; parts that did not change are the same. */
export interface Replica {
  readonly race: RaceAndInsight | null;
  /** Nothing is cued for a page that is not of the crew. */
  readonly show: Show;
  readonly clock: RaceClock;
  /** From when on `clock` is so, on the clock of this page: when it came in, or is shown. */
  readonly clockReceivedMs: number;
  /** Of the desk's user; null until the desk has spoken. */
  readonly themes: DeskThemes | null;
  /** How far the desk trusts this page; null until it has spoken, and where it is no control page. */
  readonly admitted: Admitted | null;
  readonly connection: 'connecting' | 'live' | 'lost' | 'refused';
  /** Why the desk refused this page: one sentence. */
  readonly refusal: string | null;
  /** From here on, only the crew is told; for others it stays empty. */
  readonly changes: Changes;
  readonly rundowns: RundownsView;
  readonly leaving: readonly Countdown[];
  readonly authors: Crew['authors'];
  readonly desk: DeskState;
  /** What pages say they draw. */
  readonly shown: AllShown;
  readonly pages: Pages;
  /** What the race did not believe. */
  readonly quarantine: readonly Quarantined[];
  readonly radio: readonly RadioMessage[];
  readonly devices: Crew['devices'];
  readonly waiting: readonly Waiting[];
  /** What was done, newest first; told to control pages only. */
  readonly log: readonly LogLine[];
}

export const emptyReplica: Replica = {
  race: null,
  show: emptyShow,
  clock: { atMs: 0, rate: 0 },
  clockReceivedMs: 0,
  themes: null,
  admitted: null,
  connection: 'connecting',
  refusal: null,
  changes: { undo: null, redo: null },
  rundowns: { names: [], chosen: { name: '', items: [] }, removed: null },
  leaving: [],
  authors: {},
  desk: { feed: '', span: null, busy: false, joins: false, notices: [] },
  shown: { air: [], monitors: [] },
  pages: { counts: [], list: [] },
  quarantine: [],
  radio: [],
  devices: [],
  waiting: [],
  log: [],
};

/** Both halves as they are held now, in one picture. */
export function withHalves(replica: Replica, snapshot: Snapshot, crew: CrewSnapshot | null): Replica {
  const {
    preview,
    owners,
    seq: _,
    ...parts
  } = crew ?? { preview: replica.show.preview, owners: replica.show.owners, seq: 0 };
  const show = { ...snapshot.air, preview, owners };
  return {
    ...replica,
    // A desk that was started again knows no race until it has read its tape: meanwhile the last picture holds.
    race: snapshot.race ?? replica.race,
    show: sameShow(show, replica.show) ? replica.show : show,
    ...parts,
    connection: 'live',
    refusal: null,
  };
}

const sameShow = (a: Show, b: Show): boolean => (Object.keys(a) as (keyof Show)[]).every((part) => a[part] === b[part]);
