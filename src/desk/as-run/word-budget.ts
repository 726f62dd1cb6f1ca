/** What is to be read in a graphic is noted so often at most. */
const EVERY_MS = 10_000;
/** So many bytes of tape at once, and a second in the long run: five hours of one graphic are 92 kB at most. */
const BUDGET = { burst: 20_000, perS: 4 };
/** Of an entry on the tape, besides its words. */
const ENTRY_BYTES = 60;

/** Whether these words of one row may be noted now: then they count. `now` is in milliseconds. */
export function createWordBudget(now: () => number): (words: readonly string[]) => boolean {
  let left = BUDGET.burst;
  let atMs = now();
  let notedMs = atMs;
  return (words) => {
    const bytes = Buffer.byteLength(JSON.stringify(words)) + ENTRY_BYTES;
    left = Math.min(BUDGET.burst, left + ((now() - atMs) / 1000) * BUDGET.perS);
    atMs = now();
    if (atMs - notedMs < EVERY_MS || left < bytes) return false;
    left -= bytes;
    notedMs = atMs;
    return true;
  };
}
