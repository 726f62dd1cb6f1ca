import type { RaceEvent } from '../../race/event.ts';
import { timeOfDay } from '../../race/time-of-day.ts';
import { createTimeGate, type Ruling, type TimeGate } from './gate.ts';
import { shifted } from './shift.ts';

/** What is to be believed of what came, and what it means for the clock of the race. */
export interface Judged {
  /** What to tell the engine, in this order. */
  readonly events: readonly RaceEvent[];
  /** The newest moment of which the leading source has spoken; null where it has not. */
  readonly heardMs: number | null;
  /** To be added to the clock of the race, before `heardMs`. */
  readonly movedMs: number;
  /** Sentences for the producer. */
  readonly faults: readonly string[];
}

/**
 * Judges the times of all feeds. Of feeds that happen now one leads: the first that tells of its own moments, until
 * then the first that has passed. The clock of the race follows it, and what was told before moves when its clock is
 * set. Other feeds are read with the difference of their clocks taken off. What is played has its clock already.
 */
export interface TimeJudge {
  /** `clockMs`: the clock of the race when it came; null while nobody knows. */
  judge(feed: string, events: readonly RaceEvent[], clockMs: number | null): Judged;
}

/** A source that agrees so well with the desk's own time of day needs no second one to agree with it. */
const WITNESS_MS = 10_000;

/** `wallMs`: the desk's own time of day, where feeds happen now; null where they are played. */
export function createTimeJudge(wallMs: (() => number) | null): TimeJudge {
  const gates = new Map<string, TimeGate<RaceEvent>>();
  let leader: { readonly feed: string; readonly isNow: boolean } | null = null;

  const gateOf = (feed: string): TimeGate<RaceEvent> => {
    const gate = gates.get(feed) ?? createTimeGate<RaceEvent>();
    gates.set(feed, gate);
    return gate;
  };

  return {
    judge(feed, told, clockMs) {
      const events: RaceEvent[] = [];
      const faults: string[] = [];
      let heardMs: number | null = null;
      let nowMs = clockMs;
      for (const { event, sourceMs, isNow } of told.flatMap(momentsOf)) {
        if (sourceMs === null) {
          events.push(event);
          continue;
        }
        if (!isMoment(sourceMs)) {
          faults.push(`${feed}: a time that is none (${sourceMs} ms) came with its ${event.kind} and was left out.`);
          continue;
        }
        const isBeginning: boolean = wallMs !== null && (nowMs === null || leader === null || (isNow && !leader.isNow));
        const isWitnessed = wallMs !== null && Math.abs(sourceMs - wallMs()) <= WITNESS_MS;
        const seen = { item: event, sourceMs, clockMs: isBeginning ? null : nowMs, isNow, isWitnessed };
        const ruling = gateOf(feed).judge(seen, leader?.feed === feed);
        if (isBeginning && ruling.passed.length > 0) leader = { feed, isNow };
        const leads = wallMs !== null && leader?.feed === feed;
        faults.push(...sentencesOf(feed, ruling, leads));
        const moved = leads ? movedBy(ruling, isBeginning, sourceMs, nowMs) : 0;
        if (moved !== 0 && ruling.lateMs === 0) events.push({ kind: 'clock-moved', byMs: moved });
        if (nowMs !== null) nowMs += moved;
        for (const { item, addMs } of ruling.passed) {
          const passed = shifted(item, addMs);
          events.push(passed);
          if (leads)
            heardMs = Math.max(heardMs ?? Number.NEGATIVE_INFINITY, momentOf(passed) ?? Number.NEGATIVE_INFINITY);
        }
      }
      return { events, heardMs, movedMs: (nowMs ?? 0) - (clockMs ?? 0), faults };
    },
  };
}

/** What a calendar can write. */
const isMoment = (ms: number): boolean => Math.abs(ms) <= 8.64e15;

/** A leader that takes over from one who told the past only may find the clock ahead of it. */
function movedBy(ruling: Ruling<RaceEvent>, isBeginning: boolean, sourceMs: number, nowMs: number | null): number {
  if (!isBeginning) return ruling.setMs + ruling.lateMs;
  return ruling.passed.length > 0 && nowMs !== null && sourceMs < nowMs - WITNESS_MS ? sourceMs - nowMs : 0;
}

interface Moment {
  readonly event: RaceEvent;
  /** Null where the event is true whenever it comes. */
  readonly sourceMs: number | null;
  readonly isNow: boolean;
}

/** An event with the moment that it tells of; passings of several moments one by one, and those of whoever is heard now at that moment. */
function momentsOf(event: RaceEvent): Moment[] {
  if (event.kind !== 'passings') return [{ event, sourceMs: momentOf(event), isNow: event.kind === 'positions' }];
  const { heardMs } = event;
  if (heardMs !== undefined) return [{ event, sourceMs: heardMs, isNow: true }];
  return event.passings.map((one) => ({ event: { ...event, passings: [one] }, sourceMs: one.atMs, isNow: false }));
}

function momentOf(event: RaceEvent): number | null {
  if (event.kind === 'passings') {
    if (event.heardMs !== undefined) return event.heardMs;
    const times = event.passings.flatMap(({ atMs }) => atMs ?? []);
    return times.length > 0 ? Math.max(...times) : null;
  }
  return event.kind === 'positions' || event.kind === 'official-groups' ? event.atMs : null;
}

function sentencesOf(feed: string, { refused, setMs, lateMs }: Ruling<RaceEvent>, leads: boolean): string[] {
  const sentences = refused.map(({ item, sourceMs, clockMs }) => {
    const offMs = clockMs === null ? Number.NaN : sourceMs - clockMs;
    const off = Number.isNaN(offMs)
      ? 'alone with its time'
      : `${lasting(offMs)} ${offMs > 0 ? 'ahead of' : 'behind'} the race`;
    return `${feed}: its ${item.kind} of ${timeOfDay(sourceMs)} UTC came ${off} and were left out; check its clock if it goes on.`;
  });
  if (setMs !== 0 && leads)
    sentences.push(
      `${feed}: its clock was set ${setMs > 0 ? 'forward' : 'back'} by ${lasting(setMs)}; the clock of the race and the road so far have moved with it.`,
    );
  else if (setMs !== 0)
    sentences.push(
      `${feed}: its clock is ${lasting(setMs)} ${setMs > 0 ? 'ahead of' : 'behind'} where it was thought to be; its times are read so much ${setMs > 0 ? 'earlier' : 'later'}.`,
    );
  if (lateMs !== 0)
    sentences.push(`${feed}: it comes ${lasting(lateMs)} late now; the clock of the race waits for it.`);
  return sentences;
}

function lasting(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
