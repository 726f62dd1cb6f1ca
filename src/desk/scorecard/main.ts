import { basename } from 'node:path';
import { withBroughtAlong } from '../brought-along.ts';
import { readCourse } from '../course/read.ts';
import { parserIn, readFeedKinds } from '../feeds/kinds.ts';
import { openReplay } from '../feeds/replay/index.ts';
import { simulation } from '../feeds/simulation/index.ts';
import { readHistory } from '../history/read.ts';
import { readScorecardArguments, scorecardUsage } from './arguments.ts';
import { play } from './play.ts';
import { tableOf } from './table.ts';

/** What a user got wrong ends here, in one sentence. */
function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

const asked = readScorecardArguments(process.argv.slice(2));
if (!asked.ok) refuse(asked.error);
const { help, file, json, course, track, history } = asked.value;
if (help) {
  process.stdout.write(`${scorecardUsage}\n`);
  process.exit(0);
}
const opened = file === null ? null : openReplay(file, parserIn(await readFeedKinds()));
if (opened && !opened.ok) refuse(opened.error);
const playable = opened?.value ?? simulation({ seed: 1 });
const road = course === null ? null : readCourse(course, track);
if (road && !road.ok) refuse(road.error);
const taught = history === null ? null : readHistory(history);
if (taught && !taught.ok) refuse(taught.error);
const own = road ? { course: road.value.course } : {};
const raced = { ...playable, reader: withBroughtAlong(playable.reader, own, () => {}) };
const scored = play(raced, taught?.value.past);
const text = json
  ? JSON.stringify({ ...scored.card, msPerRaceSecond: scored.msPerRaceSecond })
  : tableOf(playable.title, scored);
process.stdout.write(`${text}\n`);
if (file !== null && taught?.value.files.includes(basename(file)))
  process.stderr.write(`${basename(file)} is one of the races that were fitted: these figures are too good.\n`);
