import type { RaceEvent } from '../../race/event.ts';
import type { Bib } from '../../race/units.ts';

/**
 * Trackers, phones and transponders call themselves by names of their own. Gives the event with the bibs that the list of
 * riders has for them; what it does not list is left as it is.
 */
export function bibsByDevice(devices: ReadonlyMap<string, Bib>): (event: RaceEvent) => RaceEvent {
  if (devices.size === 0) return (event) => event;
  const listed = <T extends { readonly bib: Bib }>(row: T): T => {
    const bib = devices.get(deviceKey(row.bib));
    return bib === undefined ? row : { ...row, bib };
  };
  return (event) => {
    if (event.kind === 'positions') return { ...event, samples: event.samples.map(listed) };
    return event.kind === 'passings' ? { ...event, passings: event.passings.map(listed) } : event;
  };
}

/** People write a name in small letters or large. */
export const deviceKey = (device: string): string => device.trim().toLowerCase();
