import type { Raw } from '../feed.ts';
import { type Json, jsonOf, numberOf, recordsOf, textOf } from '../json.ts';
import { createPageFetcher } from './pages.ts';
import { isPaper, type PaperTopic, paperTopics } from './paper-shapes.ts';

/** Which race: what the address says, else what the stream and the calendar say. */
export interface Which {
  readonly base: URL;
  readonly year: number;
  /** Null for the stage of the day. */
  readonly stage: number | null;
  /** `YYYY-MM-DD` on the clock of the source. */
  readonly day: string;
  /** Of what the organiser writes in several: "en". */
  readonly language: string;
  /** Where the line of the course is: the organiser keeps it on another server. */
  readonly trace: URL;
}

/** What one round of asking has brought. */
export interface Round {
  /** What is new, in the order in which it is to be read; empty where nothing is, or where there is no race yet. */
  readonly papers: readonly Raw[];
  /** What should be there and is not, in a few words each. */
  readonly missing: readonly string[];
  /** Nothing is missing without which there is no race: of a time trial riders can draw the road. */
  readonly isComplete: boolean;
}

/** Asks for the papers of a stage, again and again: what has not changed since is not given again. */
export interface PaperRound {
  ask(which: Which): Promise<Round>;
}

const needed: readonly PaperTopic[] = ['riders', 'trace', 'stage'];

export function createPaperRound(): PaperRound {
  const page = createPageFetcher();
  const given = new Map<PaperTopic, string>();

  return {
    async ask(which) {
      const { base, year } = which;
      const stages = await page(new URL(`api/stage-${year}`, base), isPaper.stage);
      if (!stages.ok) return without(`${base.host} gives no stages of ${year} (${stages.error})`);
      const stage = theStage(recordsOf(jsonOf(stages.value)), which);
      const number = numberOf(stage?.stage);
      if (!stage || number === null)
        return without(`${base.host} has no stage for ${which.stage ?? which.day} of ${year}`);
      const texts = new Map<PaperTopic, string>([['stage', JSON.stringify(stage)]]);
      const missing: string[] = [];
      for (const [topic, url] of urlsOf(which, number)) {
        const got = await page(url, isPaper[topic]);
        if (got.ok) texts.set(topic, got.value);
        else missing.push(`${url.href} gives no ${topic} (${got.error})`);
      }
      const isComplete = needed.every((topic) => texts.has(topic));
      const news = paperTopics.filter((topic) => texts.has(topic) && texts.get(topic) !== given.get(topic));
      if (!texts.has('riders') || news.length === 0) return { papers: [], missing, isComplete };
      for (const topic of news) given.set(topic, texts.get(topic) ?? '');
      // The stage comes last and makes the sheet of all of them.
      const topics = paperTopics.filter((topic) => topic === 'stage' || news.includes(topic));
      return { papers: topics.map((topic) => ({ topic, text: texts.get(topic) ?? '' })), missing, isComplete };
    },
  };
}

const without = (missing: string): Round => ({ papers: [], missing: [missing], isComplete: false });

type Fetched = Exclude<PaperTopic, 'stage'>;

function urlsOf({ base, year, trace }: Which, stage: number): readonly (readonly [Fetched, URL])[] {
  return [
    ['teams', new URL(`api/team-${year}`, base)],
    ['riders', new URL(`api/allCompetitors-${year}`, base)],
    ['checkpoints', new URL(`api/checkpoint-${year}-${stage}`, base)],
    ['trace', trace],
  ];
}

/** By number, else by day, else the only one there is. */
function theStage(stages: readonly Json[], { stage, day }: Which): Json | undefined {
  if (stage !== null) return stages.find((one) => numberOf(one.stage) === stage);
  return stages.find((one) => textOf(one.date).startsWith(day)) ?? (stages.length === 1 ? stages[0] : undefined);
}
