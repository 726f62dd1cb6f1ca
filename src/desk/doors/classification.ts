import type { BeforeStageEvent } from '../../race/event.ts';
import type { Answer } from '../../wire/protocol.ts';
import { classificationIn } from '../classification.ts';
import type { Desk } from '../desk.ts';

const nothing: BeforeStageEvent['parts'] = {
  general: null,
  young: null,
  points: null,
  mountain: null,
  teams: null,
};

/** A hand gives how the race stood before the stage, as a table; nothing takes back what hands have given. */
export function tellClassification(desk: Desk, text: string | null, author: string): Answer {
  if (text === null) return { ok: false, error: 'The table is longer than a megabyte: send the one of this race.' };
  const parts = text.trim() === '' ? { ok: true as const, value: nothing } : classificationIn(text, 'the table');
  return parts.ok ? desk.tell({ kind: 'before-stage', from: 'hand', parts: parts.value }, author) : parts;
}
