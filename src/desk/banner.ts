import type { Left } from './tape/resume.ts';

export interface Greeting {
  readonly host: string;
  readonly port: number;
  readonly feed: string;
  readonly tape: string;
  readonly left: Left | null;
}

/** What the desk says when it is ready. */
export function banner({ host, port, feed, tape, left }: Greeting): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const url = `http://${name}:${port}/`;
  const taken = left
    ? 'taken up again: the race and the show go on where the last desk was killed (--fresh: anew)'
    : 'new';
  return [
    '',
    '  Ardoise',
    '',
    `  control   ${url}`,
    `  program   ${url}?show=program`,
    `  preview   ${url}?show=preview`,
    `  buttons   ${url}?buttons`,
    `  OBS       Sources > + > Browser > URL ${url}?show=program, width 1920, height 1080`,
    '',
    `  feed      ${feed}`,
    `  tape      ${tape} (${taken})`,
    '',
    '  Ctrl-C ends the race and its tape.',
    '',
    '',
  ].join('\n');
}
