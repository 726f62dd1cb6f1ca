import type { OverrideEvent, SlateEvent } from '../race/event.ts';
import type { Race } from '../race/race.ts';
import type { Crew } from '../wire/crew/half.ts';
import type { OperatorEvent } from '../wire/protocol.ts';

/** What stands in the list of what hands say, each with its author. */
export const isByHand = (event: OperatorEvent): event is OverrideEvent | SlateEvent =>
  event.kind === 'override' || event.kind === 'slate-line';

/** Who said what stands, by its path or the id of its group. */
export const authorsOf = (race: Race | null): Crew['authors'] =>
  Object.fromEntries([
    ...(race?.overrides ?? []).map(({ path, author }) => [path, author]),
    ...(race?.slate ?? []).map(({ id, author }) => [id, author]),
  ]);
