import { withBroughtAlong } from '../brought-along.ts';
import { readCourse } from '../course/read.ts';
import { parserIn, readFeedKinds } from '../feeds/kinds.ts';
import { openReplay } from '../feeds/replay/index.ts';
import { readTruthArguments, truthUsage } from './arguments.ts';
import { measure } from './measure.ts';
import { tableOf } from './table.ts';

/** What a user got wrong ends here, in one sentence. */
function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

const asked = readTruthArguments(process.argv.slice(2));
if (!asked.ok) refuse(asked.error);
const { file, json, course, track } = asked.value;
if (file === null) {
  process.stdout.write(`${truthUsage}\n`);
  process.exit(0);
}
const playable = openReplay(file, parserIn(await readFeedKinds()));
if (!playable.ok) refuse(playable.error);
const road = course === null ? null : readCourse(course, track);
if (road && !road.ok) refuse(road.error);
const own = road ? { course: road.value.course } : {};
const figures = measure({ ...playable.value, reader: withBroughtAlong(playable.value.reader, own, () => {}) });
if (!figures.ok) refuse(`${file}: ${figures.error}; give a recording of the organiser's own feed.`);
process.stdout.write(`${json ? JSON.stringify(figures.value) : tableOf(playable.value.title, figures.value)}\n`);
