import type { Race } from '../race/race.ts';
import type { Command } from '../show/command.ts';
import type { Show } from '../show/show.ts';
import type { Answer, DeskState, RaceClock, Transport } from '../wire/protocol.ts';

/** A page's copy of what the desk knows. A new object after each change; parts that did not change are the same. */
export interface Replica {
  readonly race: Race | null;
  readonly show: Show;
  readonly clock: RaceClock;
  /** `performance.now()` when `clock` came in. */
  readonly clockReceivedMs: number;
  readonly desk: DeskState;
  readonly connection: 'connecting' | 'live' | 'lost' | 'refused';
  /** Why the desk refused this page: one sentence. */
  readonly refusal: string | null;
}

/** The one socket of a page. Reconnects by itself, asks again after a hole, and never loses the last picture. */
export interface Link {
  replica(): Replica;
  /** Calls back after each change; returns the way to stop. */
  onChange(listener: () => void): () => void;
  command(command: Command): Promise<Answer>;
  transport(transport: Transport): Promise<Answer>;
  close(): void;
}
