import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFrameFolder, whyNotWritten } from '../../../src/desk/render/frame-folder.ts';
import { emptyFolder } from '../../support/desk.ts';

const settings = { tape: '/tapes/a, 10 bytes', fps: '50', theme: 'a' };
const bytes = (text: string) => Buffer.from(text);

function opened(folder: string, over: object = {}, again = false) {
  const open = openFrameFolder(folder, { ...settings, ...over }, { count: 5, again });
  if (!open.ok) throw new Error(open.error);
  return open.value;
}

describe('the folder of the frames', () => {
  it('goes on where it was stopped: at the first frame that is not whole', async () => {
    const folder = join(await emptyFolder(), 'deep', 'frames');
    const frames = opened(folder);
    expect(frames.missing).toBe(0);
    await frames.write(0, bytes('zero'));
    await frames.repeat(1);
    await frames.write(2, bytes('two'));
    await frames.write(4, bytes('four'));
    writeFileSync(join(folder, 'frame-000003.png.part'), 'th');
    expect(opened(folder).missing).toBe(3);
    expect(readFileSync(join(folder, 'frame-000001.png'), 'utf8')).toBe('zero');
  });

  it('says a frame again by a second name, and what is written later stays its own', async () => {
    const folder = await emptyFolder();
    const frames = opened(folder);
    await frames.write(0, bytes('zero'));
    await frames.repeat(1);
    expect(statSync(join(folder, 'frame-000001.png')).ino).toBe(statSync(join(folder, 'frame-000000.png')).ino);
    await frames.write(1, bytes('one'));
    await frames.repeat(2);
    await frames.repeat(1);
    expect([0, 1, 2].map((n) => readFileSync(join(folder, `frame-00000${n}.png`), 'utf8'))).toEqual([
      'zero',
      'zero',
      'one',
    ]);
  });

  it('mixes no two renderings: it says what differs, or begins anew where that is asked', async () => {
    const folder = await emptyFolder();
    await opened(folder).write(0, bytes('zero'));
    expect(openFrameFolder(folder, { ...settings, fps: '25' }, { count: 5, again: false })).toEqual({
      ok: false,
      error: `${folder} holds frames of another rendering (its fps was "50"): name another folder, or throw them away with --again.`,
    });
    expect(opened(folder, { fps: '25' }, true).missing).toBe(0);
    expect(readdirSync(folder)).toEqual(['render.json']);
    writeFileSync(join(folder, 'frame-000000.png'), 'somebody else');
    writeFileSync(join(folder, 'render.json'), 'junk');
    expect(openFrameFolder(folder, settings, { count: 5, again: false })).toMatchObject({
      error: expect.stringContaining('no render.json'),
    });
  });

  it('says in one sentence why nothing can be written', async () => {
    const file = join(await emptyFolder(), 'file');
    writeFileSync(file, '');
    expect(openFrameFolder(file, settings, { count: 5, again: false })).toMatchObject({
      error: expect.stringMatching(/is no folder/),
    });
    const failed = (code: string) => whyNotWritten('out', Object.assign(new Error('it failed'), { code }));
    expect(failed('ENOSPC')).toMatch(/^The disk of out is full/);
    expect(failed('EACCES')).toMatch(/may not be written/);
  });
});
