import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readManifests } from '../../../src/desk/manifests.ts';
import { namesIn } from '../../../src/desk/tape/newest.ts';
import { readTape } from '../../../src/desk/tape/read.ts';
import { foldTape } from '../../../src/desk/tape/resume.ts';
import { openLink } from '../../../src/host/link.ts';
import type { Race } from '../../../src/race/race.ts';
import type { Show } from '../../../src/show/show.ts';
import type { Aired } from '../../../src/wire/crew/aired.ts';
import { type DeskOptions, emptyFolder, freePort, startDesk } from '../../support/desk.ts';
import { plainOf } from '../../support/tapes.ts';
import { wait } from '../browser.ts';

/** What a desk last told before it was killed, as its pages and programs read it. */
export interface Told {
  readonly race: Race;
  readonly show: Show;
  readonly asRun: readonly Aired[];
  /** Where its clock stood, on the clock of the race. */
  readonly clockMs: number;
}

/** Whether each comes back. */
export interface Replays {
  /** On a desk that replays the tape, sought to where the clock stood. */
  readonly race: boolean;
  /** Read from the tape, and on a desk that took it up again. */
  readonly show: boolean;
  readonly asRun: boolean;
}

/** A whole race is folded within this. */
const FOLD_MS = 240_000;
/** The crew is told once a second whether it is being folded. */
const SETTLED_MS = 3000;

export const theTapeIn = (folder: string): string => join(folder, namesIn(folder)[0]!);

/** `again` starts the desk as the killed one was. The tape is replayed first: a desk that takes it up again writes on it. */
export async function replaysOf(told: Told, again: DeskOptions): Promise<Replays> {
  const file = theTapeIn(again.tapes);
  const tape = readTape(file, plainOf(file));
  if (!tape.ok) throw new Error(tape.error);
  const folded = foldTape(tape.value.entries, await readManifests('overlays'));
  const race = await replayedRace(file, told.clockMs);
  const takenUp = await tellingOf(again);
  return {
    race: isSame(sinceLooked(race), sinceLooked(told.race)),
    show: [folded.kept.show, takenUp.show].every((show) => isSame(show, told.show)),
    asRun: [folded.air.rows, takenUp.asRun].every((rows) => isSame(rows, told.asRun)),
  };
}

/** As each travels: what is left out and what is undefined are one. */
export const isSame = (a: unknown, b: unknown): boolean => isDeepStrictEqual(plain(a), plain(b));

/** A race has maps, at any depth. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return ['map', ...[...value].map(plain)];
  if (ArrayBuffer.isView(value)) return [...(value as Float64Array)];
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  const told = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(told.map(([name, one]) => [name, plain(one)]));
}

/** Since when somebody leads is told from when the desk first looked, which no tape says. */
const sinceLooked = ({ standings, ...rest }: Race) => ({
  ...rest,
  standings: { ...standings, leader: standings.leader && { ...standings.leader, sinceMs: 0 } },
});

async function replayedRace(file: string, clockMs: number): Promise<Race> {
  const [port, tapes] = [await freePort(), await emptyFolder()];
  const desk = await startDesk({ port, tapes, args: ['--feed', `replay:${file}`] });
  const link = openLink('control', { url: desk.url });
  try {
    const isThere = () => link.replica().connection === 'live' && link.replica().race !== null;
    await until('the tape is on air', isThere);
    await link.transport({ do: 'pause' });
    await link.transport({ do: 'seek', atMs: clockMs });
    let sinceMs = performance.now();
    await until('the tape is folded', () => {
      const { race, clock, desk: its } = link.replica();
      if (its.busy || clock.atMs !== clockMs || race?.atMs !== clockMs) sinceMs = performance.now();
      return performance.now() - sinceMs > SETTLED_MS;
    });
    return link.replica().race!;
  } finally {
    link.close();
    await desk.kill('SIGKILL');
  }
}

async function tellingOf(again: DeskOptions): Promise<Pick<Told, 'show' | 'asRun'>> {
  const desk = await startDesk(again);
  const link = openLink('control', { url: desk.url });
  try {
    await until('the desk is taken up again', () => link.replica().connection === 'live');
    return { show: link.replica().show, asRun: await asRunOf(desk.url) };
  } finally {
    link.close();
    await desk.kill('SIGKILL');
  }
}

export async function asRunOf(url: string): Promise<readonly Aired[]> {
  const answer = await fetch(`${url}api/as-run`);
  return (await answer.json()).rows;
}

export async function until(what: string, isTrue: () => boolean): Promise<void> {
  const endMs = performance.now() + FOLD_MS;
  while (!isTrue()) {
    if (performance.now() > endMs) throw new Error(`waited ${FOLD_MS} ms in vain: ${what}`);
    await wait(20);
  }
}
