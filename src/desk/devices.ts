import type { RaceEvent, Sample } from '../race/event.ts';
import { type Bib, compareBibs } from '../race/units.ts';
import type { DeviceState } from '../wire/crew/half.ts';

/** What the phones and trackers of riders tell of themselves: a feed that tells neither battery nor accuracy has none. */
export function createDevices() {
  const devices = new Map<Bib, DeviceState>();
  let list: readonly DeviceState[] | null = [];

  const note = (feed: string, { bib, atMs, batteryPct, accuracyM }: Sample, eventMs: number) => {
    const before = devices.get(bib);
    if (!before && batteryPct === undefined && accuracyM === undefined) return;
    const fixMs = atMs ?? eventMs;
    // What was queued is older than what is known, and tells nothing of now.
    if (before && before.fixMs > fixMs) return;
    // Who has two devices is told by the one that was heard last.
    const same = before?.feed === feed ? before : null;
    devices.set(bib, {
      bib,
      feed,
      fixMs,
      batteryPct: batteryPct ?? same?.batteryPct ?? null,
      accuracyM: accuracyM === undefined ? (same?.accuracyM ?? null) : Math.round(accuracyM),
    });
    list = null;
  };
  return {
    hear(feed: string, event: RaceEvent): void {
      if (event.kind === 'positions') for (const sample of event.samples) note(feed, sample, event.atMs);
      if (event.kind !== 'clock-moved' || devices.size === 0) return;
      for (const one of devices.values()) devices.set(one.bib, { ...one, fixMs: one.fixMs + event.byMs });
      list = null;
    },
    list(): readonly DeviceState[] {
      list ??= [...devices.values()].sort((a, b) => compareBibs(a.bib, b.bib));
      return list;
    },
  };
}
