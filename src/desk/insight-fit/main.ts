import { basename } from 'node:path';
import { readFeedKinds } from '../feeds/kinds.ts';
import { writeFit } from '../history/fit-file.ts';
import { fitUsage, readFitArguments } from './arguments.ts';
import { fitRaces } from './fit-races.ts';
import { openRace, raceFilesIn } from './races.ts';
import { fitReport } from './report.ts';

/** What a user got wrong ends here, in one sentence. */
function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

const say = (line: string) => void process.stderr.write(`${line}\n`);

const asked = readFitArguments(process.argv.slice(2));
if (!asked.ok) refuse(asked.error);
const { folder, out } = asked.value;
if (folder === null) {
  process.stdout.write(`${fitUsage}\n`);
  process.exit(0);
}
const files = raceFilesIn(folder);
if (!files.ok) refuse(files.error);
const kinds = await readFeedKinds();
const fit = fitRaces(
  files.value.map((path) => ({ file: basename(path), open: () => openRace(path, kinds) })),
  say,
);
if (!fit.ok) refuse(fit.error);
const { fitted, races, leftOut } = fit.value;
for (const sentence of leftOut) say(sentence);
const kept = races.map(({ file, title, km }) => ({ file, title, km: Math.round(km) }));
const why = writeFit(out, { races: kept, past: fitted.past });
if (why !== null) refuse(why);
process.stdout.write(`${fitReport(fit.value)}\n\nIt is in ${out}.\n`);
