import { fail, ok, type Result } from '../../../wire/result.ts';
import type { Playable, Timed } from '../feed.ts';
import { jsonOf, recordOf, recordsOf, textOf } from '../json.ts';
import { isPaper, paperTopics } from '../race-center/paper-shapes.ts';
import { raceCenterParse } from '../race-center/parse.ts';
import { createRiddenTrace } from '../race-center/ridden-trace.ts';
import { headMoments } from './head.ts';
import { pacedBy } from './pace.ts';
import { type Recorded, recordedIn } from './recorded.ts';

/** Whose words a recording holds. */
const FEED = 'race-center';

/** Without fixes for so long nobody knows how the road runs. */
const LONGEST_HOLE_M = 600;

/** An organiser's recording: `{ version, meta, rest, events }`. */
export function openRecording(file: string, content: string): Result<Playable> {
  const recording = recordOf(jsonOf(content));
  if (!recording) return fail(`${file} is not complete JSON: it was cut off or is no recording; copy it again.`);
  if (recording.version !== undefined && recording.version !== 1)
    return fail(`${file} is not a recording of version 1, nor a tape of this desk; check that it is the right file.`);
  if (!Array.isArray(recording.events))
    return fail(`${file} is no recording: it has no list of events; check that it is the right file.`);
  const { papers, frames } = recordedIn(recording);
  const timed = timedFrames(frames);
  const [first, last] = [timed[0], timed.at(-1)];
  if (Object.keys(papers).length === 0 || !first || !last)
    return fail(`${file} is a recording without papers or frames; nothing can be played.`);
  const fromMs = first.atMs;
  const ridden = isPaper.trace(papers.trace) ? null : riddenRoad(frames, papers);
  const inputs: Timed[] = [...papersOf({ ...papers, ...(ridden && { trace: ridden }) }, fromMs), ...timed];
  const play = () => inputs;
  return ok({
    title: `replay of ${file.split('/').at(-1)}${titleOf(papers)}${ridden ? ', on a road made of the tracks of its riders' : ''}`,
    feeds: [FEED],
    reader: raceCenterParse,
    span: { fromMs, toMs: last.atMs },
    startMs: fromMs,
    momentAt: headMoments(raceCenterParse, play),
    play,
  });
}

/** The road on which riders rode it, for a recording that has none. */
function riddenRoad(frames: readonly string[], { stage, checkpoints }: Recorded['papers']) {
  const road = createRiddenTrace();
  for (const text of frames) road.note(recordsOf(recordOf(recordOf(jsonOf(text))?.data)?.Riders ?? []));
  return road.trace(stage, checkpoints, LONGEST_HOLE_M);
}

/** The papers lie before the first frame, in the order that the parser wants. */
const papersOf = (papers: Recorded['papers'], atMs: number): Timed[] =>
  paperTopics.flatMap((topic) =>
    papers[topic] == null ? [] : [{ feed: FEED, topic, atMs, text: JSON.stringify(papers[topic]) }],
  );

/** A frame whose time cannot be read, or not be believed, is played where it lies. */
function timedFrames(frames: readonly string[]): Timed[] {
  const times = frames.map((text) => Number(/"TimeStamp":\s*"?(\d+(?:\.\d+)?)/.exec(text)?.[1] ?? Number.NaN) * 1000);
  const paced = pacedBy(times);
  return frames.map((text, i) => ({ feed: FEED, topic: 'stream', atMs: paced[i] ?? 0, text }));
}

function titleOf({ stage }: Recorded['papers']): string {
  const name = textOf(recordOf(stage)?.name);
  return name ? ` (${name})` : '';
}
