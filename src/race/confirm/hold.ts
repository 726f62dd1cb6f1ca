import type { ClassificationEvent, IncidentEvent, LineResultEvent, RaceEvent } from '../event.ts';
import { isRiperOrNewer } from '../standings/official.ts';
import type { Bib } from '../units.ts';
import type { ConfirmEvent, DismissEvent } from './word.ts';

/** What a feed says and two people must: it is shown once a hand has confirmed it, unless it is official. */
export type Confirmable = LineResultEvent | ClassificationEvent | IncidentEvent;

/** What waits for a hand, and what hands have made of it so far; each under its id. */
export interface Hold {
  /** The newest telling of each. */
  readonly waiting: ReadonlyMap<string, Confirmable>;
  /** The newest that was let through: a hand confirmed it, or it agreed with what one had, or it was official. */
  readonly passed: ReadonlyMap<string, Confirmable>;
  /** What a hand said no to: what was told, and whom it named first. */
  readonly dismissed: ReadonlyMap<string, { readonly said: string | null; readonly first: string }>;
}

export const nothingHeld: Hold = { waiting: new Map(), passed: new Map(), dismissed: new Map() };

/** `tells` goes on to the engine; null where that is to hear nothing. */
export interface AfterTold {
  readonly hold: Hold;
  readonly tells: RaceEvent | null;
}

export const isConfirmable = (event: RaceEvent): event is Confirmable =>
  event.kind === 'line-result' || event.kind === 'classification' || event.kind === 'incident';

/** "result finish", "classification general", "incident 31". */
export function idOf(event: Confirmable): string {
  if (event.kind === 'line-result') return resultId(event.mark);
  return event.kind === 'classification' ? `classification ${event.of}` : `incident ${event.bib}`;
}

export const resultId = (mark: string): string => `result ${mark}`;

/** The other way: the mark whose result it is, the rider whose bad luck; null where it is about something else. */
export const aboutIn = (id: string, what: 'result' | 'incident'): string | null =>
  id.startsWith(`${what} `) ? id.slice(what.length + 1) : null;

/** Whom it names first, as somebody who confirms it has seen. */
export const firstOf = (bibs: readonly Bib[]): readonly Bib[] => bibs.slice(0, 3);

/**
 * A feed has told something. The same again, and what is older or less ripe than what is known, says nothing. What goes
 * on as a hand has confirmed it passes, and so does what is official; all else waits, the newest of each.
 */
export function afterTold(hold: Hold, event: Confirmable): AfterTold {
  const id = idOf(event);
  const [known, waits] = [hold.passed.get(id), hold.waiting.get(id)];
  if ((known && !isNews(known, event)) || (waits && !isNews(waits, event))) return { hold, tells: null };
  if (isOfficial(event) || (known && goesOn(known, event))) return { hold: withPassed(hold, id, event), tells: event };
  if (hold.dismissed.get(id)?.said === said(event)) return { hold, tells: null };
  const waiting = new Map([...without(hold.waiting, id), [id, event]]);
  // The road is noted as it is now: bad luck that is confirmed later counts from where it was.
  const tells = event.kind === 'incident' ? { ...event, waits: true as const } : null;
  return { hold: { ...hold, waiting, dismissed: without(hold.dismissed, id) }, tells };
}

/** A hand says yes. Where nothing of a feed waits, it is to what the engine has found itself. */
export function afterConfirm(hold: Hold, { id }: ConfirmEvent): AfterTold {
  const event = hold.waiting.get(id);
  const after = event ? withPassed(hold, id, event) : hold;
  return { hold: after, tells: event && event.kind !== 'incident' ? event : null };
}

/** A hand says no: it waits no more, until something else is told. */
export function afterDismiss(hold: Hold, { id, first }: DismissEvent): Hold {
  const event = hold.waiting.get(id);
  const dismissed = new Map(hold.dismissed).set(id, { said: event ? said(event) : null, first: first.join(' ') });
  return { ...hold, waiting: without(hold.waiting, id), dismissed };
}

const withPassed = (hold: Hold, id: string, event: Confirmable): Hold => ({
  waiting: without(hold.waiting, id),
  passed: new Map(hold.passed).set(id, event),
  dismissed: without(hold.dismissed, id),
});

const isOfficial = (event: Confirmable): boolean => event.kind !== 'incident' && event.state === 'official';

function isNews(known: Confirmable, event: Confirmable): boolean {
  if (known.kind === 'incident' || event.kind === 'incident') return said(known) !== said(event);
  return isRiperOrNewer(known, event);
}

/** What was confirmed is its beginning: the same riders in the same order, with the same times or points. */
function goesOn(known: Confirmable, event: Confirmable): boolean {
  const [before, now] = [rowsOf(known), rowsOf(event)];
  return before.length > 0 && before.every((row, i) => row === now[i]);
}

const rowsOf = (event: Confirmable): readonly string[] => {
  if (event.kind === 'incident') return [];
  if (event.kind === 'line-result') return event.rows.map(({ bib, behindS }) => `${bib} ${behindS}`);
  return event.rows.map(({ bib, value }) => `${bib} ${value}`);
};

const said = (event: Confirmable): string =>
  JSON.stringify(event.kind === 'incident' ? [event.cause, event.atMs] : [event.state, ...rowsOf(event)]);

const without = <T>(map: ReadonlyMap<string, T>, id: string): ReadonlyMap<string, T> =>
  new Map([...map].filter(([one]) => one !== id));
