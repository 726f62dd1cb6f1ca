import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FromFeed } from '../../../../src/desk/feeds/feed.ts';
import { raceCenter } from '../../../../src/desk/feeds/race-center/index.ts';
import type { RaceEvent } from '../../../../src/race/event.ts';
import { START_MS } from '../../../support/race.ts';
import { frame, paper, riderPaper } from '../../../support/recording.ts';
import { until } from '../../../support/small-desk.ts';

const RIDERS = 150;
interface FlashRecord {
  readonly _id: string;
  readonly _updatedAt: number;
  readonly text: string;
}

/** The organiser's server: the newest of each name on every connection, `from=`, 204 where there is nothing. */
let server: Server;
let base: string;
let stream: ServerResponse | null;
let connections: number;
let newest: Map<string, string>;
let flashes: FlashRecord[];
let asked: string[];
let stages: unknown[];
let stop: () => void;
let taken: FromFeed[];
let troubles: string[];

const write = (event: string, text: string) => stream?.write(`event: ${event}\ndata: ${text}\n\n`);

beforeEach(async () => {
  [stream, connections, stop] = [null, 0, () => {}];
  [newest, flashes, asked, taken, troubles] = [new Map(), [], [], [], []];
  stages = [paper.stage];
  const api: Record<string, () => unknown[]> = {
    'stage-2026': () => stages,
    'team-2026': () => paper.teams,
    'allCompetitors-2026': () => Array.from({ length: RIDERS }, (_, i) => riderPaper(i + 1)),
    'checkpoint-2026-5': () => paper.checkpoints,
    'flashInfoLive-2026-5': () => flashes,
  };
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://here');
    if (pathname === '/live-stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      stream = response;
      connections += 1;
      write('uid', '7f0d2a64-3f5e-4f7e-9f53-2a3cf1b1a0c7');
      write('groups', JSON.stringify({ 'flashInfoLive-2026-5': flashes.at(-1)?._updatedAt ?? 0 }));
      for (const text of newest.values()) write('update', text);
      write('message', 'still here');
      return;
    }
    if (pathname === '/trace.json') return response.end(JSON.stringify(paper.trace));
    asked.push(request.url!);
    const from = Number(searchParams.get('from') ?? 0);
    const records = (api[pathname.slice('/api/'.length)]?.() ?? []).filter(
      (record) => from === 0 || (record as FlashRecord)._updatedAt > from,
    );
    return records.length > 0 ? response.end(JSON.stringify(records)) : response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Listens; what is told of what came, as it came. */
function follow(address = base): RaceEvent[] {
  const live = raceCenter(address, { soonMs: 10, lateMs: 100 });
  if (!live.ok) throw new Error(live.error);
  const read = live.value.reader();
  const events: RaceEvent[] = [];
  stop = live.value.listen(
    (input) => {
      taken.push(input);
      const told = read(input).events;
      events.push(...told);
      return told;
    },
    (text) => troubles.push(text),
  );
  return events;
}

function send(bind: string, data: unknown, id = ''): string {
  const text = JSON.stringify({ bind, change: 'modified', id, data });
  newest.set(`${bind} ${id}`, text);
  write('update', text);
  return text;
}
const sendFrame = (n: number): string => {
  const { bind, data } = JSON.parse(frame(START_MS + n * 1000, RIDERS, { RaceStatus: true }));
  return send(bind, data, 'telemetry');
};
const pack = (n: number) => ({
  date: new Date(START_MS + n * 1000).toISOString(),
  groups: [{ order: 0, name: 'Tête', bibs: [{ bib: (n % RIDERS) + 1 }], relative: 0 }],
});
function flash(text: string): void {
  flashes.push({ _id: text, _updatedAt: START_MS + flashes.length, text });
  newest.set('flash', JSON.stringify({ bind: 'flashInfoLive-2026-5', data: flashes.at(-1) }));
}
/** In the middle of a frame. */
async function drop(): Promise<void> {
  const open = stream;
  stream = null;
  await new Promise<void>((resolve) =>
    open?.write(`event: update\ndata: ${frame(START_MS, 9).slice(0, 300)}`, () => resolve()),
  );
  open?.destroy();
}
const radioIn = (events: readonly RaceEvent[]): string[] =>
  events.flatMap((event) => (event.kind === 'race-radio' ? event.text : []));
const breath = () => new Promise((resolve) => setTimeout(resolve, 2));

it('is dropped ten times under load: nothing that was sent is lost, and nothing comes twice', async () => {
  const events = follow();
  await until('the stream is open', () => stream !== null);
  const frames = [sendFrame(0), sendFrame(1)];
  await until('the papers are there', () => taken.some(({ topic }) => topic === 'stage'));
  const packs: string[] = [];
  let n = 2;
  for (let dropped = 0; dropped < 10; dropped += 1) {
    for (let i = 0; i < 25; i += 1, n += 1) {
      const text = sendFrame(n);
      frames.push(text);
      // The server says some things twice by itself.
      if (i % 7 === 3) write('update', text);
      if (i % 10 === 5) packs.push(send('pack-2026-5', pack(n)));
      if (i % 12 === 0) write('message', 'still here');
      if (i % 3 === 0) await breath();
    }
    await drop();
    // While nobody listens: of two flashes the next connection is sent the newer one alone.
    flash(`Flash ${dropped} a`);
    flash(`Flash ${dropped} b`);
    const text = JSON.stringify({ bind: 'pack-2026-5', change: 'modified', id: '', data: pack(n) });
    newest.set('pack-2026-5 ', text);
    packs.push(text);
    const before = connections;
    await until('it is back', () => connections > before);
    // Once it has some it asks for what came after them.
    if (dropped === 0) await until('the first flashes are there', () => radioIn(events).length >= 2);
  }
  write('end', '{}');
  frames.push(sendFrame(n));
  await until('all flashes are there', () => radioIn(events).length >= 20);
  await until('the last frame is there', () => taken.some(({ text }) => text === frames.at(-1)));
  const stream5 = taken.filter(({ topic }) => topic === 'stream').map(({ text }) => text);
  const ofBind = (bind: string) => stream5.filter((text) => text.startsWith(`{"bind":"${bind}`));
  expect(ofBind('telemetryCompetitor')).toEqual(frames);
  expect(ofBind('pack')).toEqual(packs);
  expect(stream5.length - frames.length - packs.length).toBe(ofBind('flashInfoLive').length);
  expect(radioIn(events).sort()).toEqual(flashes.map(({ text }) => text).sort());
  expect(asked.filter((url) => url.includes('/flashInfoLive') && url.includes('?from=')).length).toBeGreaterThan(0);
  expect(troubles).toEqual([]);
}, 20_000);

it('hears race radio in one language, keeps what is of no race off the tape, and asks for papers that have changed', async () => {
  const events = follow(`${base}/?language=fr`);
  await until('the stream is open', () => stream !== null);
  sendFrame(0);
  sendFrame(1);
  await until('the papers are there', () => taken.some(({ topic }) => topic === 'stage'));
  send('publication_en-2026-5', [{ title: 'Attack' }]);
  send('publication_fr-2026-5', [{ title: 'Attaque' }]);
  send('socialContent', [{ title: 'Look at this' }]);
  send('extraVehicle-2026-5', [{ latitude: 45 }]);
  stages = [{ ...paper.stage, startTime: '14:30:00' }];
  send('stage-2026', stages[0]);
  await until('the stage comes again', () => taken.filter(({ topic }) => topic === 'stage').length === 2);
  expect(events.flatMap((event) => (event.kind === 'race-radio' ? event.text : []))).toEqual(['Attaque']);
  expect(taken.filter(({ text }) => /socialContent|extraVehicle|publication_en/.test(text))).toEqual([]);
  expect(asked).toContain('/api/publication_fr-2026-5');
  expect(events.findLast(({ kind }) => kind === 'sheet')).toMatchObject({
    sheet: { info: { startMs: Date.UTC(2026, 6, 4, 12, 30) } },
  });
}, 10_000);

it('goes to the stage that is announced, unless a race is on', async () => {
  stages = [{ ...paper.stage, stage: 4, date: '2026-07-03T00:00:00+02:00' }, paper.stage];
  follow();
  await until('the stream is open', () => stream !== null);
  write('stage', '{"stage":4}');
  const stagesTaken = () =>
    taken.flatMap(({ topic, text }) => (topic === 'stage' ? Number(JSON.parse(text).stage) : []));
  await until('the announced one is there', () => stagesTaken().length === 1);
  sendFrame(0);
  sendFrame(1);
  await until('that of the day is there', () => stagesTaken().length === 2);
  write('stage', '{"stage":4}');
  await until('the papers are asked for again', () => asked.filter((url) => url === '/api/stage-2026').length === 3);
  await breath();
  expect(stagesTaken()).toEqual([4, 5]);
}, 10_000);
