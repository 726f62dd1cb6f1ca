import type { Forecast, Silence } from './forecast.ts';

/** A forecast stands so long, or is silent so long, before it is another one. */
const STANDS_MS = 60_000;
/** Reasons that wait for nothing: what was said is not true any more, or is nobody's business. */
const atOnce: readonly Silence[] = ['old news', 'groups changed', 'stopped', 'not racing', 'too near'];

/** What is given out, by id: of what stands and what is thought now. */
export interface Given {
  readonly forecasts: readonly Forecast[];
  /** With those that were given out a moment ago and are not thought of any more. */
  readonly known: ReadonlyMap<string, Forecast>;
}

export const nothingGiven: Given = { forecasts: [], known: new Map() };

/** The same objects where nothing has changed. */
export function moveGiven(before: Given, thought: readonly Forecast[], atMs: number): Given {
  const given = thought.map((now) => {
    const old = before.known.get(now.id);
    return old ? next(old, now, atMs) : now;
  });
  const known = new Map([...before.known].filter(([, { madeMs }]) => atMs - madeMs < STANDS_MS));
  for (const forecast of given) known.set(forecast.id, forecast);
  const isSame = given.length === before.forecasts.length && given.every((one, i) => one === before.forecasts[i]);
  return { forecasts: isSame ? before.forecasts : given, known };
}

function next(old: Forecast, now: Forecast, atMs: number): Forecast {
  if (now.silent !== null) {
    if (now.silent === old.silent) return old;
    if (old.silent !== null || atOnce.includes(now.silent)) return now;
  }
  if (atMs - old.madeMs < STANDS_MS) return old;
  return allSaid(old) === allSaid(now) ? old : now;
}

/** All that it says, whenever it was made. */
const allSaid = (forecast: Forecast): string => JSON.stringify({ ...forecast, madeMs: 0 });
