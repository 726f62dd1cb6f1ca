import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readManifests } from '../../../src/desk/manifests.ts';
import { readRenderArguments } from '../../../src/desk/render/arguments.ts';
import { materialOf, spanOf } from '../../../src/desk/render/asked-material.ts';
import { frameRates, frameTimes } from '../../../src/desk/render/frame-times.ts';
import { createShowTrack } from '../../../src/desk/render/show-track.ts';
import { emptyFolder } from '../../support/desk.ts';
import { kinds } from '../../support/feeds.ts';
import { recording } from '../../support/recording.ts';

const manifests = await readManifests('overlays');
const folder = await emptyFolder();
const tape = join(folder, 'stage.json');
// From 14:01:00 where the race is, for a minute.
writeFileSync(tape, recording({ riders: 4, seconds: 60, every: 2 }));

function shown(show: unknown) {
  const file = join(folder, 'show.json');
  writeFileSync(file, typeof show === 'string' ? show : JSON.stringify(show));
  return materialOf(tape, { show: file }, kinds, manifests);
}

function sentence(show: unknown): string {
  const material = shown(show);
  return material.ok ? 'all is well' : material.error.replaceAll(folder, '');
}

const take = { do: 'take-direct', overlay: 'gap-ticker' };

describe('a show file', () => {
  it('says what is on air when, by the clock of the race or by seconds, in any order; what leaves by itself does', () => {
    const material = shown([
      { at: '14:01:20', ...take, outS: 5 },
      { at: 10, do: 'take-direct', overlay: 'position-tower' },
      { at: '0.5s', do: 'cue', overlay: 'climb-card' },
    ]);
    if (!material.ok) throw new Error(material.error);
    expect(material.value.material.commands.map(({ ms }) => ms)).toEqual([500, 10_000, 20_000]);
    const track = createShowTrack(material.value.material, manifests);
    const onAirAt = (ms: number) => {
      track.to(ms);
      return Object.values(track.show().program).map(({ overlay }) => overlay);
    };
    expect([9999, 10_000, 20_000, 24_999, 25_000].map(onAirAt)).toEqual([
      [],
      ['position-tower'],
      ['gap-ticker'],
      ['gap-ticker'],
      [],
    ]);
  });

  it('is refused in one sentence with the place', () => {
    expect(sentence('[')).toMatch(/^\/show.json is not JSON/);
    expect(sentence({})).toBe('/show.json: a list of commands is wanted.');
    expect(sentence([{ at: 1, ...take }, { ...take }])).toMatch(/^\/show.json, command 2: .+\.$/);
    expect(sentence([{ at: 1, ...take }, 7])).toMatch(/^\/show.json, command 2: an object/);
    expect(sentence([{ at: 'noon', ...take }])).toMatch(/^\/show.json, command 1: "at" noon is no moment/);
    expect(sentence([{ at: 99, ...take }])).toMatch(/lies behind the end: there are 60 seconds/);
    expect(sentence([{ at: '09:00:00', ...take }])).toMatch(/command 1: "at" 09:00:00: At that time nothing/);
    expect(sentence([{ at: 1, do: 'take-direct', overlay: 'nobody' }])).toMatch(/^\/show.json, command 1: .*nobody/);
    expect(sentence([{ at: 1, ...take, params: { groups: 'many' } }])).toMatch(/command 1: .*groups/);
  });

  it('is needed where nothing was ever on air', () => {
    expect(materialOf(tape, { show: null }, kinds, manifests)).toMatchObject({
      error: expect.stringMatching(/--show/),
    });
  });
});

describe('a tape that cannot be rendered', () => {
  const asked = (file: string) => {
    const material = materialOf(join(folder, file), { show: null }, kinds, manifests);
    return material.ok ? 'all is well' : material.error.replaceAll(folder, '');
  };
  const line = (object: object) => `${JSON.stringify(object)}\n`;
  const head = { feed: 'race-center', title: 'a test', source: '', startedAt: 1000 };

  it('says why in one sentence', () => {
    writeFileSync(join(folder, 'new.ndjson'), line({ tape: 9, ...head }));
    writeFileSync(
      join(folder, 'dumb.ndjson'),
      line({ tape: 2, ...head }) + line({ at: 1000, raw: { atMs: 5, topic: 'stream', text: '{}' } }),
    );
    expect(asked('nowhere.ndjson')).toMatch(/^\/nowhere.ndjson: there is no such file/);
    expect(asked('new.ndjson')).toMatch(/^\/new.ndjson is no tape that this desk can read/);
    expect(asked('dumb.ndjson')).toMatch(/^Nothing was ever on air on \/dumb.ndjson/);
  });
});

describe('what is asked of a rendering', () => {
  const span = (from: string | null, to: string | null) => {
    const material = shown([{ at: 1, ...take }]);
    if (!material.ok) throw new Error(material.error);
    const frames = spanOf({ from, to }, material.value.material, frameTimes(frameRates['25']!));
    return frames.ok ? frames.value : frames.error;
  };
  it('is a span of frames, all of the tape where nobody says', () => {
    expect(span('14:01:02', '4')).toEqual({ from: 50, to: 100 });
    expect(span(null, null)).toEqual({ from: 0, to: 1500 });
    expect(span('4', '4')).toMatch(/^There is no frame between/);
    expect(span('1:23', null)).toMatch(/^--from 1:23: At that time/);
    expect(span('1h', null)).toMatch(/lies behind the end/);
  });

  const words = (...given: string[]) => readRenderArguments(['--tape', 'a', '--out', 'b', ...given]);
  it('is refused in one sentence where it does not fit', () => {
    expect(words()).toMatchObject({ ok: true, value: { fps: '50', scale: 1, edition: {}, renderer: 'canvas' } });
    expect(words('--size', '3840x2160', '--theme', 'my.json', '--language', 'fr')).toMatchObject({
      value: { scale: 2, themeFile: 'my.json', edition: { language: 'fr' } },
    });
    for (const given of [['--fps', '24'], ['--size', '720p'], ['--renderer', 'ink'], ['--frobnicate'], ['--from']])
      expect(words(...given)).toMatchObject({ ok: false, error: expect.stringMatching(/^[^\n]+[.]$/) });
    expect(readRenderArguments([])).toMatchObject({ error: expect.stringContaining('--tape') });
    expect(readRenderArguments(['--tape', 'a'])).toMatchObject({ error: expect.stringContaining('--out') });
  });
});
