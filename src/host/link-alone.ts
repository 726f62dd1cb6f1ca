import type { Answer } from '../wire/protocol.ts';
import type { Link } from './link.ts';
import { emptyReplica, type Replica } from './link-replica.ts';
import { nobodyAsks } from './link-witness.ts';

/** A link to no desk: what it knows is what the page itself says. */
export interface AloneLink {
  readonly link: Link;
  become(changes: Partial<Replica>): void;
}

export function aloneLink(onClose: () => void = () => {}): AloneLink {
  let replica = emptyReplica;
  const listeners = new Set<() => void>();
  return {
    link: {
      replica: () => replica,
      onChange(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      command: nobody,
      transport: nobody,
      tell: nobody,
      edit: nobody,
      report() {},
      letGo() {},
      stand: nobodyAsks,
      close: onClose,
    },
    become(changes) {
      replica = { ...replica, ...changes };
      for (const listener of listeners) listener();
    },
  };
}

const nobody = (): Promise<Answer> =>
  Promise.resolve({ ok: false, error: 'This page has no desk that could be asked.' });
