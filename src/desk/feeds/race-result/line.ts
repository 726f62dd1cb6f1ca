/** A passing as a decoder counts it. */
export interface NumberedPassing {
  readonly number: number;
  /** A transponder, or the number of a rider where the decoder knows it. */
  readonly who: string;
  /** As it is written; "" where it is not. */
  readonly date: string;
  readonly time: string;
  /** The loop; where there is none, the box. */
  readonly point: string;
  /** It was asked for by its number; else it came by itself. */
  readonly isAsked: boolean;
}

/** "#P;17;52474;2026-07-04;14:03:07.512;...": protocol 3, of which later fields may be missing. Null for what is none. */
export function numberedPassing(line: string): NumberedPassing | null {
  const isAsked = !line.startsWith('#P;');
  const fields = (isAsked ? line : line.slice(3)).split(';').map((field) => field.trim());
  const [count, who = '', date = '', time = ''] = fields;
  const number = numberIn(count);
  if (number === null || who === '' || time === '') return null;
  return { number, who, date, time, point: fields[10] || fields[16] || 'decoder', isAsked };
}

export const numberIn = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;
