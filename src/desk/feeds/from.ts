import { fail, ok, type Result } from '../../wire/result.ts';

/** Where a playable begins. */
export type From =
  | { readonly at: 'start' }
  | { readonly at: 'km'; readonly km: number }
  | { readonly at: 'km-to-go'; readonly km: number }
  /** Minutes since midnight, on the clock of the church tower. */
  | { readonly at: 'time-of-day'; readonly minutes: number };

/** `42km`, `42km-to-go` or `14:30`. */
export function fromOf(text: string | undefined): Result<From> {
  if (text === undefined) return ok({ at: 'start' });
  const km = /^(\d+(?:\.\d+)?)km(-to-go)?$/.exec(text);
  if (km) return ok({ at: km[2] ? 'km-to-go' : 'km', km: Number(km[1]) });
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(text);
  if (clock && Number(clock[1]) < 24)
    return ok({ at: 'time-of-day', minutes: Number(clock[1]) * 60 + Number(clock[2]) });
  return fail(`--from ${text} is no moment: write 42km, 42km-to-go or a time of day such as 14:30.`);
}
