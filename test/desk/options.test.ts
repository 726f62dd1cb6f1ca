import { describe, expect, it } from 'vitest';
import { readOptions, readTrack, readWords } from '../../src/desk/options.ts';

const options = { out: { type: 'string' }, json: { type: 'boolean', default: false } } as const;

describe('the words of a command line', () => {
  it('are read by their options', () => {
    expect(readOptions(['--out', 'a'], options)).toMatchObject({ ok: true, value: { out: 'a', json: false } });
    expect(readWords(['fit', '--json', 'b'], options)).toMatchObject({
      ok: true,
      value: { values: { json: true }, positionals: ['fit', 'b'] },
    });
  });

  it.each([
    [['--nothing'], /^Unknown option '--nothing'.*; --help lists what there is\.$/],
    [['more'], /^Unexpected argument 'more'.*; --help lists what there is\.$/],
    [['--out'], /^Option '--out <value>' argument missing; --help lists what there is\.$/],
  ])('are refused in one sentence where they are not known: %s', (words, sentence) => {
    expect(readOptions(words, options)).toEqual({ ok: false, error: expect.stringMatching(sentence) });
  });

  it('name a track of a file', () => {
    expect(readTrack(undefined)).toEqual({ ok: true, value: null });
    expect(readTrack('2')).toEqual({ ok: true, value: 2 });
    for (const text of ['0', '1.5', '', 'two']) expect(readTrack(text)).toMatchObject({ ok: false });
  });
});
