import { join } from 'node:path';
import { ok } from '../wire/result.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { banner } from './banner.ts';
import { mostConnections } from './connections.ts';
import { createGate } from './doors/gate.ts';
import { judgeOf } from './doors/origin.ts';
import { createPorter } from './doors/porter.ts';
import { onEnding } from './endings.ts';
import { feedOf, namesOf } from './feed-of.ts';
import { momentOf } from './feeds/begin.ts';
import { type FeedKinds, readFeedKinds } from './feeds/kinds.ts';
import { isPlayable } from './feeds/open.ts';
import { readHistory } from './history/read.ts';
import { listen } from './listen.ts';
import { readManifests } from './manifests.ts';
import { createNotices } from './notices.ts';
import { openDesk } from './open-desk.ts';
import { outliveErrors, outliveTerminal, whatFailed } from './outlive.ts';
import { createRehearser } from './rehearsal/rehearser.ts';
import { HANDED } from './site/handed.ts';
import { offerPages } from './site/offer.ts';
import type { PageFile } from './site/page-file.ts';
import { leftBehind } from './tape/resume.ts';
import { noThemes, openThemes } from './theme-folder.ts';
import { readTls } from './tls-files.ts';
import { invite } from './tokens/invite.ts';
import { tokenFileIn } from './tokens/token-file.ts';
import { openTokens } from './tokens/tokens.ts';
import { unheardOf } from './unheard.ts';
import { usageOf } from './usage.ts';
import { versionIn } from './version.ts';

const root = join(import.meta.dirname, '../..');

/** What a user got wrong ends here, in one sentence. */
function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

outliveTerminal();
const kinds = await readFeedKinds();
const asked = readArguments(process.argv.slice(2), kinds);
if (!asked.ok) refuse(asked.error);
if (asked.value.help) {
  process.stdout.write(`${usageOf(kinds)}\n`);
  process.exit(0);
}
try {
  await run(asked.value, kinds);
} catch (error) {
  refuse(`The desk cannot start (${whatFailed(error)}): this is a mistake of the program; please report it.`);
}

async function run(asked: Arguments, kinds: FeedKinds): Promise<void> {
  const opened = feedOf(asked, kinds, (road) => process.stdout.write(`${road}\n`));
  if (!opened.ok) refuse(opened.error);
  const { args, feed, said, missing, doubts } = opened.value;
  const from = isPlayable(feed) ? momentOf(feed, args.from) : null;
  if (from && !from.ok) refuse(from.error);
  const notices = createNotices((line) => process.stderr.write(`${line}\n`));
  for (const sentence of said) notices.add('info', sentence);
  for (const sentence of missing) notices.add('warning', sentence);
  for (const doubt of doubts) notices.add('warning', `${doubt}.`);
  const history = args.history === null ? ok(null) : readHistory(args.history);
  if (!history.ok) refuse(history.error);
  if (history.value) notices.add('info', history.value.said);
  for (const doubt of history.value?.doubts ?? []) notices.add('warning', `${doubt}.`);
  const themes = args.themes === null ? ok(noThemes) : openThemes(args.themes, notices);
  if (!themes.ok) refuse(themes.error);
  const tls = readTls(args.tlsCert, args.tlsKey);
  if (!tls.ok) refuse(tls.error);
  const judge = judgeOf(args.allowHost);
  const gate = createGate({ judge, notices, mostConnections: mostConnections(), tls: tls.value });
  // The port is taken first: whoever has it is the only one to go on with its tape.
  const port = await listen(gate.server, args.host, args.port, notices);
  if (!port.ok) refuse(port.error);
  outliveErrors(notices);
  const unheard = unheardOf(args, kinds);
  if (unheard) notices.add('warning', unheard);
  // After the port: a desk that does not start makes no tokens.
  const invited = invite(args);
  if (!invited.ok) refuse(invited.error);
  let pages: readonly PageFile[] | null = null;
  const manifests = await readManifests(join(root, 'overlays'));
  const left = args.fresh ? null : leftBehind(args.tapes, args.source, manifests, Date.now());
  const rehearser = createRehearser({ args, port: port.value, pages: () => pages, notices });
  const desk = openDesk({
    args,
    feed,
    fromMs: from?.value ?? 0,
    history: history.value?.past ?? null,
    manifests,
    left,
    gate,
    porter: createPorter({
      judge,
      tokens: openTokens(args.tokens ?? tokenFileIn(args.tapes), notices),
      isBehindProxy: args.behindProxy,
      onWrongToken: (address) => notices.add('warning', `Somebody at ${address} brings a token that is none.`),
      now: () => performance.now(),
    }),
    notices,
    themes: themes.value,
    rehearser,
    rundownFolder: join(root, 'assets/rundowns'),
    ografFolder: join(args.pages === null || args.pages === HANDED ? join(root, 'dist') : args.pages, 'ograf'),
    version: versionIn(root),
  });
  onEnding((ending) => {
    desk.end(ending);
    process.exit(0);
  });
  // Pages that are open already go on from here; new ones wait for their files.
  await offerPages({ root, dev: args.dev, folder: args.pages }, gate, notices, (built) => {
    pages = built;
  });
  // To the desk that rehearses by this one.
  process.send?.(port.value);
  process.stdout.write(
    banner({
      host: args.host,
      port: port.value,
      isSecure: tls.value !== null,
      feed: feed.title,
      tape: desk.tape,
      left,
      tokens: invited.value,
      proxyName: (args.behindProxy && args.allowHost[0]) || null,
      tlsName: namesOf(args)[0] ?? null,
      invites: isPlayable(feed) || unheard ? null : (feed.invites ?? null),
    }),
  );
}
