import { fail, ok, type Result } from '../../wire/result.ts';
import { durationS } from '../duration.ts';

/** Where a playable begins. */
export type From =
  | { readonly at: 'start' }
  | { readonly at: 'km'; readonly km: number }
  | { readonly at: 'km-to-go'; readonly km: number }
  /** Since midnight, on the clock of the church tower. */
  | { readonly at: 'time-of-day'; readonly seconds: number }
  /** Since the start of the race; since the first word of a feed that knows none. */
  | { readonly at: 'raced'; readonly seconds: number };

/** `42km`, `42km-to-go`, `14:30` or `14:30:15`, `1h02m03s` or `90m`. */
export function fromOf(text: string | undefined): Result<From> {
  if (text === undefined) return ok({ at: 'start' });
  const km = /^(\d+(?:\.\d+)?)km(-to-go)?$/.exec(text);
  if (km) return ok({ at: km[2] ? 'km-to-go' : 'km', km: Number(km[1]) });
  const [, hours, minutes, seconds = '0'] = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(text) ?? [];
  if (Number(hours) < 24)
    return ok({ at: 'time-of-day', seconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) });
  const raced = /[hms]/.test(text) ? durationS(text) : null;
  if (raced !== null) return ok({ at: 'raced', seconds: raced });
  return fail(
    `--from ${text} is no moment: write 42km, 42km-to-go, a time of day such as 14:30 or 14:30:15, or since the start 1h02m03s.`,
  );
}
