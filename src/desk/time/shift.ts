import type { RaceEvent } from '../../race/event.ts';

/** The same event, so much later. */
export function shifted(event: RaceEvent, byMs: number): RaceEvent {
  if (byMs === 0) return event;
  switch (event.kind) {
    case 'positions': {
      const samples = event.samples.map((one) => (one.atMs === undefined ? one : { ...one, atMs: one.atMs + byMs }));
      return { ...event, atMs: event.atMs + byMs, samples };
    }
    case 'passings':
      return {
        ...event,
        ...(event.heardMs !== undefined && { heardMs: event.heardMs + byMs }),
        passings: event.passings.map((one) => (one.atMs === null ? one : { ...one, atMs: one.atMs + byMs })),
      };
    default:
      return 'atMs' in event ? { ...event, atMs: event.atMs + byMs } : event;
  }
}
