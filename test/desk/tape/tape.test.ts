import { appendFileSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRecorder, noPast } from '../../../src/desk/recorder.ts';
import { readTape } from '../../../src/desk/tape/read.ts';
import { leftBehind } from '../../../src/desk/tape/resume.ts';
import { newTape, sameTape } from '../../../src/desk/tape/write.ts';
import { nothingLeaves } from '../../../src/show/auto-out.ts';
import type { Command } from '../../../src/show/command.ts';
import type { Params } from '../../../src/show/manifest.ts';
import { emptyShow } from '../../../src/show/show.ts';
import { manifest } from '../../support/small-desk.ts';
import { plainOf } from '../../support/tapes.ts';

const head = { tape: 1, feed: 'race-center', title: 'a test', source: 'simulation  1', startedAt: 1000 } as const;
const take: Command = { do: 'take-direct', overlay: 'gap-ticker', layer: 'stack', params: { groups: 3 } };
const input = (atMs: number, text = `at ${atMs}`) => ({ feed: 'race-center', topic: 'stream', atMs, text });
const camera = (atMs: number) => ({ feed: 'desk', topic: 'operator', atMs, text: '{"kind":"camera","group":null}' });

const manifests = new Map([[manifest.id, manifest]]);

const hearers = { trouble: () => {}, mended: () => {}, now: () => 0 };

/** A tape in a folder of its own, under a time of day moved by hand. */
function recorded(name = '2026-07-04T12-00-00-race-center.ndjson') {
  const folder = mkdtempSync(join(tmpdir(), 'ardoise-tape-'));
  const file = join(folder, name);
  const day = { ms: 10_000 };
  const recorder = createRecorder(newTape(file, head, hearers), noPast, () => day.ms);
  const lines = () =>
    plainOf(file)
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => JSON.parse(line));
  const left = (source: string = head.source, nowMs = day.ms + 1000) => leftBehind(folder, source, manifests, nowMs);
  return { folder, file, recorder, day, lines, left };
}

describe.each(['a.ndjson', 'a.ndjson.gz'])('a tape, %s,', (name) => {
  it('holds every input and every command with its author, as soon as it is written', () => {
    const { recorder, lines } = recorded(name);
    recorder.input(input(5));
    recorder.command(take, 'control 2');
    recorder.end();
    expect(lines()).toEqual([
      { at: 10_000, feed: 'race-center', raw: { topic: 'stream', text: 'at 5', atMs: 5 } },
      { at: 10_000, command: take, author: 'control 2' },
      { at: 10_000, end: true },
    ]);
  });

  it('holds what a feed gives again only once, but all that an operator says', () => {
    const { recorder, lines } = recorded(name);
    const feed = [input(1, 'paper'), input(1, 'frame'), input(2), input(3), input(3, 'twice')];
    for (const one of feed.slice(0, 4)) recorder.input(one);
    recorder.restart();
    for (const one of [...feed, input(4)]) recorder.input(one);
    const said = camera(2);
    recorder.input(said);
    recorder.restart();
    // Sought back: it comes again with the feed. Said once more, it is another one.
    for (const one of [...feed, said, input(4)]) recorder.input(one);
    recorder.input(camera(2));
    expect(lines().map(({ feed, raw }) => ({ feed, ...raw }))).toEqual([...feed, input(4), said, camera(2)]);
  });

  it('goes on after the newest word of an operator, or a newer one would be spoken before it', () => {
    const { recorder, left, day } = recorded(name);
    recorder.clock({ atMs: 1000, rate: 1 }, true);
    day.ms += 400;
    recorder.input(camera(1400));
    expect(left()!.clock).toEqual({ atMs: 1400, rate: 1 });
    expect(left()!.clockAt).toBe(day.ms);
    recorder.clock({ atMs: 700, rate: 1 }, true);
    expect(left()!.clock.atMs, 'sought back after it').toBe(700);
  });

  it('notes the clock once a second, and whenever it is set', () => {
    const { recorder, lines, day } = recorded(name);
    for (let i = 0; i < 80; i += 1) {
      recorder.clock({ atMs: i * 25, rate: 1 }, false);
      day.ms += 25;
    }
    recorder.clock({ atMs: 1, rate: 0 }, false);
    recorder.clock({ atMs: 2, rate: 0 }, true);
    expect(lines().map(({ clock }) => clock.atMs)).toEqual([0, 1000, 2]);
  });
});

describe('a desk that was killed', () => {
  it('leaves its race, its show and its clock', () => {
    const { recorder, left, day, file } = recorded();
    recorder.input(input(0, 'paper'));
    recorder.input(input(50_000));
    recorder.command(take, 'control 1');
    recorder.clock({ atMs: 51_000, rate: 4 }, true);
    recorder.input(camera(51_500));
    day.ms += 400;
    recorder.clock({ atMs: 52_000, rate: 0 }, true);
    expect(left()).toEqual({
      file,
      inputs: [input(0, 'paper'), input(50_000), camera(51_500)],
      said: [camera(51_500)],
      held: { atMs: 50_000, count: 2 },
      kept: {
        show: {
          ...emptyShow,
          program: {
            stack: { overlay: 'gap-ticker', params: { groups: 3, mode: 'gap', trend: true }, step: 0 },
          },
        },
        done: { by: { ...take, params: { groups: 3, mode: 'gap', trend: true } }, program: {}, next: null },
        undone: null,
      },
      log: [],
      autoOut: nothingLeaves,
      rundowns: null,
      leftOut: [],
      clock: { atMs: 52_000, rate: 0 },
      clockAt: 10_400,
      rate: 4,
      takers: { 'gap-ticker': 'control 1' },
      air: { rows: [], spoken: [] },
    });
  });

  it('is taken up only by a desk that was asked for the same, soon, and not after a clean end', () => {
    const { recorder, left, day } = recorded();
    recorder.command(take, 'http');
    expect(left('simulation 2')).toBeNull();
    expect(left(head.source, day.ms + 9 * 60_000)).not.toBeNull();
    expect(left(head.source, day.ms + 11 * 60_000)).toBeNull();
    recorder.end();
    expect(left()).toBeNull();
    expect(leftBehind('/nowhere/at/all', head.source, manifests, 0)).toBeNull();
  });

  it.each([
    { name: 'a.ndjson', broken: 1 },
    { name: 'a.ndjson.gz', broken: 0 },
  ])('loses only the line that it could not finish, and its tape goes on behind it: $name', ({ name, broken }) => {
    const { recorder, left, file } = recorded(name);
    recorder.input(input(1));
    recorder.input(input(2));
    truncateSync(file, readFileSync(file).length - 10);
    expect(left()!.inputs).toEqual([input(1)]);
    const again = createRecorder(sameTape(file, hearers), left()!, () => 20_000);
    for (const one of [input(1), input(2), input(3)]) again.input(one);
    const tape = readTape(file, plainOf(file));
    if (!tape.ok) throw new Error(tape.error);
    expect(tape.value.broken).toBe(broken);
    expect(left()!.inputs).toEqual([input(1), input(2), input(3)]);
  });

  it('comes back without what no longer fits the manifests, and says what that was', () => {
    const { recorder, left } = recorded();
    const direct = (overlay: string, params: Params): Command => ({
      do: 'take-direct',
      overlay,
      layer: 'sheet',
      params,
    });
    recorder.command(direct('gone', {}), 'control 1');
    recorder.command(direct('gap-ticker', { groups: 9, mode: 'interval', size: 3 }), 'control 1');
    recorder.command({ do: 'next', overlay: 'gap-ticker', steps: 9 }, 'control 1');
    recorder.command({ do: 'next', overlay: 'gap-ticker', steps: 9 }, 'control 1');
    expect(left()!.kept.show.program).toEqual({
      stack: { overlay: 'gap-ticker', params: { groups: 5, mode: 'interval', trend: true }, step: 1 },
    });
    expect(left()!.leftOut).toEqual([
      'A command on the tape no longer fits and was left out: There is no overlay "gone"; there are gap-ticker.',
      expect.stringMatching(/^A parameter on the tape .+ left out: 9 does not fit groups of gap-ticker: .+\.$/),
      expect.stringMatching(/^A parameter on the tape .+ left out: gap-ticker has no "size"; .+\.$/),
    ]);
  });

  it('comes back as clean as a panic left it', () => {
    const { recorder, left } = recorded();
    recorder.command(take, 'control 1');
    recorder.command({ do: 'panic' }, 'control 1');
    expect(left()!.kept.show).toEqual({ ...emptyShow, cut: true, latched: true });
  });

  it.each(['a.ndjson', 'a.ndjson.gz'])('taken up again and again has each word of an operator once, on %s', (name) => {
    const { recorder, left, file, lines } = recorded(name);
    recorder.input(input(1));
    recorder.input(camera(2));
    for (let i = 0; i < 3; i += 1) {
      const again = left()!;
      const next = createRecorder(sameTape(file, hearers), again, () => 20_000 + i);
      for (const one of again.inputs) next.input(one);
      next.input(input(3 + i));
    }
    expect(lines().map(({ raw }) => raw.atMs)).toEqual([1, 2, 3, 4, 5]);
  });

  it('finds its own tape among those of others, newer ones too', () => {
    const { folder, recorder, left, file } = recorded();
    recorder.input(input(1));
    const other = (startedAt: number, source: string) =>
      newTape(join(folder, '2026-07-04T13-00-00-simulation.ndjson'), { ...head, startedAt, source }, hearers);
    const one = other(2000, 'simulation  2');
    const two = other(2000, 'simulation  3');
    // Begun in the same second: never the same file.
    expect(two.file).not.toBe(one.file);
    one.keep({ at: 10_000, command: take, author: 'http' });
    expect(left()!.file).toBe(file);
    expect(left('simulation  2')!.file).toBe(one.file);
    expect(left('simulation  4')).toBeNull();
  });

  it('reads a tape whose lines name no feed as all of its first', () => {
    const { left, file } = recorded();
    appendFileSync(file, '{"at":10000,"raw":{"topic":"stream","text":"old","atMs":7}}\n');
    expect(left()!.inputs).toEqual([input(7, 'old')]);
  });

  it('is not hindered by junk on its tape or another file beside it', () => {
    const { recorder, left, file, folder } = recorded();
    recorder.input(input(1));
    appendFileSync(file, 'junk\n{"at":"soon"}\n{"at":5,"command":{"do":"explode"}}\n');
    writeFileSync(join(folder, 'notes.txt'), 'hello');
    recorder.input(input(2));
    expect(left()!.inputs).toEqual([input(1), input(2)]);
  });
});
