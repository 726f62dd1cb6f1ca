import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { keyOfItem } from '../../src/desk/as-run/on-pages.ts';
import { readTape } from '../../src/desk/tape/read.ts';
import { foldTape } from '../../src/desk/tape/resume.ts';
import { type Link, openLink } from '../../src/host/link.ts';
import { pageCounts } from '../../src/race/listing/pages.ts';
import type { Race } from '../../src/race/race.ts';
import type { Ask } from '../../src/show/command.ts';
import { complete } from '../../src/show/complete.ts';
import { wrongParam } from '../../src/show/param.ts';
import { emptyShow, entries, type Items } from '../../src/show/show.ts';
import { mostSteps, nothingCounted, stepsOf } from '../../src/show/steps.ts';
import { excludes } from '../../src/show/zones.ts';
import type { Aired } from '../../src/wire/crew/aired.ts';
import type { ReportedLife } from '../../src/wire/crew/report.ts';
import type { Answer } from '../../src/wire/protocol.ts';
import { rawPage } from '../support/raw-page.ts';
import { recording } from '../support/recording.ts';
import { report } from '../support/report.ts';
import { chances } from '../support/ride.ts';
import { type SmallDesk, smallDesk, until } from '../support/small-desk.ts';
import { type Gust, gusts, stormManifests } from '../support/storm.ts';

const CLEAN = 'The picture is kept clean after a panic: release it first.';
const manifests = new Map(stormManifests.map((manifest) => [manifest.id, manifest]));
const RIDERS = 30;
/** All at once; `storm-of-hands.test.ts` has four times as many, by every kind of hand. */
const COMMANDS = 2500;

let desk: SmallDesk | null = null;
const links: Link[] = [];
const agent = new Agent({ keepAlive: true, maxSockets: 10 });

afterEach(async () => {
  for (const link of links.splice(0)) link.close();
  agent.destroy();
  await desk?.stop();
  desk = null;
});

function byHttp({ ask }: Gust): Promise<Answer> {
  const { do: what, overlay, params } = ask as { do: string; overlay?: string; params?: object };
  const words = Object.entries({ ...(overlay !== undefined && { overlay }), ...params });
  const query = new URLSearchParams(words.map(([name, value]) => [name, String(value)]));
  return new Promise((resolve, reject) => {
    const url = `${desk!.url}/api/${encodeURIComponent(what)}?${query}`;
    const asked = request(url, { agent, method: 'POST' }, (response) => {
      let text = '';
      response.on('data', (data) => {
        text += data;
      });
      response.on('end', () => {
        const answer = JSON.parse(text);
        expect(response.statusCode).toBe(answer.ok ? 200 : 400);
        resolve(answer);
      });
    });
    asked.on('error', reject).end();
  });
}

const rowKey = ({ overlay, params, step }: Aired): string => keyOfItem({ overlay, params, step: step - 1 });
const openKeys = (rows: readonly Aired[]): string[] => rows.filter(({ toAt }) => toAt === null).map(rowKey);

/** Whoever is free takes the next one. */
async function shared<T>(works: readonly T[], hands: number, work: (one: T, hand: number) => Promise<void>) {
  let next = 0;
  const busy = async (hand: number) => {
    while (next < works.length) await work(works[next++]!, hand);
  };
  await Promise.all(Array.from({ length: hands }, (_, hand) => busy(hand)));
}

function expectLawful(items: Items, race: Race | null): void {
  for (const [layer, { overlay, params, step }] of entries(items)) {
    const manifest = manifests.get(overlay)!;
    expect(manifest.layer).toBe(layer);
    expect(Object.keys(params).sort()).toEqual(Object.keys(manifest.params).sort());
    for (const [name, value] of Object.entries(params)) expect(wrongParam(manifest, name, value)).toBeNull();
    expect(step).toBeLessThan(stepsOf(manifest, params, pageCounts(race)) ?? mostSteps(manifest));
    for (const [other] of entries(items)) if (other !== layer) expect(excludes(other, layer)).toBe(false);
  }
}

it('2,500 commands at once, half of them wrong: nothing throws, nothing wrong is aired or kept, all pages agree', async () => {
  desk = await smallDesk({
    manifests: stormManifests,
    content: recording({ riders: RIDERS, seconds: 120, every: 1 }),
  });
  const { url } = desk;
  for (const role of ['control', 'program', 'preview']) links.push(openLink(role, { url }));
  // What one page may ask is bounded; five more ask all at once.
  const askers = Array.from({ length: 5 }, () => openLink('control', { url }));
  links.push(...askers);
  await until('all are live', () => links.every((link) => link.replica().race !== null));
  expect(await askers[0]!.transport({ do: 'pause' })).toEqual({ ok: true });

  // Another program page says of each change what it draws now.
  const page = await rawPage({ url, role: 'program' });
  const reported: (readonly string[])[] = [];
  const program = links[1]!;
  program.onChange(() => {
    const items = entries(program.replica().show.program);
    const keys = items.map(([, item]) => keyOfItem(item));
    if (reported.at(-1)?.join() === keys.join()) return;
    reported.push(keys);
    const lives = items.map(([layer, { overlay, params, step }]): ReportedLife => {
      return { overlay, layer, life: 'on', why: null, item: { params, step } };
    });
    page.emit('report', report({ lives }));
  });

  const answers: { readonly gust: Gust; readonly answer: Answer }[] = [];
  const all = gusts(chances(20260704), COMMANDS);
  await Promise.all([
    shared(all.slice(0, COMMANDS * 0.8), 10, async (gust) => {
      answers.push({ gust, answer: await byHttp(gust) });
    }),
    shared(all.slice(COMMANDS * 0.8), 5, async (gust, hand) => {
      answers.push({ gust, answer: await askers[hand]!.command(gust.ask as Ask) });
    }),
  ]);

  const done = answers.filter(({ answer }) => answer.ok);
  expect(answers).toHaveLength(COMMANDS);
  expect(done.length).toBeGreaterThan(COMMANDS / 4);
  for (const { gust, answer } of answers) {
    if (answer.ok) expect(gust.isRight, JSON.stringify(gust.ask)).toBe(true);
    else if (gust.isRight) expect(answer.error, JSON.stringify(gust.ask)).toBe(CLEAN);
    else expect(answer.error).toMatch(/^.{20,400}\.$/su);
  }

  const { show, race } = desk.desk.picture();
  expectLawful(show.program, race);
  expectLawful(show.preview, race);
  expect(desk.notices.list().filter(({ level }) => level === 'error')).toEqual([]);
  await until('all pages agree', () =>
    links.every((link) => {
      const { program, preview, latched } = link.replica().show;
      const isCrew = link !== links[1];
      return (
        JSON.stringify([program, latched]) === JSON.stringify([show.program, show.latched]) &&
        (!isCrew || JSON.stringify(preview) === JSON.stringify(show.preview))
      );
    }),
  );

  const tape = readTape(desk.tape, readFileSync(desk.tape, 'utf8'));
  if (!tape.ok) throw new Error(tape.error);
  const kept = tape.value.entries.flatMap((entry) => ('command' in entry ? [entry.command] : []));
  expect(kept.length).toBeGreaterThan(COMMANDS / 20);
  for (const command of kept)
    expect(complete(command, { manifests, show: emptyShow, counts: nothingCounted }).ok).toBe(true);
  const folded = foldTape(tape.value.entries, manifests);
  expect([folded.leftOut, folded.kept.show]).toEqual([[], show]);

  // What was on air is what the page said that it drew, from report to report; and so does the tape say.
  const aired = () => desk!.desk.asRun.rows();
  await until('its last word is heard', () => openKeys(aired()).join() === reported.at(-1)!.join());
  const begun = reported.flatMap((keys, i) => keys.filter((key) => !reported[i - 1]?.includes(key)));
  expect(aired().map(rowKey)).toEqual(begun);
  expect(begun.length).toBeGreaterThan(20);
  for (const { takenBy } of aired()) expect(takenBy).toMatch(/^(http|page|control)/);
  const again = readTape(desk.tape, readFileSync(desk.tape, 'utf8'));
  if (!again.ok) throw new Error(again.error);
  expect(foldTape(again.value.entries, manifests).air.rows).toEqual(aired());

  // All of it is taken back, by anybody, to the picture before the storm.
  expect(await byHttp({ ask: { do: 'release' }, isRight: true })).toMatchObject({ ok: true });
  const changes = () => links[0]!.replica().changes;
  while (changes().undo !== null)
    expect(await byHttp({ ask: { do: 'undo' }, isRight: true })).toMatchObject({ ok: true });
  expect(desk.desk.picture().show.program).toEqual({});
  await until('the program page is clean', () => Object.keys(links[1]!.replica().show.program).length === 0);
});
