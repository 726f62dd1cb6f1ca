import { spawn } from 'node:child_process';
import { rename, rm } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { FRAME_PATTERN } from './frame-folder.ts';
import type { frameRates } from './frame-times.ts';

/** The colours of television, and said so in the file. */
const REC709 = ['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709'];
const TO_709 = 'scale=out_color_matrix=bt709:out_range=tv';

/** How ffmpeg makes films with alpha of what is in the folder. */
const kinds = {
  mov: ['-c:v', 'prores_ks', '-profile:v', '4444', '-pix_fmt', 'yuva444p10le', '-alpha_bits', '16', '-vendor', 'apl0'],
  /** VP9 has alpha only with colour in every second pixel (4:2:0). */
  webm: ['-c:v', 'libvpx-vp9', '-pix_fmt', 'yuva420p', '-b:v', '0', '-crf', '18', '-row-mt', '1', '-auto-alt-ref', '0'],
} as const;
export type FilmKind = keyof typeof kinds;

export interface FilmAsked {
  readonly kind: FilmKind;
  readonly file: string;
  readonly frames: string;
  readonly rate: (typeof frameRates)[string];
  /** How many pictures: what lies behind them in the folder is not of this film. */
  readonly count: number;
}

/** Null when the film is there, else why not in one sentence. The pictures stay whatever happens. */
export async function makeFilm({ kind, file, frames, rate, count }: FilmAsked): Promise<string | null> {
  const part = join(dirname(file), `.part-${process.pid}${extname(file)}`);
  const words = [
    ...['-hide_banner', '-nostdin', '-loglevel', 'error', '-y', '-framerate', rate.join('/'), '-start_number', '0'],
    ...['-i', join(frames, FRAME_PATTERN), '-frames:v', String(count), '-vf', TO_709, ...kinds[kind], ...REC709],
    ...['-f', kind, part],
  ];
  const why = await ran('ffmpeg', words);
  if (why !== null) {
    await rm(part, { force: true });
    return why;
  }
  return rename(part, file).then(
    () => null,
    (error) => `${file} cannot be written (${error.code}): check the folder; the frames are there.`,
  );
}

function ran(program: string, words: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (data) => {
      said = `${said}${data}`.slice(-2000);
    });
    child.once('error', () =>
      resolve(
        'There is no ffmpeg on this machine: the frames are there, and no film; install ffmpeg and give the same command again.',
      ),
    );
    child.once('close', (code) =>
      resolve(
        code === 0
          ? null
          : `ffmpeg made no film (${said.trim().split('\n')[0]?.slice(0, 200) || `it ended with ${code}`}): the frames are there.`,
      ),
    );
  });
}
