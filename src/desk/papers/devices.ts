import type { RaceEvent, Sample, SheetEvent } from '../../race/event.ts';
import type { Bib } from '../../race/units.ts';

/**
 * Trackers, phones and transponders call themselves by names of their own. Gives the event with the bibs that the list of
 * riders has for them; what it does not list is left as it is. Who is on a sheet for the name of his tracker alone, and
 * is somebody else by the list, is taken off. Where a feed has brought the listed tracker of a number, no other one of
 * that feed speaks for it: that is called by its own name, which nobody knows.
 */
export function bibsByDevice(devices: ReadonlyMap<string, Bib>): (event: RaceEvent, feed: string) => RaceEvent {
  /** By the feed that has brought them, the numbers of listed trackers. */
  const brought = new Map<string, Set<Bib>>();
  const bibOfAny = (names: readonly string[]): Bib | undefined =>
    names.map((name) => devices.get(deviceKey(name))).find((bib) => bib !== undefined);
  const listed = <T extends { readonly bib: Bib }>(row: T): T => {
    const bib = devices.get(deviceKey(row.bib));
    return bib === undefined ? row : { ...row, bib };
  };
  const sentBy = (feed: string) => {
    const own = brought.get(feed) ?? new Set();
    brought.set(feed, own);
    return ({ device, ...sample }: Sample): Sample => {
      if (device === undefined) return listed(sample);
      const bib = bibOfAny(device);
      if (bib !== undefined) own.add(bib);
      return { ...sample, bib: bib ?? (own.has(sample.bib) ? (device[0] ?? sample.bib) : sample.bib) };
    };
  };
  const withoutListed = (event: SheetEvent): SheetEvent => {
    const named = event.devices;
    if (!named || devices.size === 0) return event;
    const isOther = (bib: Bib) => (bibOfAny(named.get(bib) ?? []) ?? bib) !== bib;
    const riders = new Map([...event.sheet.riders].filter(([bib]) => !isOther(bib)));
    return { ...event, sheet: { ...event.sheet, riders } };
  };
  return (event, feed) => {
    if (event.kind === 'sheet') return withoutListed(event);
    if (event.kind === 'positions')
      return devices.size > 0 || event.samples.some(({ device }) => device)
        ? { ...event, samples: event.samples.map(sentBy(feed)) }
        : event;
    if (devices.size === 0) return event;
    return event.kind === 'passings' ? { ...event, passings: event.passings.map(listed) } : event;
  };
}

/** People write a name in small letters or large. */
export const deviceKey = (device: string): string => device.trim().toLowerCase();
