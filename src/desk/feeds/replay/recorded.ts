import { type Json, jsonOf, recordOf, recordsOf, textOf } from '../json.ts';
import { type PaperTopic, paperTopics } from '../race-center/paper-shapes.ts';

/** What a recording holds: papers by topic, and frames as the organiser's stream would send them. */
export interface Recorded {
  readonly papers: { readonly [Topic in PaperTopic]?: unknown };
  readonly frames: readonly string[];
}

/**
 * Reads a recording: ours (`rest.stage`, `events` of text), or as others publish theirs, with papers by day or by their
 * name at the organiser (`rest.stages["2026-07-08"]`, `rest["allCompetitors-2026"]`) and frames in `events[].data`, as text
 * or not, in their envelope or not.
 */
export function recordedIn(recording: Json): Recorded {
  const events = Array.isArray(recording.events) ? recording.events : [];
  const frames = events.flatMap((event) => frameOf(event) ?? []);
  const rest = recordOf(recording.rest) ?? {};
  const day = dayOf(recording, frames);
  const papers = Object.fromEntries(
    paperTopics.flatMap((topic) => {
      const paper = paperIn(rest, topic, day);
      return paper == null ? [] : [[topic, paper]];
    }),
  );
  return { papers, frames };
}

/** Under what names papers are found, ours first. */
const names: Readonly<Record<PaperTopic, RegExp>> = {
  riders: /^(riders|allCompetitors(-\d+)?)$/,
  teams: /^(teams?)(-\d+)?$/,
  stage: /^(stages?)(-\d+)?(\/\d+)?$/,
  checkpoints: /^checkpoints?(-\d+)?(-\d+)?$/,
  trace: /^traces?(-\d+)?(-\d+)?$/,
};

function paperIn(rest: Json, topic: PaperTopic, day: string): unknown {
  const found = Object.keys(rest).filter((key) => names[topic].test(key) && rest[key] != null);
  const key = found.includes(topic) ? topic : found[0];
  if (key === undefined) return null;
  const paper = ofDay(rest[key], day);
  return topic === 'stage' ? stageOfDay(paper, day) : paper;
}

/** Of papers by day, that of the day; the only one there is. */
function ofDay(paper: unknown, day: string): unknown {
  const byDay = recordOf(paper);
  const days = Object.keys(byDay ?? {}).filter((key) => /^\d{4}-\d{2}-\d{2}/.test(key));
  if (!byDay || days.length === 0) return paper;
  const key = days.find((one) => one.startsWith(day)) ?? (days.length === 1 ? days[0] : undefined);
  return key === undefined ? null : byDay[key];
}

/** Of all stages of a race, that of the day. */
function stageOfDay(paper: unknown, day: string): unknown {
  const stages = recordsOf(paper);
  if (stages.length < 2) return stages[0] ?? null;
  return stages.find(({ date }) => textOf(date).startsWith(day)) ?? null;
}

/** The day of the recording, on the clock of the race as far as it says, `YYYY-MM-DD`. */
function dayOf({ meta }: Json, frames: readonly string[]): string {
  const told = textOf(recordOf(meta)?.date).slice(0, 10);
  if (told !== '') return told;
  const seconds = Number(/"TimeStamp":\s*"?(\d{9,10})/.exec(frames[frames.length >> 1] ?? '')?.[1] ?? Number.NaN);
  return Number.isNaN(seconds) ? '' : new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** A frame as the stream sends it: an envelope with its name; null for what is none. */
function frameOf(event: unknown): string | null {
  if (typeof event === 'string') return event;
  const record = recordOf(event);
  if (!record) return null;
  if ('bind' in record) return JSON.stringify(record);
  const data = typeof record.data === 'string' ? (jsonOf(record.data) ?? record.data) : record.data;
  const inner = recordOf(data);
  if (!inner) return typeof data === 'string' ? data : null;
  if ('bind' in inner) return JSON.stringify(inner);
  return 'Riders' in inner ? JSON.stringify({ bind: 'telemetryCompetitor', data: inner }) : null;
}
