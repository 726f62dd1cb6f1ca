import type { Parsed } from '../feed.ts';
import { type Json, jsonOf, recordOf, recordsOf, textOf } from '../json.ts';

/** What the organiser says under one name, on the stream or when asked. */
export interface Message {
  /** "pack" of "pack-2026-5" */
  readonly name: string;
  /** Null where the name says none. */
  readonly year: number | null;
  readonly stage: number | null;
  /** The stream sends one at a time, who asks is given all. */
  readonly records: readonly Json[];
}

/** Reads the messages of one name. */
export type MessageReader = (message: Message) => Parsed;

/** The envelope as a message; null where it carries nothing. */
export function spokenIn(envelope: unknown): Message | null {
  const { bind, data } = recordOf(envelope) ?? {};
  const [, name, year, stage] = /^(\w+?)(?:-(\d{4})(?:-(\d+))?)?$/.exec(textOf(bind)) ?? [];
  const records = recordsOf(data);
  if (name === undefined || records.length === 0) return null;
  return { name, year: wholeOf(year), stage: wholeOf(stage), records };
}

const wholeOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

/** What was asked for by its name, in the envelope in which the stream would send it. */
export const enveloped = (bind: string, answer: string): string => JSON.stringify({ bind, data: jsonOf(answer) });
