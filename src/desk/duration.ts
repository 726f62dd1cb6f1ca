/** What people write for hours, minutes and seconds. */
const CLOCK = /^(?:(\d+):)?(\d+):(\d{2}(?:[.,]\d+)?)$/;
const WORDS = /^(?:(\d+)h)?(?:(\d+)(?:'|m(?:in)?))?(?:(\d+(?:[.,]\d+)?)(?:"|''|s)?)?$/i;

/** A thousand hours: no race is as long, and who writes it has slipped. */
const TOO_LONG_S = 3_600_000;

/** `+1'23"`, `1:23`, `0:01:23`, `1h02'03"` or seconds, as seconds; null for what is none of it. */
export function durationS(text: string): number | null {
  const plain = text.replace(/^\+/, '').replace(/\s/g, '').replace(/[’′]/g, "'").replace(/[”″“]/g, '"');
  const parts = plain === '' ? null : (CLOCK.exec(plain) ?? WORDS.exec(plain));
  if (!parts) return null;
  const [hours, minutes, seconds] = parts.slice(1).map((part) => Number((part ?? '0').replace(',', '.')));
  const all = hours! * 3600 + minutes! * 60 + seconds!;
  return all < TOO_LONG_S ? all : null;
}
