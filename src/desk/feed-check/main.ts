import { readArguments } from '../arguments.ts';
import { withBroughtAlong } from '../brought-along.ts';
import { readFeedKinds } from '../feeds/kinds.ts';
import { isPlayable, openFeeds } from '../feeds/open.ts';
import { filesBrought } from '../files-brought.ts';
import { withOneSheet } from '../papers/one-sheet.ts';
import { withPoints } from '../papers/points.ts';
import { withBroughtAgain } from '../tape/brought.ts';
import { forIn } from './arguments.ts';
import { checkFeed } from './check.ts';
import { openDoors } from './doors.ts';
import { checkLines } from './report.ts';

const USAGE = `What does a feed tell, and what will be on air with it?

  npm run feed -- check <feed> [options of the desk]

  npm run feed -- check rmonitor:10.0.0.5:50000 --course lap.gpx --laps 12
  npm run feed -- check phones --host 0.0.0.0 --riders riders.csv

  --for 60    listen for so many seconds

It listens, and writes nothing: no tape, no show. "npm start -- --help" lists the feeds and their options.`;

function end(text: string, code: 0 | 2): never {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exit(code);
}

const [verb, feedText, ...rest] = process.argv.slice(2);
if (verb === undefined || verb === '--help' || verb === '-h') end(USAGE, 0);
if (verb !== 'check' || feedText === undefined || feedText.startsWith('-')) end(USAGE, 2);
const listening = forIn(rest);
if (!listening.ok) end(listening.error, 2);
const { seconds, words } = listening.value;
const kinds = await readFeedKinds();
const asked = readArguments(['--feed', feedText, ...words], kinds);
if (!asked.ok) end(asked.error, 2);
const { args, said, missing } = withBroughtAgain(asked.value);
const opened = openFeeds(args.feeds, { seed: args.seed, folder: args.tapes, port: args.port, names: [] }, kinds);
if (!opened.ok) end(opened.error, 2);
const files = filesBrought(args);
if (!files.ok) end(files.error, 2);
const feed = opened.value;
const { own, listed } = files.value;
const doors = isPlayable(feed) ? [] : (feed.doors ?? []);
const door = doors.length > 0 ? await openDoors(doors, args) : null;
if (door && !door.ok) end(door.error, 2);
process.stdout.write(`${isPlayable(feed) ? 'Reading' : `Listening for ${seconds} s to`} ${feed.title}\n\n`);
for (const sentence of [...said, ...missing]) process.stdout.write(`${sentence}\n\n`);
for (const address of door?.ok ? door.value : []) process.stdout.write(`  ${address}\n`);
const heard = await checkFeed({
  feed,
  reader: withPoints(withBroughtAlong(withOneSheet(feed.reader, { feeds: feed.feeds, listed }), own, () => {})),
  laps: args.laps,
  seconds,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});
end(checkLines(heard).join('\n'), 0);
