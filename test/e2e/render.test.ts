import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtPages } from '../support/built-pages.ts';
import { emptyFolder } from '../support/desk.ts';
import { ffmpegStandIn } from '../support/ffmpeg.ts';
import { recording } from '../support/recording.ts';
import { until } from '../support/small-desk.ts';

const root = join(import.meta.dirname, '../..');
/** From 1 s to 3.48 s at 25 a second: the take, its way in, at rest, another one in its place. */
const FRAMES = 62;

let folder = '';
let base: readonly string[] = [];
const running = new Set<ChildProcess>();

beforeAll(async () => {
  folder = await emptyFolder();
  writeFileSync(join(folder, 'stage.json'), recording({ riders: 5, seconds: 60, every: 1 }));
  const show = [
    { at: 1.2, do: 'take-direct', overlay: 'position-tower' },
    { at: 2.7, do: 'take-direct', overlay: 'gap-ticker' },
  ];
  writeFileSync(join(folder, 'show.json'), JSON.stringify(show));
  const asked = [
    '--tape',
    join(folder, 'stage.json'),
    '--show',
    join(folder, 'show.json'),
    '--from',
    '1',
    '--to',
    '3.48',
  ];
  base = [...asked, '--fps', '25', '--pages', await builtPages()];
});

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

function begun(words: readonly string[], path = process.env.PATH) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/desk/render/main.ts', ...words], {
    cwd: root,
    env: { ...process.env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      said += data;
    });
  const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code, said });
    }),
  );
  return { child, ended };
}

const picturesIn = (out: string) => readdirSync(out).filter((name) => name.endsWith('.png'));
const bytesOf = (out: string) => picturesIn(out).map((name) => readFileSync(join(out, name)).toString('base64'));

describe('a rendering of files', () => {
  it('gives every frame, those that differ and those that do not, and a film of them', async () => {
    const out = join(folder, 'first');
    const path = ffmpegStandIn('fs.writeFileSync(words.at(-1), JSON.stringify(words));');
    const { code, said } = await begun([...base, '--out', out, '--mov', join(folder, 'a.mov')], path).ended;
    expect(said).toContain(`${FRAMES} frames are in ${out}.`);
    expect(code).toBe(0);
    expect(picturesIn(out).sort()).toEqual(
      Array.from({ length: FRAMES }, (_, i) => `frame-${String(i).padStart(6, '0')}.png`),
    );
    const files = new Set(picturesIn(out).map((name) => statSync(join(out, name)).ino));
    expect(files.size).toBeGreaterThan(15);
    expect(files.size).toBeLessThan(FRAMES);
    expect(new Set(bytesOf(out)).size).toBe(files.size);
    const words: string[] = JSON.parse(readFileSync(join(folder, 'a.mov'), 'utf8'));
    expect(words.join(' ')).toContain(`-framerate 25/1 -start_number 0 -i ${join(out, 'frame-%06d.png')}`);
    expect(words.join(' ')).toContain(`-frames:v ${FRAMES}`);
    expect(words.join(' ')).toContain('-c:v prores_ks -profile:v 4444 -pix_fmt yuva444p10le');
  });

  it('gives the same bytes again, also where it was killed and goes on from the middle', async () => {
    const out = join(folder, 'second');
    const { child, ended } = begun([...base, '--out', out]);
    await until('some frames are there', () => existsSync(join(out, 'frame-000012.png')));
    child.kill('SIGKILL');
    await ended;
    const there = picturesIn(out).length;
    expect(there).toBeLessThan(FRAMES);
    // In the middle of what moves.
    const { said } = await begun([...base, '--out', out]).ended;
    expect(said).toMatch(/\d+ of 62 frames are there already/);
    expect(bytesOf(out)).toEqual(bytesOf(join(folder, 'first')));
  });

  it('says in one sentence that other frames are there, and leaves them', async () => {
    const out = join(folder, 'first');
    const other = await begun([...base, '--fps', '50', '--out', out]).ended;
    expect(other).toEqual({
      code: 2,
      said: expect.stringMatching(/^.+ holds frames of another rendering \(its fps was "25"\).+\n$/),
    });
    expect(picturesIn(out)).toHaveLength(FRAMES);
  });
});
