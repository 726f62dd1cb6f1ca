import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { type OscDoor, openOsc } from '../../src/desk/doors/remote/osc.ts';
import { crewState } from '../../src/desk/doors/state.ts';
import { readTape } from '../../src/desk/tape/read.ts';
import { pageCounts } from '../../src/race/listing/pages.ts';
import { wishedOf } from '../../src/show/replay.ts';
import type { Items } from '../../src/show/show.ts';
import type { LogLine } from '../../src/wire/crew/log.ts';
import { type AirPages, openAirPages } from '../support/air-pages.ts';
import { wrongRows } from '../support/as-run-law.ts';
import { type HandGust, handGusts, handManifests, handRundown } from '../support/hand-gusts.ts';
import { type Hand, openHttpHand, openPageHand, openSocketHand } from '../support/hands.ts';
import { type Asked, deedsOf, publicText, textOf, wrongHands, wrongLines, wrongShows } from '../support/log-law.ts';
import { openOscHand } from '../support/osc-hand.ts';
import { recording } from '../support/recording.ts';
import { chances } from '../support/ride.ts';
import { type SmallDesk, smallDesk, until } from '../support/small-desk.ts';
import { openSurface, type Surface } from './doors/remote/surface.ts';

const manifests = new Map(handManifests.map((manifest) => [manifest.id, manifest]));
const CLEAN = 'The picture is kept clean after a panic: release it first.';
const OWNED = /^The (strap|card) is .+'s: ask for it, or have the engineer take it over\.$/;
/** So many come at once, then there is a calm in which a picture stands. */
const WAVES = 25;
const CALM_MS = 300;

let desk: SmallDesk;
let osc: OscDoor;
let surface: Surface;
let pages: AirPages;
const hands: Hand[] = [];

afterEach(async () => {
  for (const hand of hands.splice(0)) hand.close();
  for (const link of pages?.links ?? []) link.close();
  osc?.stop();
  surface?.close();
  await desk?.stop();
});

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function openOscDoor(): Promise<number> {
  surface = await openSurface();
  const to = [{ address: '127.0.0.1', port: surface.port }];
  osc = openOsc({ port: 0, from: [], to, host: '127.0.0.1' }, desk.desk, manifests, desk.notices);
  await until('OSC is heard', () => osc.port() !== null);
  return osc.port()!;
}

/** What `GET /api/state` says now, without the clock that runs. */
function stateNow() {
  const { clockMs: _, ...state } = crewState(desk.desk, manifests);
  return state;
}

const ids = (items: Items): string =>
  Object.values(items)
    .map(({ overlay }) => overlay)
    .join(',');

it('10,000 commands by every kind of hand: all agree, the log explains each change, as-run is what pages drew', async () => {
  const chance = chances(20260705);
  desk = await smallDesk({ manifests: handManifests, content: recording({ riders: 30, seconds: 120, every: 1 }) });
  const { url } = desk;
  await until('there is a race', () => desk.desk.picture().race !== null);
  const posted = await fetch(`${url}/api/rundown`, { method: 'POST', body: JSON.stringify(handRundown) });
  expect(await posted.json()).toMatchObject({ ok: true });

  const [one, two, buttons] = [
    await openPageHand(url, 'control'),
    await openPageHand(url, 'control'),
    await openPageHand(url, 'buttons'),
  ];
  const [http, socket, byOsc] = [openHttpHand(url), await openSocketHand(url), await openOscHand(await openOscDoor())];
  hands.push(one, two, buttons, http, socket, byOsc);
  expect(hands.map(({ author }) => author)).toEqual([
    ...['control 1', 'control 2', 'buttons', 'http 127.0.0.1', 'socket 127.0.0.1', 'osc 127.0.0.1'],
  ]);
  expect(await one.link.transport({ do: 'pause' })).toEqual({ ok: true });
  pages = await openAirPages(desk, handManifests, 3, chance);

  const lines: LogLine[] = [];
  const shows: string[] = [];
  const listen = () => {
    const { log, show } = one.link.replica();
    lines.push(...log.filter(({ n }) => n > (lines.at(-1)?.n ?? 0)).reverse());
    if (shows.at(-1) !== publicText(show)) shows.push(publicText(show));
  };
  listen();
  one.link.onChange(listen);

  const asked = new Map<string, Asked[]>(hands.map(({ author }) => [author, []]));
  const ask = async (hand: Hand, gust: HandGust) => {
    const fromMs = Date.now();
    const done = await hand.ask(gust);
    asked.get(hand.author)!.push({ gust, ...done, fromMs, toMs: Date.now() });
    return done.answer;
  };
  const right = (what: string, said: HandGust['said'] = {}): HandGust => ({ do: what, said, isRight: true });
  expect(await ask(one, right('take-direct', { overlay: 'tower', rows: 7 }))).toEqual({ ok: true });
  const before = desk.desk.picture().show.program;

  // Of each hand, in one wave: a page and a panel may ask a hundred times a second.
  const shares = [60, 60, 60, 100, 60, 60];
  const all = handGusts(chance, WAVES * shares.reduce((sum, share) => sum + share));
  expect(all).toHaveLength(10_000);
  for (let wave = 0; wave < WAVES; wave += 1) {
    await Promise.all(
      hands.map(async (hand, i) => {
        for (const gust of all.splice(0, shares[i])) {
          const soonest = sleep(hand === http ? 7 : 12);
          await ask(hand, gust);
          await soonest;
        }
      }),
    );
    await sleep(CALM_MS);
  }

  const storm = [...asked.values()].flat();
  expect(storm).toHaveLength(10_001);
  for (const { gust, answer } of storm) {
    if (answer.ok) expect(gust.isRight, textOf(gust)).toBe(true);
    else if (gust.isRight)
      expect(answer.error === CLEAN || OWNED.test(answer.error), textOf([gust, answer])).toBe(true);
    else expect(answer.error).toMatch(/^.{20,400}\.$/su);
  }
  expect(byOsc.heard()).toBe(WAVES * 60);

  // All agree, with what the storm left.
  await until('what leaves by itself has left', () => desk.desk.picture().leaving.length === 0);
  const { show } = desk.desk.picture();
  await until(
    'control, buttons and the program pages agree',
    () =>
      [one, two, buttons].every(({ link }) => textOf(link.replica().show) === textOf(show)) &&
      pages.links.every((link) => publicText(link.replica().show) === publicText(show)),
  );
  const { latched, frozen, replay } = show;
  expect(stateNow()).toMatchObject({ wished: ids(show.program), cued: ids(show.preview), latched, frozen, replay });
  await until('the panel agrees', () => {
    const { answered, did, note, error, clockMs, ...told } = socket.panel.now();
    return textOf(told) === textOf(stateNow());
  });
  await until('the surface agrees', () =>
    Object.entries(stateNow()).every(
      ([name, value]) =>
        surface.lit.get(`/ardoise/state/${name}`) === (typeof value === 'boolean' ? Number(value) : value),
    ),
  );

  // All of it is taken back, by anybody, to the picture before the storm, and to the one before that.
  for (const what of ['release', 'live', 'thaw']) expect(await ask(one, right(what))).toEqual({ ok: true });
  for (const layer of ['strap', 'card'])
    for (const what of ['claim-over', 'free']) expect(await ask(one, right(what, { layer }))).toEqual({ ok: true });
  expect(await ask(http, right('release'))).toEqual({ ok: true });
  const back = [desk.desk.picture().show.program];
  while (http.now().undo !== '') {
    expect(await ask(http, right('undo'))).toEqual({ ok: true });
    back.push(desk.desk.picture().show.program);
  }
  expect(back.slice(-2)).toEqual([before, {}]);
  await pages.stop();
  await until('the log is told', () => lines.at(-1)?.what === 'undo: nothing on air');

  const { race } = desk.desk.picture();
  const tape = readTape(desk.tape, readFileSync(desk.tape, 'utf8'));
  if (!tape.ok) throw new Error(tape.error);
  const { entries } = tape.value;
  const deeds = deedsOf(entries, { manifests, counts: pageCounts(race) });
  expect(textOf(deeds.at(-1)!.is)).toBe(textOf(desk.desk.picture().show));
  expect(wrongLines(lines, entries, deeds, (overlay) => manifests.get(overlay)!.title)).toEqual([]);
  expect(wrongHands(deeds, asked)).toEqual([]);
  expect(wrongShows(deeds, shows)).toEqual([]);

  expect(desk.notices.list().filter(({ level }) => level !== 'info')).toEqual([]);

  const wishes = deeds.map(({ atMs, author, is }) => ({ atMs, author, wished: wishedOf(is, handManifests) }));
  const rows = desk.desk.asRun.rows();
  expect(deeds.length).toBeGreaterThan(1500);
  expect(pages.told.length).toBeGreaterThan(50);
  expect(rows.length).toBeGreaterThan(60);
  expect(wrongRows(rows, pages, wishes)).toEqual([]);
  // The law finds a row that is a second late, and one that nobody took.
  const late = rows.with(3, { ...rows[3]!, fromAt: rows[3]!.fromAt + 1000 });
  expect(wrongRows(late, pages, wishes)).toHaveLength(1);
  expect(wrongRows(rows.with(3, { ...rows[3]!, takenBy: 'nobody' }), pages, wishes)).toHaveLength(1);
});
