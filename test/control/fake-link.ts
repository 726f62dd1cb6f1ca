import type { Link, Replica } from '../../src/host/link.ts';
import { apply } from '../../src/show/apply.ts';
import type { Command } from '../../src/show/command.ts';
import { emptyShow } from '../../src/show/show.ts';
import type { Answer, OperatorEvent, Transport } from '../../src/wire/protocol.ts';

export interface FakeLink extends Link {
  readonly commands: readonly Command[];
  readonly transports: readonly Transport[];
  readonly told: readonly OperatorEvent[];
  /** Changes what the page knows, as a delta would. */
  change(part: Partial<Replica>): void;
  /** The next questions are answered with this instead of being done. */
  refuse(error: string | null): void;
}

/** A desk in the hand: folds commands at once, tells the page, and remembers what it was asked. */
export function fakeLink(start: Partial<Replica> = {}): FakeLink {
  const listeners = new Set<() => void>();
  const commands: Command[] = [];
  const transports: Transport[] = [];
  const told: OperatorEvent[] = [];
  let refusal: string | null = null;
  let replica: Replica = {
    race: null,
    show: emptyShow,
    clock: { atMs: Date.UTC(2026, 6, 12, 13, 0, 0), rate: 1 },
    clockReceivedMs: performance.now(),
    desk: { feed: 'the built-in race', span: null, notices: [], pages: [] },
    connection: 'live',
    refusal: null,
    ...start,
  };
  const change = (part: Partial<Replica>) => {
    replica = { ...replica, ...part };
    for (const listener of listeners) listener();
  };
  const answer = (todo: () => void): Promise<Answer> => {
    if (refusal) return Promise.resolve({ ok: false, error: refusal });
    todo();
    return Promise.resolve({ ok: true });
  };
  return {
    commands,
    transports,
    told,
    change,
    refuse: (error) => {
      refusal = error;
    },
    replica: () => replica,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    command: (command) => {
      commands.push(command);
      return answer(() => change({ show: apply(replica.show, command) }));
    },
    transport: (transport) => {
      transports.push(transport);
      return answer(() => undefined);
    },
    tell: (event) => {
      told.push(event);
      return answer(() => undefined);
    },
    close: () => listeners.clear(),
  };
}
