import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FromFeed, Live } from '../../../../src/desk/feeds/feed.ts';
import { raceCenter } from '../../../../src/desk/feeds/race-center/index.ts';
import { START_MS } from '../../../support/race.ts';
import { frame, paper, riderPaper } from '../../../support/recording.ts';
import { until } from '../../../support/small-desk.ts';

/** A Race Center that behaves as badly as the test wants. */
let server: Server;
let base: string;
let papers: Record<string, unknown>;
/** Answers to give first, by path. */
let faults: Record<string, ((response: ServerResponse) => void)[]>;
let streams: ServerResponse[];
let stop: () => void;
let taken: FromFeed[];
let troubles: string[];

beforeEach(async () => {
  papers = {
    '/api/stage-2026': [{ ...paper.stage, stage: 4, date: '2026-07-03T00:00:00+02:00' }, paper.stage],
    '/api/team-2026': paper.teams,
    '/api/allCompetitors-2026': [riderPaper(1)],
    '/api/checkpoint-2026-5': paper.checkpoints,
    '/trace.json': paper.trace,
  };
  faults = {};
  [streams, taken, troubles] = [[], [], []];
  stop = () => {};
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://here');
    if (pathname === '/live-stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(':hello\n\n');
      streams.push(response);
    } else if (faults[pathname]?.length) faults[pathname].shift()!(response);
    else if (papers[pathname]) response.end(JSON.stringify(papers[pathname]));
    else response.writeHead(pathname.startsWith('/api/') ? 204 : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function follow(address = base): Live {
  const live = raceCenter(address);
  if (!live.ok) throw new Error(live.error);
  stop = live.value.listen(
    (input) => {
      taken.push(input);
      return [];
    },
    (text) => troubles.push(text),
  );
  return live.value;
}

const send = (text: string) => streams.at(-1)!.write(`event: update\ndata: ${text}\n\n`);
/** Hangs up in the middle. */
function halfOf(response: ServerResponse): void {
  response.writeHead(200, { 'content-length': '999' });
  response.write('[{"bib": 1}, {', () => response.destroy());
}

/** Two frames of the day of the race, which is another day than today. */
const speak = () => {
  send(frame(START_MS, 1));
  send(frame(START_MS + 1000, 1));
};
const topics = () => taken.map((raw) => raw.topic);
const heard = () => taken.filter((raw) => raw.topic === 'stream').map((raw) => raw.text);

describe('the live Race Center', () => {
  it('asks for the papers of the day on which the stream speaks, then follows it', async () => {
    const live = follow();
    await until('the stream is open', () => streams.length === 1);
    speak();
    await until('the papers are there', () => topics().includes('stage'));
    expect(topics()).toEqual(['stream', 'stream', 'teams', 'riders', 'checkpoints', 'trace', 'stage']);
    const read = live.reader();
    const events = taken.flatMap((input) => read(input).events);
    expect(events.map((event) => event.kind)).toEqual(['positions', 'positions', 'sheet']);
    expect(events[2]).toMatchObject({ sheet: { info: { stage: 'Stage 5 · Valbrun - Aigles' } } });
    expect(troubles).toEqual([]);
  });

  it('asks, once the stage is known, for what the stream has said before it came, by the name that the stream gives it', async () => {
    const pack = { date: '2026-07-04T14:10:00+02:00', groups: [{ order: 0, bibs: [{ bib: 1 }] }] };
    papers['/api/rankingType-2026-4'] = [{ type: 'itg', rankings: [] }];
    papers['/api/rankingType-2026-5'] = [pack];
    follow();
    await until('the stream is open', () => streams.length === 1);
    speak();
    await until('the news are there', () => topics().filter((topic) => topic === 'news').length === 2);
    expect(taken.filter(({ topic }) => topic === 'news').map(({ text }) => JSON.parse(text))).toEqual([
      { bind: 'rankingType-2026-4', data: [{ type: 'itg', rankings: [] }] },
      { bind: 'rankingType-2026-5', data: [pack] },
    ]);
    expect(topics().indexOf('news')).toBeGreaterThan(topics().indexOf('stage'));
    expect(troubles).toEqual([]);
  });

  it('comes back when it is hung up on, and does not take again what is sent again', async () => {
    follow();
    await until('the stream is open', () => streams.length === 1);
    const [a, b, c] = [0, 5, 10].map((s) => frame(START_MS + s * 1000, 1));
    send(a!);
    send(a!);
    send(b!);
    await until('two frames are there', () => heard().length === 2);
    streams[0]!.destroy();
    await until('it is back', () => streams.length === 2);
    send(b!);
    send(c!);
    await until('the third is there', () => heard().includes(c!));
    expect(heard()).toEqual([a, b, c]);
    expect(troubles).toEqual([]);
  });

  it('reads a letter that is cut in two, and a message in small pieces', async () => {
    follow();
    await until('the stream is open', () => streams.length === 1);
    const text = JSON.stringify({ bind: 'pack-2026-5', data: { name: 'Tête' } });
    const bytes = Buffer.from(`data: ${text}\n\n`);
    const cut = bytes.indexOf(0xc3) + 1;
    streams[0]!.write(bytes.subarray(0, cut));
    await new Promise((resolve) => setTimeout(resolve, 30));
    streams[0]!.write(bytes.subarray(cut));
    await until('it is read', () => heard().length === 1);
    expect(heard()).toEqual([text]);
  });

  it('goes on without papers that are missing, and says which ones it must have when they are missed twice', async () => {
    delete papers['/api/checkpoint-2026-5'];
    delete papers['/trace.json'];
    follow();
    await until('the stream is open', () => streams.length === 1);
    speak();
    await until('it says so', () => troubles.length === 2);
    expect(troubles).toEqual([
      expect.stringMatching(
        /^Race Center: .*\/api\/checkpoint-2026-5 gives no checkpoints \(there is none yet\); check the/,
      ),
      expect.stringMatching(
        /^Race Center: .*\/trace\.json gives no trace \(HTTP 404\); check the address; it is asked for/,
      ),
    ]);
    expect(topics()).toEqual(['stream', 'stream', 'teams', 'riders', 'stage']);
    stop();
    taken = [];
    papers['/elsewhere/trace.json'] = paper.trace;
    follow(`${base}/?year=2026&stage=5&trace=/elsewhere/trace.json`);
    await until('the stream is open again', () => streams.length === 2);
    speak();
    await until('the papers are there', () => topics().includes('stage'));
    expect(topics()).toEqual(['stream', 'stream', 'teams', 'riders', 'trace', 'stage']);
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['a page of its own', (response) => response.end('<!doctype html><title>Checking your browser</title>')],
    ['an empty list', (response) => response.end('[]')],
    ['nothing', (response) => response.writeHead(204).end()],
    ['a failure', (response) => response.writeHead(500).end('[]')],
    ['half of it', halfOf],
    ['a list of teams', (response) => response.end(JSON.stringify(paper.teams))],
  ])('asks again where it is given %s for a start list, without a word about one accident', async (_, fault) => {
    faults['/api/allCompetitors-2026'] = [fault];
    follow(`${base}/?stage=5`);
    await until('the stream is open', () => streams.length === 1);
    speak();
    await until('the papers are there', () => topics().includes('stage'));
    expect(taken.find(({ topic }) => topic === 'riders')!.text).toContain('FAMILY 1');
    expect(troubles).toEqual([]);
  });

  it('reads what is packed, and goes where it is sent', async () => {
    const packed = gzipSync(JSON.stringify([riderPaper(1)]));
    faults['/api/allCompetitors-2026'] = [(response) => response.writeHead(302, { location: '/elsewhere' }).end()];
    faults['/elsewhere'] = [(response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed)];
    faults['/api/team-2026'] = [
      (response) =>
        response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync(JSON.stringify(paper.teams))),
    ];
    follow(`${base}/?stage=5`);
    await until('the stream is open', () => streams.length === 1);
    speak();
    await until('the papers are there', () => topics().includes('stage'));
    expect(taken.find(({ topic }) => topic === 'riders')!.text).toBe(JSON.stringify([riderPaper(1)]));
    expect(taken.find(({ topic }) => topic === 'teams')!.text).toBe(JSON.stringify(paper.teams));
  });

  it('gives up on a server that sends it round in circles, and on one frame of no day at all', async () => {
    const round = (response: ServerResponse) => response.writeHead(301, { location: '/trace.json' }).end();
    faults['/trace.json'] = Array.from({ length: 12 }, () => round);
    follow(`${base}/?stage=5`);
    await until('the stream is open', () => streams.length === 1);
    send(frame(START_MS * 1e6, 1));
    speak();
    await until('it says so', () => troubles.length > 0);
    expect(troubles[0]).toMatch(/gives no trace \(it sends on for ever\)/);
    await until('the papers are there', () => topics().includes('trace'));
  });

  it('says that nobody answers, and goes on trying', async () => {
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    follow();
    await until('it says so', () => troubles.length === 1);
    expect(troubles[0]).toMatch(
      /^Race Center: the live stream of .* is lost \(ECONNREFUSED\); check the network; trying again\.$/,
    );
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    await until('it is there', () => streams.length === 1);
  });

  it('survives chunks that break the rules', async () => {
    const raw = createServer((_, response) => {
      const { socket } = response;
      const data = `data: ${frame(START_MS, 1)}\n\n`;
      const size = Buffer.byteLength(data).toString(16);
      // A space after the size of a chunk: what the organiser's server does.
      socket!.write(`HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${size} \r\n${data}\r\n`);
    });
    await new Promise<void>((resolve) => raw.listen(0, '127.0.0.1', resolve));
    follow(`http://127.0.0.1:${(raw.address() as AddressInfo).port}`);
    await until('it is read', () => heard().length === 1);
    stop();
    raw.closeAllConnections();
    raw.close();
  });

  it('is refused by an address that is none', () => {
    expect(raceCenter('racecenter')).toEqual({
      ok: false,
      error: '"racecenter" is no address of a Race Center; write --feed race-center:https://host.',
    });
  });
});
