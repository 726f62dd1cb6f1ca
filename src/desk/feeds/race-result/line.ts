/** A passing as a decoder counts it. */
export interface NumberedPassing {
  readonly number: number;
  /** A transponder, or the number of a rider where the decoder knows it. */
  readonly who: string;
  /** Null where it is not written, or nobody has set it. */
  readonly date: string | null;
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
  return { number, who, ...dayAndTime(date, time), point: fields[10] || fields[16] || 'decoder', isAsked };
}

export const numberIn = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;

/** A box of which nobody has set the date writes none, and may count the seconds of the day: "0000-00-00;50587.512". */
export function dayAndTime(date: string, time: string): { readonly date: string | null; readonly time: string } {
  const seconds = /^\d{1,5}([.,]\d{1,6})?$/.test(time) ? Number(time.replace(',', '.')) : Number.NaN;
  return {
    date: /^[0\-/.]*$/.test(date) ? null : date,
    time: seconds < DAY_S ? new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23) : time,
  };
}

const DAY_S = 86_400;
