import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readArguments } from '../../../src/desk/arguments.ts';
import { broughtBy, withBroughtAgain } from '../../../src/desk/tape/brought.ts';
import { headIn } from '../../../src/desk/tape/newest.ts';
import { newTape } from '../../../src/desk/tape/write.ts';
import { kinds } from '../../support/feeds.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ardoise-brought-'));
});
const argsOf = (...words: string[]) => {
  const args = readArguments(words, kinds);
  if (!args.ok) throw new Error(args.error);
  return args.value;
};
const fileOf = (name: string): string => {
  writeFileSync(join(folder, name), '');
  return join(folder, name);
};
/** A tape of a desk that was started with these words. */
function tapeOf(name: string, ...words: string[]): string {
  const file = join(folder, name);
  const brought = broughtBy(argsOf(...words));
  const head = {
    tape: 2,
    feed: 'positions',
    title: 'a race',
    source: '',
    startedAt: 1,
    brought,
    isLive: true,
  } as const;
  newTape(file, head, { trouble: () => {}, mended: () => {}, now: () => 0 }).close();
  return file;
}
const again = (...words: string[]) => {
  const { args, said, missing } = withBroughtAgain(argsOf(...words));
  const { course, track, laps, riders, rules, starts } = args;
  return { course, track, laps, riders, rules, starts, said, missing };
};
const none = { course: null, track: null, laps: null, riders: null, rules: null, starts: null, said: [], missing: [] };

describe('a tape that is played', () => {
  it('has what was brought along to its race, said in one sentence', () => {
    const [course, riders] = [fileOf('lap.gpx'), fileOf('riders.csv')];
    const tape = tapeOf('a.ndjson.gz', '--course', course, '--laps', '12', '--riders', riders, '--rules', 'tour-2025');
    expect(again('--feed', `replay:${tape}`)).toEqual({
      ...{ ...none, course, laps: 12, riders, rules: 'tour-2025' },
      said: [
        `The tape is played with what it was made with: --course ${course} --riders ${riders} --rules tour-2025 --laps 12.`,
      ],
    });
  });

  it('is forecast by the same past, of which its head has the folder', () => {
    const tape = tapeOf('a.ndjson.gz', '--history', folder);
    expect(headIn(tape)?.brought).toEqual({ history: folder });
    const words = argsOf('--feed', `replay:${tape}`);
    expect(withBroughtAgain(words).args.history).toBe(folder);
    expect(withBroughtAgain({ ...words, history: 'another' }).args.history).toBe('another');
  });

  it('has what its user says instead: of another road the laps are others too', () => {
    const [course, other, riders] = ['lap.gpx', 'other.gpx', 'riders.csv'].map(fileOf);
    const tape = tapeOf('a.ndjson', '--course', course!, '--track', '2', '--laps', '12', '--riders', riders!);
    const words = ['--feed', `replay:${tape}`];
    expect(again(...words, '--course', other!)).toMatchObject({ course: other, track: null, laps: null, riders });
    expect(again(...words, '--laps', '3')).toMatchObject({ course, track: 2, laps: 3, riders });
  });

  it('goes without what is not there any more, and says what that was', () => {
    const [course, riders] = ['lap.gpx', 'riders.csv'].map(fileOf);
    const tape = tapeOf('a.ndjson.gz', '--course', course!, '--track', '2', '--riders', riders!);
    rmSync(course!);
    expect(again('--feed', `replay:${tape}`)).toEqual({
      ...{ ...none, riders },
      said: [`The tape is played with what it was made with: --riders ${riders}.`],
      missing: [`The tape was made with --course ${course}, which is not there any more: bring it with --course.`],
    });
  });

  it('is as it was where nothing was brought along, and so is every other feed', () => {
    expect(again('--feed', `replay:${tapeOf('a.ndjson.gz')}`)).toEqual(none);
    expect(again('--feed', `replay:${join(folder, 'nothing')}`)).toEqual(none);
    expect(again('--feed', 'simulation', '--laps', '2')).toEqual({ ...none, laps: 2 });
  });
});
