import type { Report } from '../wire/crew/report.ts';
import type { Link } from './link.ts';
import { aloneLink } from './link-alone.ts';
import { nobodyAsks } from './link-witness.ts';

/** A link behind which another one may be laid while its page lives: who listens to it stays, and hears of it. */
export interface SwitchLink {
  readonly link: Link;
  /** The one before is closed. */
  to(next: Link): void;
}

/** At first there is nothing behind it. */
export function switchLink(): SwitchLink {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  let behind = aloneLink().link;
  let stop = () => {};
  let shown: Report | null = null;
  let isClosed = false;
  return {
    link: {
      replica: () => behind.replica(),
      onChange(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      command: (ask) => behind.command(ask),
      transport: (transport) => behind.transport(transport),
      tell: (event) => behind.tell(event),
      edit: (edit) => behind.edit(edit),
      report(report) {
        shown = report;
        behind.report(report);
      },
      letGo: () => behind.letGo(),
      stand: nobodyAsks,
      close() {
        isClosed = true;
        stop();
        behind.close();
        listeners.clear();
      },
    },
    to(next) {
      if (isClosed) return next.close();
      stop();
      behind.close();
      behind = next;
      stop = next.onChange(tell);
      if (shown) next.report(shown);
      tell();
    },
  };
}
