import { viewOf } from '../../src/desk/rundown/keeper.ts';
import type { Link, Replica } from '../../src/host/link.ts';
import { nobodyAsks } from '../../src/host/link-witness.ts';
import type { Ask } from '../../src/show/command.ts';
import { complete } from '../../src/show/complete.ts';
import { edited } from '../../src/show/edit-rundowns.ts';
import { fold } from '../../src/show/fold.ts';
import { hotkeys, rundownsFrom } from '../../src/show/rundown.ts';
import type { RundownEdit } from '../../src/show/rundown-edit.ts';
import { emptyShow, type Show } from '../../src/show/show.ts';
import { nothingCounted } from '../../src/show/steps.ts';
import type { Answer, OperatorEvent, Transport } from '../../src/wire/protocol.ts';
import { manifests, teller } from './manifests.ts';
import { pageState } from './pages.ts';

export interface FakeLink extends Link {
  readonly commands: readonly Ask[];
  readonly edits: readonly RundownEdit[];
  readonly transports: readonly Transport[];
  readonly told: readonly OperatorEvent[];
  /** Changes what the page knows, as a delta would. */
  change(part: Partial<Replica>): void;
  /** The next questions are answered with this instead of being done. */
  refuse(error: string | null): void;
}

const byId = new Map(manifests.map((manifest) => [manifest.id, manifest]));

/** One item of each graphic, with the keys in their order. */
const oneOfEach = rundownsFrom(
  [
    {
      name: 'Stage',
      items: manifests
        .filter((one) => one !== teller)
        .map(({ id, title }, i) => ({ overlay: id, title, key: hotkeys[i] ?? null })),
    },
  ],
  null,
  byId,
).rundowns;

/** The show that a desk with these graphics makes of it, or the sentence in which it refuses. */
export function showAfter(show: Show, ask: Ask): Show | string {
  const situation = { manifests: byId, show, counts: nothingCounted };
  const completed = complete(ask, situation);
  return completed.ok ? fold(situation, completed.value) : completed.error;
}

/** As one page on air draws it, at once. */
export const drawnBy = ({ program }: Show): Replica['shown'] => ({
  air: Object.values(program).map(({ overlay }) => ({ overlay, wished: true, life: 'on', why: null, on: 1, of: 1 })),
  monitors: [],
});

/** A desk in the hand: folds commands at once, tells the page, and remembers what it was asked. */
export function fakeLink(start: Partial<Replica> = {}): FakeLink {
  let rundowns = oneOfEach;
  const edits: RundownEdit[] = [];
  const listeners = new Set<() => void>();
  const commands: Ask[] = [];
  const transports: Transport[] = [];
  const told: OperatorEvent[] = [];
  let refusal: string | null = null;
  let replica: Replica = {
    admitted: { trust: 'engineer', author: 'control 1', why: null },
    race: null,
    show: emptyShow,
    clock: { atMs: Date.UTC(2026, 6, 12, 13, 0, 0), rate: 1 },
    clockReceivedMs: performance.now(),
    desk: { feed: 'the built-in race', span: null, busy: false, joins: false, notices: [] },
    shown: { air: [], monitors: [] },
    pages: { counts: [{ role: 'program', monitor: false, count: 1, lost: 0 }], list: [pageState()] },
    quarantine: [],
    radio: [],
    devices: [],
    waiting: [],
    changes: { undo: null, redo: null },
    rundowns: viewOf(rundowns),
    leaving: [],
    authors: {},
    log: [],
    themes: null,
    connection: 'live',
    refusal: null,
    ...start,
  };
  const change = (part: Partial<Replica>) => {
    const shown = part.show ? { shown: drawnBy(part.show) } : {};
    replica = { ...replica, ...shown, ...part };
    for (const listener of listeners) listener();
  };
  const answer = (todo: () => void): Promise<Answer> => {
    if (refusal) return Promise.resolve({ ok: false, error: refusal });
    todo();
    return Promise.resolve({ ok: true });
  };
  return {
    commands,
    edits,
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
    command: (ask) => {
      commands.push(ask);
      const show = showAfter(replica.show, ask);
      return typeof show === 'string' ? Promise.resolve({ ok: false, error: show }) : answer(() => change({ show }));
    },
    transport: (transport) => {
      transports.push(transport);
      return answer(() => undefined);
    },
    tell: (event) => {
      told.push(event);
      return answer(() => undefined);
    },
    edit: (edit) => {
      edits.push(edit);
      const after = edited(rundowns, edit, byId);
      if (!after.ok) return Promise.resolve(after);
      return answer(() => {
        rundowns = after.value;
        change({ rundowns: viewOf(rundowns) });
      });
    },
    report: () => {},
    letGo: () => {},
    stand: nobodyAsks,
    close: () => listeners.clear(),
  };
}
