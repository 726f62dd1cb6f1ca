import { STANDS_MS } from './memory.ts';
import { kmOf } from './moves.ts';
import { type StoryTeller, tellingOf } from './telling.ts';

/** What was expected of the break is not expected any more. */
export const forecastChanged: StoryTeller = ({ race, forecasts, memory }) =>
  forecasts.flatMap((forecast) => {
    if (forecast.kind !== 'catch' || forecast.silent !== null || forecast.word === null) return [];
    const said = memory.words.get(forecast.id);
    const head = memory.lives.get(forecast.previous);
    if (!said?.before || !head?.isHead || head.seenMs !== race.atMs || forecast.group !== memory.main) return [];
    const { word, sinceMs, before } = said;
    if (word === 'open' || word === before || race.atMs - sinceMs < STANDS_MS) return [];
    const gap = race.groups.find(({ id }) => id === forecast.group)?.gap;
    return gap
      ? [
          tellingOf('forecast changed', `${forecast.id} ${word}`, {
            atMs: sinceMs,
            readyMs: sinceMs + STANDS_MS,
            atM: head.frontM,
            bibs: head.bibs,
            groups: [forecast.previous, forecast.group],
            expects: word,
            facts: {
              riders: head.bibs.length,
              gap: Math.round(gap.value),
              km: kmOf(race.sheet.course.lengthM - head.frontM),
            },
            isEstimated: gap.origin === 'estimated',
            importance: 0.75,
            confidence: 0.9,
          }),
        ]
      : [];
  });
