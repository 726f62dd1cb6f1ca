import type { LogKind, LogLine } from '../../wire/crew/log.ts';

/** Which lines are asked for: all that have every word of a text, in any field, and are of a kind. */
export interface LogFilter {
  readonly text: string;
  readonly kind: LogKind | 'all';
}

export const kindNames: Readonly<Record<LogKind, string>> = {
  air: 'Program',
  cue: 'Preview',
  rundown: 'Rundown',
  race: 'Race',
  transport: 'Transport',
  desk: 'Desk',
};

/** "takes Gaps: Profile makes way for Gaps" */
export const sentenceOf = ({ what, why }: LogLine): string => (why === null ? what : `${what} · ${why}`);

export function filtered(lines: readonly LogLine[], { text, kind }: LogFilter): readonly LogLine[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && kind === 'all') return lines;
  return lines.filter((line) => {
    if (kind !== 'all' && line.kind !== kind) return false;
    const hay = `${line.author} ${sentenceOf(line)}`.toLowerCase();
    return words.every((word) => hay.includes(word));
  });
}

/** The rows that are drawn of a long list of equal rows: those in sight and a few beside them. */
export function rowsInSight(rows: number, scrollPx: number, heightPx: number, rowPx: number) {
  const beside = 4;
  const from = Math.max(0, Math.min(rows, Math.floor(scrollPx / rowPx) - beside));
  return { from, to: Math.min(rows, Math.ceil((scrollPx + heightPx) / rowPx) + beside) };
}

/** The place of the current line after a key, or null where it is no key of the list. */
export function placeAfterKey(key: string, place: number, rows: number, page: number): number | null {
  const to = new Map([
    ['ArrowUp', place - 1],
    ['ArrowDown', place + 1],
    ['PageUp', place - page],
    ['PageDown', place + page],
    ['Home', 0],
    ['End', rows - 1],
  ]).get(key);
  return to === undefined || rows === 0 ? null : Math.max(0, Math.min(rows - 1, to));
}
