/** A crossing as an exporter writes it: who, where, and the time of day there. */
export interface ExportedCrossing {
  readonly point: string;
  readonly who: string;
  /** "260704", or null where it is not written. */
  readonly date: string | null;
  readonly time: string;
}

/** One of "Finish@Passing@c=..|t=..@c=..|t=..@1016@": the number where a rider has one, else the chip. */
export function passingIn(point: string, text: string): ExportedCrossing | null {
  const told = new Map(
    text.split(/[|;]/).map((pair) => {
      const [key = '', value = ''] = pair.split('=', 2);
      return [key.trim().toLowerCase(), value.trim()];
    }),
  );
  const [who, time] = [told.get('b') || told.get('c'), told.get('t')];
  return who && time ? { point, who, date: told.get('d') || null, time } : null;
}

/** One of "Finish@Store@KV8658316:13:57.417 3 0F  1000025030870@1@": seven letters of the chip, the time, and the date before the last two. */
export function storedIn(point: string, text: string): ExportedCrossing | null {
  const { who, time, date } =
    /^(?<who>\S{7})(?<time>\d\d:\d\d:\d\d[.,]\d{3}).*(?<date>\d{6})[0-9A-Fa-f]{2}$/.exec(text.trim())?.groups ?? {};
  return who && time ? { point, who, date: date ?? null, time } : null;
}

/** "CT01_13,24,START,50101,15:54:48.90,1,117F37,8", with commas or tildes. Null for a gun and what is none. */
export function chronoTrackIn(line: string): ExportedCrossing | 'no rider' | null {
  const fields = line.split(line.includes('~') ? '~' : ',').map((field) => field.trim());
  const [protocol = '', , point = '', who = '', time = ''] = fields;
  if (!/^CT\d\d_\d\d$/.test(protocol) || fields.length < 5) return null;
  if (/^(guntime|newlocation)$/.test(who)) return 'no rider';
  return point !== '' && who !== '' ? { point, who, date: null, time } : null;
}
