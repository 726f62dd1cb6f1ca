import { type ReadonlySignal, signal } from '@preact/signals';
import { askDesk } from '../../host/link-token.ts';
import { type Aired, readAsRun } from '../../wire/crew/aired.ts';

/** Pages say at most once a second what they draw. */
const SOON_MS = 1200;

const AWAY = 'The desk cannot be reached: this is what it told last.';

/** What the desk says was on air. */
export interface AsRunHand {
  readonly rows: ReadonlySignal<readonly Aired[]>;
  /** One sentence where it could not be asked; "" where it could. */
  readonly trouble: ReadonlySignal<string>;
  /** Asks again soon; several wishes within a moment are one. */
  ask(): void;
  /** The picture of a row as an address within this page, or null. Whoever asks gives it back by `URL.revokeObjectURL`. */
  still(n: number): Promise<string | null>;
  close(): void;
}

export function asRunHand(): AsRunHand {
  const rows = signal<readonly Aired[]>([]);
  const trouble = signal('');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    timer = undefined;
    try {
      const response = await askDesk('/api/as-run');
      const read = response.ok ? readAsRun(await response.json()) : null;
      rows.value = read ?? rows.value;
      trouble.value = read ? '' : `The desk answers with ${response.status}; look at its notices.`;
    } catch {
      trouble.value = AWAY;
    }
  };
  void ask();
  return {
    rows,
    trouble,
    ask() {
      timer ??= setTimeout(ask, SOON_MS);
    },
    async still(n) {
      try {
        const response = await askDesk(`/api/still?n=${n}`);
        return response.ok ? URL.createObjectURL(await response.blob()) : null;
      } catch {
        return null;
      }
    },
    close: () => clearTimeout(timer),
  };
}
