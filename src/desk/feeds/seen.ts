/** A phone repeats what it had in hand when a connection was lost, which is less than this. */
const MOST_WORDS = 512;
/** Whoever was heard first is forgotten first. */
const MOST_WHO = 2000;

/** Tells whether somebody has said the same before; of each that speaks the newest words are remembered. */
export function createSeen(): (who: string, words: string) => boolean {
  const all = new Map<string, Set<string>>();
  return (who, words) => {
    const own = all.get(who) ?? new Set();
    if (!all.has(who) && all.size >= MOST_WHO) all.delete(all.keys().next().value ?? '');
    all.set(who, own);
    if (own.has(words)) return true;
    own.add(words);
    if (own.size > MOST_WORDS) own.delete(own.values().next().value ?? '');
    return false;
  };
}
