import type { Health, Quarantined, QuarantineReason, TopicHealth } from './health.ts';
import { lastMinute } from './last-minute.ts';
import type { TrackerState } from './place.ts';
import type { Bib } from './units.ts';

/** Counts what was not believed, and remembers the newest case of each reason. */
export interface HealthBook {
  /** `of` fixes at once where a whole frame is not believed. */
  refuse(reason: QuarantineReason, bib: Bib | null, atMs: number, example: () => string, of?: number): void;
  /** So many fixes or crossings came in, at this moment; what is refused next is among them. */
  told(count: number, atMs: number): void;
  heard(topic: TopicHealth['topic'], atMs: number): void;
  /** All that was heard was so much later. */
  moveClock(byMs: number): void;
  /** As of a moment; parts that did not change are the same objects. */
  at(atMs: number, trackers: readonly { readonly tracker: TrackerState }[], withoutLap: number): Health;
}

type Case = Omit<Quarantined, 'example' | 'share'> & { readonly example: () => string };

/** A topic is late, silent, off when its newest news is older than this. */
const LATE_MS = 10_000;
const SILENT_MS = 60_000;
const OFF_MS = 600_000;

export function newHealthBook(): HealthBook {
  const cases = new Map<QuarantineReason, Case>();
  const minute = lastMinute();
  const newest = new Map<TopicHealth['topic'], number>();
  let quarantine: readonly Quarantined[] | null = [];
  let given: Health = { topics: [], trackers: { live: 0, late: 0, silent: 0, off: 0 }, withoutLap: 0, quarantine: [] };

  const topicsAt = (atMs: number): readonly TopicHealth[] => {
    const topics = [...newest].map(([topic, lastMs]) => ({ topic, state: stateOf(atMs - lastMs), lastMs }));
    const isSame =
      topics.length === given.topics.length && topics.every((one, i) => isSameTopic(one, given.topics[i]!));
    return isSame ? given.topics : topics;
  };

  return {
    told: minute.told,
    refuse(reason, bib, atMs, example, of = 1) {
      minute.refused(reason, of);
      const count = (cases.get(reason)?.count ?? 0) + 1;
      cases.set(reason, { reason, count, bib, atMs, example });
      quarantine = null;
    },
    heard(topic, atMs) {
      newest.set(topic, Math.max(newest.get(topic) ?? Number.NEGATIVE_INFINITY, atMs));
    },
    moveClock(byMs) {
      for (const [topic, atMs] of newest) newest.set(topic, atMs + byMs);
      minute.moveClock(byMs);
      for (const [reason, one] of cases) cases.set(reason, { ...one, atMs: one.atMs + byMs });
      quarantine = null;
    },
    at(atMs, places, withoutLap) {
      const shares = minute.sharesAt(atMs);
      const isShared = quarantine?.every(({ reason, share }) => share === (shares.get(reason) ?? 0));
      if (!quarantine || !isShared)
        quarantine = [...cases.values()].map((one) => ({
          ...one,
          example: one.example(),
          share: shares.get(one.reason) ?? 0,
        }));
      const count = { live: 0, late: 0, silent: 0, off: 0 };
      for (const { tracker } of places) count[tracker] += 1;
      const trackers = isSameCount(count, given.trackers) ? given.trackers : count;
      const topics = topicsAt(atMs);
      const isSame = trackers === given.trackers && topics === given.topics && withoutLap === given.withoutLap;
      if (!isSame || quarantine !== given.quarantine) {
        given = { topics, trackers, withoutLap, quarantine };
      }
      return given;
    },
  };
}

function stateOf(ageMs: number): TrackerState {
  if (ageMs <= LATE_MS) return 'live';
  if (ageMs <= SILENT_MS) return 'late';
  return ageMs <= OFF_MS ? 'silent' : 'off';
}

const isSameTopic = (a: TopicHealth, b: TopicHealth): boolean =>
  a.topic === b.topic && a.state === b.state && a.lastMs === b.lastMs;

const isSameCount = (a: Health['trackers'], b: Health['trackers']): boolean =>
  a.live === b.live && a.late === b.late && a.silent === b.silent && a.off === b.off;
