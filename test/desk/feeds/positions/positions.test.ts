import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { toJsonSchema } from '@valibot/to-json-schema';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { FromFeed, Live } from '../../../../src/desk/feeds/feed.ts';
import positions from '../../../../src/desk/feeds/positions/index.ts';
import { parse, readMessage, textOfMessage } from '../../../../src/desk/feeds/positions/parse.ts';
import { messageShape } from '../../../../src/desk/feeds/positions/shape.ts';
import { type SmallDesk, smallDesk } from '../../../support/small-desk.ts';

const CAME_MS = Date.parse('2026-07-05T13:05:12.250Z');
const read = (said: object) => readMessage(textOfMessage(JSON.stringify(said), CAME_MS));
const fix = { bib: '31', lat: 45.9, lon: 6.1 };

describe('a message of positions', () => {
  it('is of the moment that its rows tell, or of the one at which it came', () => {
    const { events, faults, rows } = read({
      positions: [fix, { ...fix, bib: 7, at: '2026-07-05T13:05:02Z', speedKph: 40, batteryPct: 12 }],
    });
    expect([faults, rows]).toEqual([[], 2]);
    expect(events).toEqual([
      {
        kind: 'positions',
        atMs: CAME_MS,
        samples: [
          { ...fix, speedKph: null, atMs: CAME_MS },
          { ...fix, bib: '7', speedKph: 40, batteryPct: 12, atMs: CAME_MS - 10_250 },
        ],
      },
    ]);
  });

  it('has crossings, statuses and riders as well', () => {
    const { events } = read({
      riders: [{ bib: 31, family: 'Novák', team: 'Morava', nation: 'cze' }],
      passings: [{ bib: '31', mark: 'finish', lap: 3, at: CAME_MS - 4000 }],
      statuses: [{ bib: '31', status: 'abandoned' }],
    });
    expect(events).toMatchObject([
      { kind: 'sheet', sheet: { teams: [{ code: 'MOR' }] } },
      { kind: 'rider-status', bib: '31', status: 'abandoned', atMs: CAME_MS },
      { kind: 'passings', passings: [{ bib: '31', mark: 'finish', lap: 3, atMs: CAME_MS - 4000 }] },
    ]);
    const sheet = events[0]?.kind === 'sheet' ? events[0].sheet : null;
    expect(sheet?.riders.get('31')).toMatchObject({ family: 'Novák', team: 'MOR', nation: 'CZE' });
  });

  it('loses no row for another one that is wrong, and says which that is', () => {
    const wrong = [{ ...fix, lat: 95 }, { ...fix, bib: ' ' }, { ...fix, at: 1_780_000_000 }, 'x', { ...fix, lon: '6' }];
    const { events, faults, rows } = read({ positions: [...wrong, fix, { ...fix, lat: Number.NaN }], passings: {} });
    expect(rows).toBe(1);
    expect(events).toMatchObject([{ samples: [fix] }]);
    expect(faults).toEqual([
      'passings is no list; it was left out',
      'positions[0].lat is 95: write a number from -90 to 90; this row was left out',
      'positions[1].bib is " ": write the number of a rider, or the name of his device; this row was left out',
      'positions[2].at is 1780000000: write milliseconds since 1970, or a time such as "2026-07-05T13:05:12.250Z"; this row was left out',
      'positions[3] is "x": write fields in braces, such as {"bib": "31"}; this row was left out',
      '2 more rows do not fit and were left out',
    ]);
  });

  it('says of each row what is wrong, where, and what to write instead', () => {
    const { faults } = read({
      positions: [{ bib: '31', lat: 45.9 }, { ...fix, lon: null }, null],
      passings: [{ bib: '31', mark: 'finish', lap: 0.5 }],
      riders: [{ bib: '31', family: ['x'.repeat(60)] }],
    });
    expect(faults).toEqual([
      `riders[0].family is ["${'x'.repeat(38)}…: write a text of 100 letters at most; this row was left out`,
      'passings[0].lap is 0.5: write a whole number from 1; this row was left out',
      'positions[0] has no lon: write a number from -180 to 180; this row was left out',
      'positions[1].lon is null: write a number from -180 to 180; this row was left out',
      'positions[2] is null: write fields in braces, such as {"bib": "31"}; this row was left out',
    ]);
    const status = read({ statuses: [{ bib: '31', status: 'tired' }] }).faults;
    expect(status).toEqual([expect.stringMatching(/^statuses\[0\]\.status is "tired": write one of .*abandoned/)]);
  });

  it('is refused where it is none', () => {
    for (const said of [{}, { position: [fix] }])
      expect(read(said).faults).toEqual([expect.stringMatching(/^a message is JSON such as/)]);
    expect(parse({ topic: 'other', text: '' }).faults).toEqual(['there is no topic "other"; it was left out']);
  });

  it('has a schema that says the same: -u writes it anew', async () => {
    const schema = { title: 'A message to /api/feed/positions', ...toJsonSchema(messageShape, { typeMode: 'input' }) };
    const file = join(import.meta.dirname, '../../../../src/desk/feeds/positions/positions.schema.json');
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(file);
  });
});

describe('the door of positions', () => {
  const opened = positions.open();
  if (!opened.ok) throw new Error(opened.error);
  const live: Live = opened.value;
  let taken: FromFeed[] = [];
  let desk: SmallDesk;
  beforeAll(async () => {
    desk = await smallDesk({ feedDoors: live.doors! });
  });
  afterAll(() => desk.stop());
  beforeEach(() => {
    taken = [];
  });
  const address = () => `${desk.url}/api/feed/positions`;
  const post = async (body: string, headers = {}) => {
    const answer = await fetch(address(), { method: 'POST', body, headers });
    return { status: answer.status, ...(await answer.json()) };
  };
  const listening = () =>
    live.listen(
      (input) => {
        taken.push(input);
        return [];
      },
      () => {},
    );

  it('asks to come again while the desk starts, so that nothing is lost', async () => {
    expect(await post(JSON.stringify({ positions: [fix] }))).toMatchObject({ status: 503, ok: false });
  });

  it('takes what fits and answers what does not', async () => {
    const stop = listening();
    expect(await post(JSON.stringify({ positions: [fix, { ...fix, lat: 95 }] }))).toEqual({
      status: 200,
      ok: true,
      taken: 1,
      error: expect.stringMatching(/^positions\[1\]\.lat/),
    });
    expect(taken).toHaveLength(1);
    expect(await post('{"positions": [')).toMatchObject({
      status: 400,
      error: 'This is not JSON: nothing of it was taken in.',
    });
    expect(await post(`"${'x'.repeat(1_100_000)}"`)).toMatchObject({ status: 413 });
    expect(await post('{}', { origin: 'http://evil.example' })).toMatchObject({ status: 401 });
    expect(taken).toHaveLength(1);
    expect(await (await fetch(address())).json()).toMatchObject({ title: 'A message to /api/feed/positions' });
    stop();
    expect(await post(JSON.stringify({ positions: [fix] }))).toMatchObject({ status: 503 });
  });

  it('is a WebSocket as well: dropped and begun again ten times, it loses nothing that it acknowledged', async () => {
    const stop = listening();
    const bibs: string[] = [];
    for (let drop = 0; drop < 10; drop += 1) {
      const socket = new WebSocket(address().replace('http', 'ws'));
      await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
      let acknowledged = 0;
      const all = new Promise<void>((resolve) =>
        socket.on('message', (data) => {
          expect(JSON.parse(String(data))).toEqual({ ok: true, taken: 1 });
          acknowledged += 1;
          if (acknowledged === 50) resolve();
        }),
      );
      for (let n = 0; n < 50; n += 1) {
        bibs.push(`${drop}-${n}`);
        socket.send(JSON.stringify({ positions: [{ ...fix, bib: `${drop}-${n}` }] }));
      }
      await all;
      socket.terminate();
    }
    const heard = taken
      .flatMap(({ text }) => readMessage(text).events)
      .flatMap((e) => (e.kind === 'positions' ? e.samples : []));
    expect(heard.map(({ bib }) => bib)).toEqual(bibs);
    stop();
  });

  const readme = readFileSync(join(import.meta.dirname, '../../../../README.md'), 'utf8');
  const example = (language: string) => {
    const code = readme.match(new RegExp(`\`\`\`${language}\\n([^\`]*/api/feed/positions[\\s\\S]*?)\`\`\``))?.[1];
    if (!code) throw new Error(`the README has no example in ${language}`);
    return code.replaceAll('http://127.0.0.1:4000', desk.url);
  };
  const run = promisify(execFile);

  it('is what the example of the README in JavaScript does', async () => {
    const stop = listening();
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', example('js')]);
    expect(stdout.trim().split(/\n+/)).toEqual(['{"ok":true,"taken":1}', '{"ok":true,"taken":1}']);
    expect(taken).toHaveLength(2);
    stop();
  });

  it('is what the example in Python does, where there is a Python', async ({ skip }) => {
    const isThere = await run('python3', ['--version']).then(
      () => true,
      () => false,
    );
    if (!isThere) return skip();
    const stop = listening();
    const { stdout } = await run('python3', ['-c', example('python')]);
    expect(stdout.trim().split(/\n+/)).toEqual(['{"ok":true,"taken":1}', '{"ok":true,"taken":1}']);
    expect(taken).toHaveLength(2);
    stop();
  });
});
