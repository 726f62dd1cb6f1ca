import type { Race } from '../../race/race.ts';
import type { Manifest } from '../../show/manifest.ts';
import type { DeskState } from '../../wire/crew/half.ts';
import { authorsOf } from '../by-hand.ts';
import type { Live, Playable } from '../feeds/feed.ts';
import type { Intake } from '../intake.ts';
import type { Notices } from '../notices.ts';
import type { Register } from '../register/register.ts';
import { createWanted } from '../register/shown.ts';
import type { RundownKeeper } from '../rundown/keeper.ts';
import type { ShowKeeper } from '../show-keeper.ts';
import type { CrewView } from './crew-half.ts';

interface CrewViewOptions {
  readonly feed: Playable | Live;
  readonly notices: Pick<Notices, 'list'>;
  /** The past is being folded. */
  readonly isBusy: () => boolean;
  /** What may be put on air. */
  readonly manifests: readonly Manifest[];
  readonly keeper: ShowKeeper;
  readonly rundown: RundownKeeper;
  readonly register: Register;
  readonly intake: Pick<Intake, 'radio' | 'waiting' | 'devices'>;
  /** The newest race that was told. */
  readonly race: () => Race | null;
}

/** What the crew is shown besides the race: each part from where it is kept. */
export function createCrewView(options: CrewViewOptions): CrewView {
  const { feed, notices, isBusy, manifests, keeper, rundown, register, intake, race } = options;
  const wanted = createWanted(manifests);
  let desk: DeskState = {
    feed: feed.title,
    span: 'span' in feed ? feed.span : null,
    busy: false,
    joins: 'invites' in feed,
    notices: notices.list(),
  };
  return {
    preview: () => keeper.show().preview,
    owners: () => keeper.show().owners,
    changes: keeper.changes,
    rundowns: rundown.view,
    leaving: keeper.leaving,
    desk() {
      const busy = isBusy();
      if (desk.notices !== notices.list() || desk.busy !== busy) desk = { ...desk, busy, notices: notices.list() };
      return desk;
    },
    shown: () => register.shown(wanted(keeper.show())),
    pages: register.pages,
    quarantine: () => race()?.health.quarantine ?? [],
    radio: intake.radio,
    devices: intake.devices,
    authors: () => authorsOf(race()),
    waiting: intake.waiting,
  };
}
