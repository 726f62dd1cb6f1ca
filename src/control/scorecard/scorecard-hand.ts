import { type ReadonlySignal, signal } from '@preact/signals';
import { readToldScorecard, type ToldScorecard } from '../../wire/public/told-scorecard.ts';
import { fail, type Result } from '../../wire/result.ts';

/** The scorecard as the desk last told it. */
export interface ScorecardHand {
  /** Null until the desk has told. What was told stays while it is gone. */
  readonly card: ReadonlySignal<ToldScorecard | null>;
  /** One sentence on why nothing newer comes; null while all is well. */
  readonly trouble: ReadonlySignal<string | null>;
  stop(): void;
}

const EVERY_MS = 15_000;

/** Asks at once, and then every 15 s. */
export function scorecardHand(address: Result<string>): ScorecardHand {
  const card = signal<ToldScorecard | null>(null);
  const trouble = signal(address.ok ? null : address.error);
  const ask = async (url: string) => {
    const told = await asked(url);
    if (told.ok) card.value = told.value;
    trouble.value = told.ok ? null : told.error;
  };
  const { value: url } = address.ok ? address : { value: null };
  if (url) void ask(url);
  const asking = url ? setInterval(() => void ask(url), EVERY_MS) : undefined;
  return { card, trouble, stop: () => clearInterval(asking) };
}

async function asked(url: string): Promise<Result<ToldScorecard>> {
  try {
    const response = await fetch(url);
    if (!response.ok) return fail(`The desk answers with ${response.status}; this page asks again every 15 s.`);
    return readToldScorecard(await response.text());
  } catch {
    return fail('The desk cannot be reached; this page asks again every 15 s.');
  }
}
