import { waitingText } from '../../race/confirm/waiting-words.ts';
import { pageCounts } from '../../race/listing/pages.ts';
import { timeOfDay } from '../../race/time-of-day.ts';
import { type ChangeBrief, changeWords } from '../../show/change-words.ts';
import { leavesAfterS } from '../../show/loss.ts';
import type { Manifest } from '../../show/manifest.ts';
import { wishedOf } from '../../show/replay.ts';
import { type Items, itemOf } from '../../show/show.ts';
import { stepsOf } from '../../show/steps.ts';
import type { Shown } from '../../wire/crew/half.ts';
import { handWords } from '../by-hand.ts';
import type { Desk, DeskView } from '../desk.ts';
import { itemFields } from './item-state.ts';

/** Flat, and no name has a dot in it: a button panel reads one field by its name, and takes a dot for a way into an object. */
export type FlatState = Readonly<Record<string, string | number | boolean>>;

/** What anyone may see: `onAir` is what program pages say they draw, `wished` what the operator wants there. */
export const publicState = (desk: Desk): FlatState => publicIn(desk.picture());

function publicIn({ show, clock, race, shown }: DeskView): FlatState {
  return {
    onAir: seenOf(shown.air),
    wished: idsOf(show.program),
    clock: race ? timeOfDay(clock.atMs, race.sheet.info.utcOffsetMin) : '',
    clockMs: Math.round(clock.atMs),
    rate: clock.rate,
    confirmed: race?.confirmed.join(',') ?? '',
  };
}

/**
 * What the producer may see besides. Of each overlay: what pages make of it (`off`, `waiting`, `entering`, `on`,
 * `leaving`, `failed`), why, what is wished (`air`, `cued`, `off`), after how many seconds it leaves by itself (0: not),
 * after how many without news (or `never`), and of what is wished on air the step, from 1, of how many: 0 where it is not,
 * and while nobody knows. Of each key of the rundown its title and its light.
 */
export function crewState(desk: Desk, manifests: ReadonlyMap<string, Manifest>): FlatState {
  const picture = desk.picture();
  const rundown = desk.rundown(null)!;
  const { counts } = desk.register.pages();
  const programs = counts.filter(({ role, monitor }) => role === 'program' && !monitor);
  return {
    ...publicIn(picture),
    onMonitors: seenOf(picture.shown.monitors),
    cued: idsOf(picture.show.preview),
    latched: picture.show.latched,
    frozen: picture.show.frozen,
    replay: picture.show.replay,
    byHand: handWords(picture.race).join(', '),
    waiting: picture.waiting.map(({ id }) => id).join(','),
    waitingText: picture.waiting[0] ? waitingText(picture.waiting[0], picture.race) : '',
    pages: sum(programs.map(({ count }) => count)),
    lostPages: sum(programs.map(({ lost }) => lost)),
    feed: picture.desk.feed,
    notice: picture.desk.notices[0]?.text ?? '',
    undo: wordsOf(picture.changes.undo, manifests),
    redo: wordsOf(picture.changes.redo, manifests),
    rundown: rundown.name,
    ...Object.fromEntries(itemFields(rundown, picture, desk.asRun.rows())),
    ...Object.fromEntries(Object.entries(picture.show.delays).map(([output, s]) => [`delay_${output}`, s])),
    ...Object.fromEntries([...manifests.values()].flatMap((manifest) => overlayState(manifest, picture))),
  };
}

function overlayState(manifest: Manifest, { race, show, shown, leaving }: DeskView): [string, string | number][] {
  const { id } = manifest;
  const row = shown.air.find(({ overlay }) => overlay === id);
  const onAir = itemOf(wishedOf(show, [manifest]), id);
  const wish = onAir ? 'air' : itemOf(show.preview, id) ? 'cued' : 'off';
  return [
    [id, row?.life ?? 'off'],
    [`${id}_wished`, wish],
    [`${id}_why`, row?.why ?? ''],
    [`${id}_left`, leaving.find(({ overlay }) => overlay === id)?.leftS ?? 0],
    [`${id}_loss`, lossWord(leavesAfterS(manifest, show.loss))],
    [`${id}_step`, onAir ? onAir.step + 1 : 0],
    [`${id}_steps`, onAir ? (stepsOf(manifest, onAir.params, pageCounts(race)) ?? 0) : 0],
  ];
}

const wordsOf = (change: ChangeBrief | null, manifests: ReadonlyMap<string, Manifest>): string =>
  change === null ? '' : changeWords(change, (overlay) => manifests.get(overlay)?.title ?? overlay);

const lossWord = (outS: number | null): number | string => (outS !== null && Number.isFinite(outS) ? outS : 'never');

const seenOf = (rows: readonly Shown[]): string =>
  rows
    .filter(({ on }) => on > 0)
    .map(({ overlay }) => overlay)
    .join(',');

const idsOf = (items: Items): string =>
  Object.values(items)
    .map(({ overlay }) => overlay)
    .join(',');

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
