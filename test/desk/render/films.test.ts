import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeFilm } from '../../../src/desk/render/films.ts';
import { emptyFolder } from '../../support/desk.ts';
import { ffmpegStandIn } from '../../support/ffmpeg.ts';

let folder = '';
const film = (kind: 'mov' | 'webm', name: string) =>
  makeFilm({ kind, file: join(folder, name), frames: '/frames', rate: [30_000, 1001], count: 90 });

describe('a film of the frames', () => {
  beforeEach(async () => {
    folder = await emptyFolder();
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('is asked of ffmpeg, at the rate of television, with alpha and the colours of television', async () => {
    vi.stubEnv('PATH', ffmpegStandIn('fs.writeFileSync(words.at(-1), words.join(" "))'));
    expect(await film('mov', 'a.mov')).toBeNull();
    expect(await film('webm', 'a.webm')).toBeNull();
    const asked = (name: string) => readFileSync(join(folder, name), 'utf8');
    for (const name of ['a.mov', 'a.webm']) {
      expect(asked(name)).toContain('-framerate 30000/1001 -start_number 0 -i /frames/frame-%06d.png -frames:v 90');
      expect(asked(name)).toContain('-colorspace bt709');
    }
    expect(asked('a.mov')).toContain('-c:v prores_ks -profile:v 4444 -pix_fmt yuva444p10le');
    expect(asked('a.webm')).toContain('-c:v libvpx-vp9 -pix_fmt yuva420p');
    expect(readdirSync(folder).sort()).toEqual(['a.mov', 'a.webm']);
  });

  it('is not there where ffmpeg fails, and no half of it', async () => {
    vi.stubEnv(
      'PATH',
      ffmpegStandIn(
        'fs.writeFileSync(words.at(-1), "half"); fs.writeSync(2, "Unknown encoder\\nmore"); process.exit(1)',
      ),
    );
    expect(await film('webm', 'a.webm')).toBe('ffmpeg made no film (Unknown encoder): the frames are there.');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('needs ffmpeg', async () => {
    vi.stubEnv('PATH', folder);
    expect(await film('mov', 'a.mov')).toMatch(/^There is no ffmpeg on this machine: the frames are there, [^\n]+\.$/);
  });
});
