import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { type Arguments, readArguments, usage } from './arguments.ts';
import { banner } from './banner.ts';
import { type BroughtAlong, withBroughtAlong } from './brought-along.ts';
import { readCourse } from './course/read.ts';
import { createDesk } from './desk.ts';
import { createApi } from './doors/api.ts';
import { builtPages, livePages } from './doors/pages.ts';
import { attachSockets } from './doors/sockets.ts';
import { driveLive, drivePlayable } from './driver.ts';
import type { Live, Playable } from './feeds/feed.ts';
import { isPlayable, momentOf, openFeed } from './feeds/open.ts';
import { readManifests } from './manifests.ts';
import { createNotices } from './notices.ts';
import { createRecorder, nothingOnTape } from './recorder.ts';
import { readRules } from './rules.ts';
import { type Left, leftBehind } from './tape/resume.ts';
import { newTape, sameTape } from './tape/write.ts';

const root = join(import.meta.dirname, '../..');

/** What a user got wrong ends here, in one sentence. */
function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

const asked = readArguments(process.argv.slice(2));
if (!asked.ok) refuse(asked.error);
if (asked.value.help) {
  process.stdout.write(`${usage}\n`);
  process.exit(0);
}
await run(asked.value);

async function run(args: Arguments): Promise<void> {
  const opened = openFeed(args.feed, args.seed);
  if (!opened.ok) refuse(opened.error);
  const feed = { ...opened.value, parse: withBroughtAlong(opened.value.parse, ownOf(args)) };
  const from = isPlayable(feed) ? momentOf(feed, args.from) : null;
  if (from && !from.ok) refuse(from.error);
  // The port is taken first: whoever has it is the only one to go on with its tape.
  const server = await listening(args);
  const left = args.fresh ? null : leftBehind(args.tapes, args.source, Date.now());
  const desk = await open(args, feed, from?.value ?? 0, left, server);
  process.on('SIGINT', () => {
    desk.end();
    process.exit(0);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : args.port;
  process.stdout.write(banner({ host: args.host, port, feed: feed.title, tape: desk.tape, left }));
}

function ownOf({ course, rules }: Arguments): BroughtAlong {
  const ownCourse = course === null ? null : readCourse(course);
  if (ownCourse && !ownCourse.ok) refuse(ownCourse.error);
  const ownRules = rules === null ? null : readRules(rules);
  if (ownRules && !ownRules.ok) refuse(ownRules.error);
  return { ...(ownCourse && { course: ownCourse.value }), ...(ownRules && { rules: ownRules.value }) };
}

function listening({ port, host }: Arguments): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', (error) => refuse(portSentence(error, host, port)));
    server.listen(port, host, () => resolve(server));
  });
}

function portSentence(error: Error, host: string, port: number): string {
  const code = 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use, perhaps by another desk: stop that one, or choose a port with --port ${port + 1}.`;
  if (code === 'EACCES') return `Port ${port} needs more rights than you have: choose one above 1024 with --port.`;
  return `The desk cannot listen on ${host}, port ${port} (${code}): give an address of this machine with --host.`;
}

async function open(args: Arguments, feed: Playable | Live, fromMs: number, left: Left | null, server: Server) {
  const notices = createNotices((line) => process.stderr.write(`${line}\n`));
  const onTapeFault = (text: string) => notices.add('error', text);
  const startedAt = Date.now();
  const name = `${new Date(startedAt).toISOString().slice(0, 19).replaceAll(':', '-')}-${feed.feed}.ndjson`;
  const head = { tape: 1, feed: feed.feed, title: feed.title, source: args.source, startedAt } as const;
  const tape = left ? sameTape(left.file, onTapeFault) : newTape(join(args.tapes, name), head, onTapeFault);
  const recorder = createRecorder(tape, left?.held ?? nothingOnTape);
  const desk = createDesk({
    feed,
    recorder,
    notices,
    show: left?.show,
    now: () => performance.now(),
    drive: (hands) =>
      isPlayable(feed) ? drivePlayable(feed, { fromMs, rate: args.speed }, left, hands) : driveLive(feed, left, hands),
  });
  const api = createApi(desk, await readManifests(join(root, 'overlays')));
  const pages = args.dev ? await livePages(root, server) : builtPages(root);
  server.on('request', (request, response) =>
    request.url?.startsWith('/api/') ? api(request, response) : pages(request, response),
  );
  attachSockets(server, desk, notices);
  desk.start();
  return {
    tape: tape.file,
    end() {
      desk.stop();
      recorder.end();
    },
  };
}
