import type { Bib } from '../units.ts';

/**
 * A hand says yes to what waits under an id: "result finish", "classification general", "incident 31". What of the finish
 * we have found ourselves is shown from then on. `first` are the riders whom it names first, as the hand has seen them.
 */
export interface ConfirmEvent {
  readonly kind: 'confirm';
  readonly id: string;
  readonly first: readonly Bib[];
}

/** A hand says no: what waits under the id is dropped, until something else is told. */
export interface DismissEvent extends Omit<ConfirmEvent, 'kind'> {
  readonly kind: 'dismiss';
}
