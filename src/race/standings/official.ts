import type { ClassificationEvent, IncidentEvent, LineResultEvent, Ripeness, TimePenaltyEvent } from '../event.ts';
import type { Incident } from '../rules/protection.ts';
import type { Sheet } from '../sheet.ts';
import type { Bib } from '../units.ts';

/** What timekeepers and commissaires have said so far. */
export interface Official {
  /** By id of the mark. */
  readonly lines: ReadonlyMap<string, LineResultEvent>;
  readonly classifications: ReadonlyMap<ClassificationEvent['of'], ClassificationEvent>;
  /** Seconds in all, by rider. */
  readonly penaltiesS: ReadonlyMap<Bib, number>;
  readonly incidents: readonly Incident[];
}

export const nothingOfficial: Official = {
  lines: new Map(),
  classifications: new Map(),
  penaltiesS: new Map(),
  incidents: [],
};

const RIPENESS: readonly Ripeness[] = ['unofficial', 'provisional', 'official'];

/** What is known after an event. The same event told again changes nothing. */
export function withOfficial(
  official: Official,
  event: LineResultEvent | ClassificationEvent | TimePenaltyEvent,
): Official {
  switch (event.kind) {
    case 'line-result':
      if (!replaces(official.lines.get(event.mark), event)) return official;
      return { ...official, lines: new Map(official.lines).set(event.mark, onceEach(event)) };
    case 'classification':
      if (!replaces(official.classifications.get(event.of), event)) return official;
      return { ...official, classifications: new Map(official.classifications).set(event.of, onceEach(event)) };
    case 'time-penalty':
      return { ...official, penaltiesS: new Map(official.penaltiesS).set(event.bib, event.seconds) };
  }
}

/** Notes an incident with the group that the rider is in now: call it with the groups of that moment. */
export function withIncident(
  official: Official,
  event: IncidentEvent,
  groups: readonly { readonly bibs: readonly Bib[] }[],
  distanceM: number,
): Official {
  const companions = groups.find((group) => group.bibs.includes(event.bib))?.bibs ?? [];
  const incident = {
    bib: event.bib,
    cause: event.cause,
    distanceM,
    companions: companions.filter((bib) => bib !== event.bib),
    ...(event.waits && { waits: event.waits }),
  };
  const others = official.incidents.filter((one) => one.bib !== event.bib || one.waits !== event.waits);
  return { ...official, incidents: [...others, incident] };
}

/** A hand has said yes to the bad luck of a rider that waits, or no. */
export function withIncidentJudged(official: Official, bib: Bib, isSo: boolean): Official {
  const waiting = official.incidents.find((one) => one.bib === bib && one.waits);
  if (!waiting) return official;
  const { waits: _, ...confirmed } = waiting;
  const kept = official.incidents.filter((one) => one !== waiting && !(isSo && one.bib === bib));
  return { ...official, incidents: isSo ? [...kept, confirmed] : kept };
}

/** What was told of a classification, without those who are not on the start list. */
export function toldOf(
  of: ClassificationEvent['of'],
  { official, sheet }: { readonly official: Official; readonly sheet: Sheet },
): ClassificationEvent['rows'] {
  return (official.classifications.get(of)?.rows ?? []).filter(({ bib }) => sheet.riders.has(bib));
}

/** A list may name a rider twice; his better place counts. */
function onceEach<T extends LineResultEvent | ClassificationEvent>(event: T): T {
  const seen = new Set<Bib>();
  return { ...event, rows: event.rows.filter(({ bib }) => !seen.has(bib) && seen.add(bib)) };
}

const replaces = (known: Ripening | undefined, news: Ripening): boolean => !known || isRiperOrNewer(known, news);

interface Ripening {
  readonly state: Ripeness;
  readonly atMs: number;
}

/** A riper word wins, and of two that are as ripe the newer one. */
export function isRiperOrNewer(known: Ripening, news: Ripening): boolean {
  const riper = RIPENESS.indexOf(news.state) - RIPENESS.indexOf(known.state);
  return riper > 0 || (riper === 0 && news.atMs > known.atMs);
}
