/** How much of a stranger's text is quoted back. */
const MOST = 40;

/** A value that nobody vouches for, short enough for a sentence. */
export function shortly(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > MOST ? `${value.slice(0, MOST)}…` : value);
  const isPlain = value === null || !['object', 'function', 'symbol'].includes(typeof value);
  if (isPlain) return String(value);
  return Array.isArray(value) ? 'a list' : 'an object';
}
