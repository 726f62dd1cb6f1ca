import type { Course } from '../course/course.ts';
import type { IncidentCause } from '../event.ts';
import type { Bib } from '../units.ts';
import type { ProtectionRules } from './rules.ts';
import type { StageType } from './stage-type.ts';

/** A finish this near to a summit is a summit finish. */
const SUMMIT_FINISH_M = 200;

/** Bad luck, with the company that the rider was in at that moment. */
export interface Incident {
  readonly bib: Bib;
  readonly cause: IncidentCause;
  readonly distanceM: number;
  readonly companions: readonly Bib[];
  /** Nobody has confirmed it. */
  readonly waits?: true;
}

/**
 * Where riders begin to be protected, in metres from km 0; null where they are not. The line that the course marks
 * wins; else the rules' own distance, except on a summit finish (UCI 2.6.027).
 */
export function protectedFromM(course: Course, type: StageType, rules: ProtectionRules): number | null {
  const line = course.marks.find((mark) => mark.kind === 'protection-line');
  if (line) return line.distanceM;
  const fromFinishM = rules.fromFinishM[type];
  const summitFinish = course.climbs.some((climb) => !climb.found && isAtFinish(course, climb.summitM));
  return fromFinishM === 0 || summitFinish ? null : course.lengthM - fromFinishM;
}

export const isAtFinish = (course: Course, distanceM: number): boolean => distanceM >= course.lengthM - SUMMIT_FINISH_M;

/**
 * Gaps with bad luck near the line made good (UCI 2.6.027): the time of the company at that moment, never the place.
 * Where the company split afterwards, the gap that most of them got (convention, unconfirmed). Nobody loses by it.
 */
export function withProtection(
  gapsS: ReadonlyMap<Bib, number>,
  incidents: readonly Incident[],
  fromM: number | null,
  rules: ProtectionRules,
): ReadonlyMap<Bib, number> {
  const covered = incidents.filter(
    (one) => !one.waits && fromM !== null && one.distanceM >= fromM && isCovered(one.cause, rules),
  );
  if (covered.length === 0) return gapsS;
  const unlucky = new Set(covered.map(({ bib }) => bib));
  const result = new Map(gapsS);
  for (const { bib, companions } of covered) {
    const ownS = gapsS.get(bib);
    const companyS = mostCommon(companions.filter((one) => !unlucky.has(one)).map((one) => gapsS.get(one)));
    if (ownS !== undefined && companyS !== null) result.set(bib, Math.min(ownS, companyS));
  }
  return result;
}

/** Since 2025 a crash counts only where it brings down several riders; a puncture always did. */
const isCovered = (cause: IncidentCause, rules: ProtectionRules): boolean => cause !== 'solo-crash' || rules.soloCrash;

function mostCommon(values: readonly (number | undefined)[]): number | null {
  const counts = new Map<number, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].sort(([a, times], [b, others]) => others - times || a - b);
  return best ? best[0] : null;
}
