import { mkdtempSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createDesk, type Desk } from '../../src/desk/desk.ts';
import { createApi } from '../../src/desk/doors/api.ts';
import { createFeedSocket } from '../../src/desk/doors/feed-socket.ts';
import { createGate } from '../../src/desk/doors/gate.ts';
import { createOgrafDoor } from '../../src/desk/doors/ograf/door.ts';
import { judgeOf } from '../../src/desk/doors/origin.ts';
import { createPorter } from '../../src/desk/doors/porter.ts';
import { createRemoteSocket } from '../../src/desk/doors/remote/socket.ts';
import { attachSockets } from '../../src/desk/doors/sockets.ts';
import { drivePlayable } from '../../src/desk/driver.ts';
import type { FeedDoor, Playable } from '../../src/desk/feeds/feed.ts';
import { openReplay } from '../../src/desk/feeds/replay/index.ts';
import { createNotices, type Notices } from '../../src/desk/notices.ts';
import { createRecorder, noPast } from '../../src/desk/recorder.ts';
import type { Rehearser } from '../../src/desk/rehearsal/rehearser.ts';
import { createShelf } from '../../src/desk/tape/shelf.ts';
import { newTape, toldIn } from '../../src/desk/tape/write.ts';
import type { TlsFiles } from '../../src/desk/tls-files.ts';
import { noTokens, type Tokens } from '../../src/desk/tokens/tokens.ts';
import type { Manifest } from '../../src/show/manifest.ts';
import { recording } from './recording.ts';

/** Nothing is rehearsed beside a desk of a test. */
const nobody: Rehearser = { now: () => null, begin: () => ({ ok: true, value: null }), end: () => {} };

export interface SmallDesk {
  readonly url: string;
  readonly desk: Desk;
  readonly notices: Notices;
  readonly tape: string;
  stop(): Promise<void>;
}

export const manifest: Manifest = {
  id: 'gap-ticker',
  title: 'Gaps',
  layer: 'stack',
  params: {
    groups: { type: 'number', label: 'Groups', default: 5, min: 2, max: 5 },
    mode: { type: 'choice', label: 'Mode', default: 'gap', choices: { gap: 'Gap', interval: 'Interval' } },
    trend: { type: 'flag', label: 'Trend', default: true },
  },
  steps: 2,
  glideHz: 0,
  hold: { outS: 60 },
};

/** A desk in this process, on a small recording, on any free port. */
export async function smallDesk(
  over: {
    port?: number;
    rate?: number;
    content?: string;
    tape?: string;
    manifests?: readonly Manifest[];
    /** With them nobody is trusted for sitting at this machine. */
    tokens?: Tokens;
    tls?: TlsFiles | null;
    /** Instead of a recording. */
    feed?: Playable;
    feedDoors?: readonly FeedDoor[];
    /** Where built graphics lie. */
    ografFolder?: string;
  } = {},
): Promise<SmallDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'ardoise-desk-'));
  const file = join(folder, 'stage.json');
  writeFileSync(file, over.content ?? recording({ riders: 12, seconds: 600, every: 1 }));
  const notices = createNotices(() => {});
  const manifests = new Map((over.manifests ?? [manifest]).map((one) => [one.id, one]));
  const feed = over.feed ?? playable(file);
  const tape = over.tape ?? join(folder, 'tape.ndjson');
  const head = { tape: 1, feed: feed.feeds[0]!, title: feed.title, source: 'test', startedAt: Date.now() } as const;
  const recorder = createRecorder(newTape(tape, head, toldIn(notices)), noPast);
  const start = { fromMs: feed.startMs, rate: over.rate ?? 1 };
  const desk = createDesk({
    feed,
    recorder,
    notices,
    manifests,
    now: () => performance.now(),
    drive: (hands) => drivePlayable(feed, start, null, hands),
  });
  const judge = judgeOf([]);
  const porter = createPorter({
    judge,
    tokens: over.tokens ?? noTokens,
    isBehindProxy: over.tokens !== undefined,
    onWrongToken: (address) => notices.add('warning', `Somebody at ${address} brings a token that is none.`),
    now: () => performance.now(),
  });
  const { server, open } = createGate({ judge, notices, mostConnections: 2000, tls: over.tls ?? null });
  await new Promise<void>((resolve) => server.listen(over.port ?? 0, '127.0.0.1', resolve));
  const io = attachSockets(server, desk, notices, porter);
  const remote = createRemoteSocket(desk, manifests, porter, notices);
  const feeds = createFeedSocket(over.feedDoors ?? [], porter, notices);
  const ograf = createOgrafDoor({
    desk,
    manifests,
    porter,
    folder: over.ografFolder ?? join(folder, 'ograf'),
    version: '0.0.0',
  });
  open({
    api: createApi(
      desk,
      manifests,
      porter,
      { shelf: createShelf(dirname(tape), () => tape), rehearser: nobody },
      over.feedDoors,
    ),
    remote,
    feeds,
    ograf: ograf.handle,
  });
  desk.start();
  const { port } = server.address() as AddressInfo;
  return {
    url: `${over.tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    desk,
    notices,
    tape,
    async stop() {
      remote.stop();
      feeds.stop();
      ograf.stop();
      desk.stop();
      await io.close();
    },
  };
}

function playable(file: string): Playable {
  const replay = openReplay(file, () => null);
  if (!replay.ok) throw new Error(replay.error);
  return replay.value;
}

/** Against waiting for what will never be, not against a slow machine. */
const IN_VAIN_MS = 60_000;

/** Waits until something is true, looking often; fails with what it was waiting for. */
export async function until(what: string, isTrue: () => boolean): Promise<void> {
  const endMs = performance.now() + IN_VAIN_MS;
  while (!isTrue()) {
    if (performance.now() > endMs) throw new Error(`waited ${IN_VAIN_MS} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
