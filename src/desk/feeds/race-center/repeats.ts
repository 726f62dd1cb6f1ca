/** So many texts are remembered: more than a server has names, of each of which it sends the newest again. */
const REMEMBERED = 64;

/**
 * The server sends its newest texts again on every connection, and some of them twice by itself. True for one that came
 * before: whatever is changed says when, so that no two that mean something are the same.
 */
export function createRepeats(): (text: string) => boolean {
  const recent = new Set<string>();
  return (text) => {
    // What is heard again is young again.
    const isKnown = recent.delete(text);
    recent.add(text);
    const [oldest] = recent;
    if (recent.size > REMEMBERED && oldest !== undefined) recent.delete(oldest);
    return isKnown;
  };
}
