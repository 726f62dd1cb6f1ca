import type { IncidentCause } from '../event.ts';
import type { Race } from '../race.ts';
import type { Bib } from '../units.ts';
import { aboutIn } from './hold.ts';
import type { Waiting } from './waiting.ts';

/** "Result of the stage: 1 POGAČAR, 2 VINGEGAARD, 3 ROGLIČ (unofficial)". `race` is null while there is none. */
export function waitingText(waiting: Waiting, race: Race | null): string {
  const { id, state, cause, rank, first } = waiting;
  if (cause !== null) return `${incidentWords[cause]}: ${first.map((bib) => `${bib} ${nameOf(bib, race)}`).join(', ')}`;
  const order = first.map((bib, i) => `${rank + i} ${nameOf(bib, race)}`).join(', ');
  return `${whatOf(id, race)}: ${order || 'nobody'}${state === null ? '' : ` (${state})`}`;
}

const incidentWords: Readonly<Record<IncidentCause, string>> = {
  crash: 'Crash',
  'solo-crash': 'Crash alone',
  puncture: 'Puncture',
  mechanical: 'Mechanical',
};

/** What it is about: "Result of the stage", "Result at Valbrun", "General classification". */
export function whatOf(id: string, race: Race | null): string {
  const markId = aboutIn(id, 'result');
  if (markId === null) {
    const bib = aboutIn(id, 'incident');
    return bib === null ? (classificationWords[id] ?? id) : `Incident of ${bib} ${nameOf(bib, race)}`;
  }
  const mark = race?.sheet.course.marks.find((one) => one.id === markId);
  if (mark?.kind === 'finish') return 'Result of the stage';
  return `Result at ${mark?.name || markId}`;
}

const classificationWords: Readonly<Record<string, string>> = {
  'classification general': 'General classification',
  'classification young': 'Young riders',
  'classification points': 'Points classification',
  'classification mountain': 'Mountain classification',
};

const nameOf = (bib: Bib, race: Race | null): string =>
  race?.sheet.riders.get(bib)?.family.toUpperCase() ?? `no. ${bib}`;
