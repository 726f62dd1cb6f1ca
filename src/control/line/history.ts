/** As many lines as are kept. */
const MOST = 50;
const KEPT = 'ardoise line';

/** Oldest first; who is said again is the newest, and stands once. */
export const withLine = (lines: readonly string[], line: string): readonly string[] =>
  [...lines.filter((one) => one !== line), line].slice(-MOST);

/** What was entered on this page, also before it was loaded again. A browser that keeps nothing begins anew. */
export function keptLines(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(kept) ? kept.filter((line) => typeof line === 'string') : [];
  } catch {
    return [];
  }
}

export function keepLines(lines: readonly string[]): void {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(lines));
  } catch {
    // Full, or forbidden: the page itself still knows them.
  }
}
