import { type ReadonlySignal, signal } from '@preact/signals';
import type { FreeRiders, JoinedPhone } from '../../wire/public/joining.ts';

/** A rider's phone on its way into the race. */
export interface JoinHand {
  /** Null until the desk has told, for a code that it knows. */
  readonly free: ReadonlySignal<FreeRiders | null>;
  /** Who this phone is; null while it has not joined. */
  readonly joined: ReadonlySignal<JoinedPhone | null>;
  /** One sentence on what the desk did not do. */
  readonly refusal: ReadonlySignal<string | null>;
  readonly isBusy: ReadonlySignal<boolean>;
  /** Tries a code that was typed. */
  enter(code: string): Promise<void>;
  join(bib: string, name: string): Promise<void>;
  /** This phone is somebody else's now. */
  forget(): void;
}

const KEY = 'ardoise phone';
const PATH = '/api/feed/phones';

/** `code` stands in the address that the rider has scanned; "" where he has none. */
export function joinHand(code: string): JoinHand {
  const free = signal<FreeRiders | null>(null);
  const joined = signal(keptPhone());
  const refusal = signal<string | null>(null);
  const isBusy = signal(false);
  let said = code;

  async function ask(path: string, body: object | null): Promise<unknown> {
    isBusy.value = true;
    const told = await asked(path, body);
    isBusy.value = false;
    refusal.value = typeof told === 'string' ? told : null;
    return typeof told === 'string' ? null : told;
  }
  const look = async () => {
    if (said !== '') free.value = (await ask('riders', { code: said })) as FreeRiders | null;
  };
  const forget = () => {
    joined.value = null;
    keepPhone(null);
    refusal.value = null;
    return look();
  };
  /** The crew may have freed the number since. */
  const check = async ({ key, bib }: JoinedPhone) => {
    const { status } = await fetch(`${PATH}/${key}`, { method: 'POST' }).catch(() => ({ status: 0 }));
    if (status !== 404) return;
    await forget();
    refusal.value = `The crew has freed number ${bib}: join again.`;
  };
  if (joined.value) void check(joined.value);
  else void look();

  return {
    free,
    joined,
    refusal,
    isBusy,
    async enter(typed) {
      said = typed;
      await look();
    },
    async join(bib, name) {
      const told = (await ask('join', { code: said, bib, name })) as JoinedPhone | null;
      if (told) keepPhone(told);
      if (told) joined.value = told;
      else if (refusal.value) {
        const why = refusal.value;
        await look();
        refusal.value = why;
      }
    },
    forget: () => void forget(),
  };
}

/** What the desk says, or why it does not, in a sentence. */
async function asked(path: string, body: object | null): Promise<object | string> {
  try {
    const response = await fetch(`${PATH}/${path}`, { method: 'POST', body: JSON.stringify(body) });
    const answer: Record<string, unknown> = await response.json();
    return response.ok ? answer : String(answer.error ?? `The desk answers with ${response.status}.`);
  } catch {
    return 'The desk cannot be reached: look whether this phone is in its network, and try again.';
  }
}

/** A reload must not lose it: a number is given once. */
function keptPhone(): JoinedPhone | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return isPhone(kept) ? kept : null;
  } catch {
    return null;
  }
}

const isPhone = (kept: unknown): kept is JoinedPhone =>
  typeof kept === 'object' &&
  kept !== null &&
  ['bib', 'name', 'key'].every((name) => typeof (kept as Record<string, unknown>)[name] === 'string');

function keepPhone(phone: JoinedPhone | null): void {
  try {
    if (phone) localStorage.setItem(KEY, JSON.stringify({ bib: phone.bib, name: phone.name, key: phone.key }));
    else localStorage.removeItem(KEY);
  } catch {
    // It holds until the page is closed.
  }
}
