import { fail, ok, type Result } from '../../../wire/result.ts';
import type { Raw } from '../feed.ts';
import { type Json, jsonOf, numberOf, recordsOf, textOf } from '../json.ts';
import { fetchText } from './http.ts';
import { type PaperTopic, paperTopics } from './parse.ts';

/** Which race: what the address says, else what the stream and the calendar say. */
export interface Which {
  readonly base: URL;
  readonly year: number;
  /** Null for the stage of the day. */
  readonly stage: number | null;
  /** `YYYY-MM-DD` on the clock of the source. */
  readonly day: string;
  /** Where the line of the course is: the organiser keeps it on another server. */
  readonly trace: URL;
}

/** The papers of a stage, in the order in which they are to be read, or why there are none yet. */
export async function fetchPapers(which: Which): Promise<Result<Raw[]>> {
  const { base, year, trace } = which;
  const api = (bind: string) => new URL(`api/${bind}`, base);
  const stages = await fetchText(api(`stage-${year}`));
  if (!stages.ok) return fail(`${base.host} does not answer (${stages.error})`);
  const stage = theStage(recordsOf(jsonOf(stages.value) ?? []), which);
  const number = numberOf(stage?.stage);
  if (!stage || number === null) return fail(`${base.host} has no stage for ${which.stage ?? which.day} of ${year}`);
  const urls: Readonly<Record<Exclude<PaperTopic, 'stage'>, URL>> = {
    teams: api(`team-${year}`),
    riders: api(`allCompetitors-${year}`),
    checkpoints: api(`checkpoint-${year}-${number}`),
    trace,
  };
  const papers: Raw[] = [];
  for (const topic of paperTopics) {
    if (topic === 'stage') papers.push({ topic, text: JSON.stringify(stage) });
    else {
      const text = await fetchText(urls[topic]);
      const needed = topic === 'riders' || topic === 'trace';
      if (needed && (!text.ok || text.value === '')) return fail(`${urls[topic].href} gives no ${topic}`);
      if (text.ok && text.value !== '') papers.push({ topic, text: text.value });
    }
  }
  return ok(papers);
}

/** By number, else by day, else the only one there is. */
function theStage(stages: readonly Json[], { stage, day }: Which): Json | undefined {
  if (stage !== null) return stages.find((one) => numberOf(one.stage) === stage);
  return stages.find((one) => textOf(one.date).startsWith(day)) ?? (stages.length === 1 ? stages[0] : undefined);
}
