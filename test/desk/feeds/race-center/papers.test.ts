import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPaperRound, type Which } from '../../../../src/desk/feeds/race-center/papers.ts';
import { paper, riderPaper } from '../../../support/recording.ts';

let server: Server;
let which: Which;
let papers: Record<string, unknown>;
let asked: IncomingMessage[];

beforeEach(async () => {
  asked = [];
  papers = {
    '/api/stage-2026': [paper.stage],
    '/api/team-2026': paper.teams,
    '/api/allCompetitors-2026': [riderPaper(1)],
    '/api/checkpoint-2026-5': paper.checkpoints,
    '/trace.json': paper.trace,
  };
  server = createServer((request, response) => {
    asked.push(request);
    const text = JSON.stringify(papers[request.url!] ?? null);
    const etag = `"${text.length}"`;
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.writeHead(text === 'null' ? 404 : 200, { etag }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  which = { base, year: 2026, stage: 5, day: '2026-07-04', language: 'en', trace: new URL('trace.json', base) };
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

it('gives all papers once, and later only what has changed, with the stage that makes the sheet', async () => {
  const round = createPaperRound();
  const topics = async () => (await round.ask(which)).papers.map(({ topic }) => topic);
  expect(await topics()).toEqual(['teams', 'riders', 'checkpoints', 'trace', 'stage']);
  expect(await topics()).toEqual([]);
  expect(asked.slice(5).every(({ headers }) => headers['if-none-match'] !== undefined)).toBe(true);
  papers['/api/allCompetitors-2026'] = [riderPaper(1), riderPaper(2)];
  expect(await topics()).toEqual(['riders', 'stage']);
});

it('keeps what was good when something else comes later', async () => {
  const round = createPaperRound();
  await round.ask(which);
  papers['/api/allCompetitors-2026'] = [];
  delete papers['/trace.json'];
  expect(await round.ask(which)).toEqual({ papers: [], missing: [], isComplete: true });
});

it('gives what there is of the papers of a race without a road, and says what is missing', async () => {
  const round = createPaperRound();
  const trace = papers['/trace.json'];
  papers['/trace.json'] = { routePoints: [] };
  const { papers: some, missing, isComplete } = await round.ask(which);
  expect(isComplete).toBe(false);
  expect(some.map(({ topic }) => topic)).toEqual(['teams', 'riders', 'checkpoints', 'stage']);
  expect(missing).toEqual([expect.stringMatching(/\/trace\.json gives no trace \(what comes is something else\)$/)]);
  papers['/trace.json'] = trace;
  expect((await round.ask(which)).papers.map(({ topic }) => topic)).toEqual(['trace', 'stage']);
  delete papers['/api/allCompetitors-2026'];
  expect((await createPaperRound().ask(which)).papers).toEqual([]);
  expect((await createPaperRound().ask({ ...which, stage: 9 })).missing).toEqual([
    expect.stringMatching(/has no stage for 9 of 2026$/),
  ]);
});
