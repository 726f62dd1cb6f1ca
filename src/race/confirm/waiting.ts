import type { IncidentCause, RaceEvent, Ripeness } from '../event.ts';
import type { Race } from '../race.ts';
import { finishOf } from '../standings/finish.ts';
import { isHeldBack } from '../standings/held-back.ts';
import type { Bib } from '../units.ts';
import { type Confirmable, firstOf, type Hold, idOf, resultId } from './hold.ts';

/** What waits for a hand, as the crew is shown it. */
export interface Waiting {
  /** "result finish", "classification general", "incident 31". */
  readonly id: string;
  /** Of when it is, on the clock of the race. */
  readonly atMs: number;
  /** Null for an incident, which has none. */
  readonly state: Exclude<Ripeness, 'official'> | null;
  readonly cause: IncidentCause | null;
  /** The place of the first of them, from 1. */
  readonly rank: number;
  /** Three at most. */
  readonly first: readonly Bib[];
}

/** What feeds have told, and the result that we have found ourselves; newest first. */
export function waitingIn(hold: Hold, race: Race | null): readonly Waiting[] {
  const told = [...hold.waiting.values()].map(toldWaits);
  const own = race && ownResult(race);
  const isNew = own && !told.some(({ id }) => id === own.id);
  const isOurs = isNew && hold.dismissed.get(own.id)?.first !== own.first.join(' ');
  return [...told, ...(isOurs ? [own] : [])].sort((a, b) => b.atMs - a.atMs || a.id.localeCompare(b.id));
}

function toldWaits(event: Confirmable): Waiting {
  const { atMs } = event;
  if (event.kind === 'incident')
    return { id: idOf(event), atMs, state: null, cause: event.cause, rank: 1, first: [event.bib] };
  const state = event.state === 'provisional' ? 'provisional' : 'unofficial';
  return { id: idOf(event), atMs, state, cause: null, rank: 1, first: firstOf(event.rows.map(({ bib }) => bib)) };
}

/** As soon as somebody has finished of whom nobody says so officially. */
function ownResult(race: Race): Waiting | null {
  const rows = race.standings.stage.filter((row) => isHeldBack(race, row));
  const [best] = rows;
  const line = finishOf(race.sheet.course.marks);
  if (!best || !line) return null;
  const atMs = race.places.find(({ bib }) => bib === best.bib)?.finish?.atMs ?? race.atMs;
  const state = best.state === 'provisional' ? 'provisional' : 'unofficial';
  const first = firstOf(rows.map(({ bib }) => bib));
  return { id: resultId(line.id), atMs, state, cause: null, rank: best.rank, first };
}

/** A hand means what it has seen: why a word on what waits is not about it, or null. */
export function whyUnmeant(event: RaceEvent, waiting: readonly Waiting[]): string | null {
  if (event.kind !== 'confirm' && event.kind !== 'dismiss') return null;
  const one = waiting.find(({ id }) => id === event.id);
  if (!one) return `"${event.id}" waits no more: another hand or an official word was quicker.`;
  return one.first.join(' ') === event.first.join(' ')
    ? null
    : 'What waits has become something else: look at it again.';
}
