import type { Raw } from '../feed.ts';
import { recordsOf } from '../json.ts';
import { enveloped } from './messages.ts';
import type { PaperRound, Which } from './papers.ts';
import { createListFetcher } from './since.ts';

/** Under which topic an answer lies on the tape: an envelope, as on the stream. */
const NEWS = 'news';

/**
 * What the organiser also sends on the stream when it changes: who comes later asks for it. The standing after the
 * stage before comes first, then what today's lines gave, then what follows from it.
 */
const binds = ({ year, language }: Which, stage: number): readonly string[] => [
  ...(stage > 1 ? [`rankingType-${year}-${stage - 1}`] : []),
  `rankingTypeJerseys-${year}-${stage}`,
  `checkpointList-${year}-${stage}`,
  `rankingTypeTrial-${year}-${stage}`,
  `rankingTypeArrival-${year}-${stage}`,
  `rankingType-${year}-${stage}`,
  `flashInfoLive-${year}-${stage}`,
  `publication_${language}-${year}-${stage}`,
  `stageWithdrawals-${year}-${stage}`,
];

/** Asks for the news of a stage. None of it needs to be there: before the stage most is empty. `now` in milliseconds. */
export function createNewsRound(stage: () => number | null, now: () => number): PaperRound {
  const page = createListFetcher(now);
  const given = new Map<string, string>();
  return {
    async ask(which) {
      const number = stage();
      const papers: Raw[] = [];
      for (const bind of number === null ? [] : binds(which, number)) {
        const got = await page(new URL(`api/${bind}`, which.base), (value) => recordsOf(value).length > 0);
        if (!got.ok || got.value === given.get(bind)) continue;
        given.set(bind, got.value);
        papers.push({ topic: NEWS, text: enveloped(bind, got.value) });
      }
      return { papers, missing: [], isComplete: true };
    },
  };
}
