import type { Link } from '../../src/host/link.ts';
import { emptyReplica, type Replica } from '../../src/host/link-replica.ts';
import { nobodyAsks } from '../../src/host/link-witness.ts';

/** A link to no desk: what it knows is what a test says. */
export function saidLink(first: Partial<Replica> = {}) {
  let replica: Replica = { ...emptyReplica, connection: 'live', ...first };
  const listeners = new Set<() => void>();
  const reports: unknown[] = [];
  const no = () => Promise.resolve({ ok: false as const, error: 'There is no desk.' });
  const link: Link = {
    replica: () => replica,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    command: no,
    transport: no,
    tell: no,
    edit: no,
    report: (report) => reports.push(report),
    letGo() {},
    stand: nobodyAsks,
    close() {},
  };
  return {
    link,
    reports,
    /** How many still listen. */
    listeners,
    say(over: Partial<Replica>) {
      replica = { ...replica, ...over };
      for (const listener of listeners) listener();
    },
  };
}
