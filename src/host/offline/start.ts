import { editionOf } from '../../edition/edition.ts';
import type { Theme } from '../../edition/theme.ts';
import { packDrawn } from '../../wire/offline/drawn.ts';
import { openStep } from '../../wire/offline/step.ts';
import { PROTOCOL } from '../../wire/protocol.ts';
import { readTheme } from '../../wire/theme/parse.ts';
import { shippedTheme, shippedThemes } from '../themes.ts';
import { createOfflineFrames, type Frames } from './frames.ts';

/**
 * `/?offline=<protocol>`: draws what the renderer of files asks for, and gives it the pixels. It takes one step after
 * the other, by a socket to whoever served it: first the theme as text ("" is by name), then steps as bytes. It answers
 * each step with bytes, and says `ready`, or what is wrong, as text.
 */
export function start(query: URLSearchParams): void {
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/offline`);
  socket.binaryType = 'arraybuffer';
  let frames: Promise<Frames> | null = null;
  let turn: Promise<void> = Promise.resolve();
  const wrong = (what: unknown) =>
    socket.send(JSON.stringify({ wrong: what instanceof Error ? what.message : String(what) }));

  const hear = async (data: string | ArrayBuffer) => {
    if (typeof data === 'string') {
      frames = open(query, data, (fault) => socket.send(JSON.stringify({ fault })));
      await frames;
      return socket.send(JSON.stringify({ ready: true }));
    }
    const step = openStep(new Uint8Array(data));
    if (!step.ok || !frames) throw new Error(step.ok ? 'a step came before the theme' : step.error);
    const drawn = packDrawn(await (await frames).step(step.value));
    socket.send(drawn as Uint8Array<ArrayBuffer>);
  };
  socket.addEventListener('message', ({ data }) => {
    turn = turn.then(() => hear(data)).catch(wrong);
  });
}

function open(query: URLSearchParams, theme: string, onFault: (fault: string) => void): Promise<Frames> {
  if (query.get('offline') !== String(PROTOCOL))
    throw new Error('These pages are of another version than the renderer: build them anew, or leave --pages out.');
  const edition = editionOf((name) => query.get(name));
  return createOfflineFrames({
    edition,
    theme: theme === '' ? namedTheme(edition.theme) : themeIn(theme),
    renderer: query.get('renderer') === 'webgl' ? 'webgl' : 'canvas',
    scale: Number(query.get('scale')) || 1,
    onFault,
  });
}

function namedTheme(name: string | null): Theme {
  const shipped = name === null ? null : shippedThemes.get(name);
  if (name !== null && !shipped?.ok)
    throw new Error(
      shipped ? shipped.error : `There is no theme "${name}"; there are ${[...shippedThemes.keys()].join(', ')}.`,
    );
  return shippedTheme(name);
}

function themeIn(text: string): Theme {
  const read = readTheme(text, 'the theme');
  if (!read.ok) throw new Error(read.error);
  return read.value;
}
