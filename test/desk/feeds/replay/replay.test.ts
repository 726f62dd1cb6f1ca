import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Playable } from '../../../../src/desk/feeds/feed.ts';
import { inOrder } from '../../../../src/desk/feeds/replay/in-order.ts';
import { openReplay } from '../../../../src/desk/feeds/replay/index.ts';
import { parserOf } from '../../../support/feeds.ts';
import { START_MS } from '../../../support/race.ts';
import { frame, recording } from '../../../support/recording.ts';

const folder = mkdtempSync(join(tmpdir(), 'ardoise-replay-'));
const good = recording({ riders: 3, seconds: 300, every: 6 });

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function opened(path: string): Playable {
  const replay = openReplay(path, parserOf);
  if (!replay.ok) throw new Error(replay.error);
  return replay.value;
}

const errorOf = (path: string): string => {
  const replay = openReplay(path, parserOf);
  return replay.ok ? 'it opened' : replay.error;
};

describe('a recording', () => {
  it('plays its papers, then its frames, on the clock of the race', () => {
    const playable = opened(file('stage.json', good));
    expect(playable.title).toBe('replay of stage.json (Stage 5 - Aigles)');
    expect(playable.span).toEqual({ fromMs: START_MS + 60_000, toMs: START_MS + 360_000 });
    const inputs = [...playable.play(0)];
    expect(inputs.slice(0, 6).map(({ topic }) => topic)).toEqual([
      'teams',
      'riders',
      'checkpoints',
      'trace',
      'stage',
      'stream',
    ]);
    expect(inputs.at(-1)!.atMs).toBe(playable.span.toMs);
    const read = playable.reader();
    const kinds = inputs.flatMap((input) => read(input).events.map((event) => event.kind));
    expect(kinds).toEqual(['sheet', ...Array(51).fill('positions')]);
  });

  it('is read gzipped as well', () => {
    expect([...opened(file('stage.json.gz', gzipSync(good))).play(0)]).toHaveLength(56);
  });

  it('knows when the head of the race is somewhere, by racing it', () => {
    const playable = opened(file('moment.json', good));
    // 10 m/s from km 0 at the start.
    expect(playable.momentAt(2000)).toBeGreaterThan(START_MS + 190_000);
    expect(playable.momentAt(2000)).toBeLessThan(START_MS + 230_000);
    expect(playable.momentAt(40_000)).toBeNull();
  });

  it('plays a frame that cannot be read where it lies', () => {
    const broken = JSON.parse(good);
    broken.events.splice(10, 0, '{"bind":"telemetryComp');
    const inputs = [...opened(file('broken.json', JSON.stringify(broken))).play(0)];
    expect(inputs[15]).toMatchObject({ topic: 'stream', atMs: inputs[14]!.atMs });
  });
});

describe('a file that is none', () => {
  it('is refused in one sentence that says what to do', () => {
    expect(errorOf(join(folder, 'nothing.json'))).toMatch(/nothing\.json: there is no such file; check the path\.$/);
    expect(errorOf(folder)).toMatch(/this is a folder; name a file in it\.$/);
    expect(errorOf(file('cut.json', good.slice(0, 5000)))).toMatch(/is not complete JSON: .*copy it again\.$/);
    const cut = gzipSync(good).subarray(0, 2000);
    expect(errorOf(file('cut.json.gz', cut))).toMatch(/is not complete JSON: .*copy it again\.$/);
    const bad = Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), Buffer.from('no gzip at all')]);
    expect(errorOf(file('bad.json.gz', bad))).toMatch(/is a damaged gzip file: copy or download it again\.$/);
    expect(errorOf(file('empty.json', ''))).toMatch(/is not complete JSON/);
    expect(errorOf(file('other.json', '{"version":7}'))).toMatch(/is not a recording of version 1, nor a tape/);
    expect(errorOf(file('bare.json', '{"version":1,"rest":{},"events":[]}'))).toMatch(/without papers or frames/);
  });
});

describe('a tape', () => {
  const head = { tape: 1, feed: 'race-center', title: 'a test', source: 'test', startedAt: 0 };
  const line = (entry: object) => `${JSON.stringify(entry)}\n`;
  const raws = [...opened(file('for-tape.json', good)).play(0)];

  it('plays what was taken in, not what was on air', () => {
    const entries = raws.map((raw, i) => line({ at: i, raw })).join('');
    const command = line({ at: 1, command: { do: 'take' }, author: 'control 1' });
    const playable = opened(file('a.ndjson', `${line(head)}${command}${entries}`));
    expect(playable.title).toBe('replay of a.ndjson (a test)');
    expect([...playable.play(0)]).toEqual(raws);
    expect(playable.momentAt(2000)).not.toBeNull();
  });

  it('loses only the line that a killed desk could not finish', () => {
    const text = line(head) + raws.map((raw, i) => line({ at: i, raw })).join('');
    expect([...opened(file('cut.ndjson', text.slice(0, -40))).play(0)]).toEqual(raws.slice(0, -1));
  });

  it('is refused when it is empty or of a feed that is not known', () => {
    expect(errorOf(file('empty.ndjson', line(head)))).toMatch(/is a tape with nothing on it/);
    expect(
      errorOf(
        file('odd.ndjson', line({ ...head, feed: 'odd' }) + line({ at: 1, raw: { topic: 't', text: '', atMs: 1 } })),
      ),
    ).toMatch(/a feed "odd" that this desk does not know/);
    expect(errorOf(file('new.ndjson', line({ ...head, tape: 3 })))).toMatch(/is no tape that this desk can read/);
  });

  it('reads each line by its own feed, also where two are of a kind', () => {
    const raw = (feed: string, topic: string, text: string) => ({ at: 1, feed, raw: { topic, text, atMs: START_MS } });
    const sheet = { t: START_MS, bib: 1, status: 'abandoned' };
    const frames = [
      raw('race-center#2', 'stream', frame(START_MS, 2)),
      raw('simulation', 'status', JSON.stringify(sheet)),
      raw('desk', 'operator', '{"kind":"camera","group":null}'),
    ];
    const playable = opened(file('two.ndjson', [line(head), ...frames.map((one) => line(one))].join('')));
    expect(playable.feeds).toEqual(['race-center#2', 'simulation']);
    const read = playable.reader();
    const kinds = [...playable.play(0)].slice(0, 2).flatMap((input) => read(input).events.map(({ kind }) => kind));
    expect(kinds).toEqual(['positions', 'rider-status']);
    expect(errorOf(file('morse.ndjson', line(head) + line(raw('morse', 't', ''))))).toMatch(/a feed "morse"/);
  });

  it('puts in order what came before the clock was known, and what was said after seeking back', () => {
    const input = (atMs: number, text: string) => ({ feed: text === 'said' ? 'desk' : 'f', topic: 't', atMs, text });
    const inputs = [input(0, 'paper'), input(50, 'a'), input(90, 'b'), input(60, 'said'), input(95, 'c')];
    expect(inOrder(inputs)).toEqual([
      input(50, 'paper'),
      input(50, 'a'),
      input(60, 'said'),
      input(90, 'b'),
      input(95, 'c'),
    ]);
  });
});
