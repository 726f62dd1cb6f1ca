import type { RaceEvent } from '../../../race/event.ts';
import type { Sheet } from '../../../race/sheet.ts';
import type { Parsed } from '../feed.ts';
import { type Json, numberOf, textOf } from '../json.ts';
import type { Message } from './messages.ts';
import { jerseyCode, rankingCode } from './ranking-codes.ts';
import { whoIs } from './ranking-rows.ts';
import { eventsOf, jerseyOf, type Ranking, type Today } from './rankings.ts';
import { entriesOf } from './road-book.ts';
import type { Papers } from './sheet.ts';

const JERSEYS = 'rankingTypeJerseys';

/** Remembers the organiser's lists: what they mean depends on papers that may come, or be corrected, later. */
export interface RankingBook {
  /** `nowMs` is the newest moment of the race, for a list that does not say of when it is. */
  take(message: Message, today: Today | null, nowMs: number): Parsed;
  /** All that is known, read with the papers of now. */
  all(today: Today): readonly RaceEvent[];
}

export function createRankingBook(): RankingBook {
  const lists = new Map<string, Ranking>();
  const jerseys = new Map<string, Ranking>();
  const strange = new Set<string>();

  /** Who wears what, all in one: a list tells of one jersey. They bear the number of the stage on which they are worn. */
  const worn = (today: Today): RaceEvent[] => {
    const told = [...jerseys.values()].filter(({ stage }) => stage === today.stage);
    const parts = { jerseys: told.flatMap((ranking) => jerseyOf(ranking, today) ?? []) };
    return parts.jerseys.length > 0 ? [{ kind: 'before-stage', from: 'feed', parts }] : [];
  };

  const isNews = (known: Ranking | undefined, list: Json): boolean =>
    known === undefined || contentOf(known.list) !== contentOf(list);

  return {
    take({ name, stage, records }, today, nowMs) {
      const events: RaceEvent[] = [];
      const faults: string[] = [];
      for (const list of records) {
        const type = textOf(list.type);
        if (stage === null || !Array.isArray(list.rankings)) continue;
        const isOfJerseys = name === JERSEYS;
        if ((isOfJerseys ? jerseyCode(type) : rankingCode(type)) === null) {
          if (!strange.has(type)) faults.push(`rankings: a list of the kind "${type}" is not known and was left out.`);
          strange.add(type);
          continue;
        }
        const book = isOfJerseys ? jerseys : lists;
        const key = [stage, type, list.checkpoint, list.length].join(' ');
        const known = book.get(key);
        if (!isNews(known, list)) continue;
        const atMs = Math.max(numberOf(list._updatedAt) ?? nowMs, (known?.atMs ?? Number.NEGATIVE_INFINITY) + 1);
        const ranking: Ranking = { stage, list, atMs };
        book.set(key, ranking);
        if (today) events.push(...(isOfJerseys ? worn(today) : eventsOf(ranking, today)));
      }
      return { events: inTurn(events), faults };
    },
    all: (today) => inTurn([...worn(today), ...[...lists.values()].flatMap((ranking) => eventsOf(ranking, today))]),
  };
}

/** Under which names the organiser sends lists. */
export const rankingNames = ['rankingType', 'rankingTypeArrival', 'rankingTypeTrial', JERSEYS];

/** What lists are read with; null for a stage without a number, for then nothing says of which one they are. */
export function todayOf({ stage, riders, teams, checkpoints }: Papers, sheet: Sheet): Today | null {
  const number = numberOf(stage?.stage);
  const kms = new Map(entriesOf(checkpoints).map((entry) => [numberOf(entry.checkpoint), numberOf(entry.length)]));
  const kmOf = (checkpoint: number) => kms.get(checkpoint) ?? null;
  return number === null ? null : { stage: number, sheet, who: whoIs(riders ?? [], teams ?? []), kmOf };
}

const contentOf = ({ rankings, status }: Json): string => JSON.stringify([rankings, status]);

/** What lines gave goes first: it tells whether anybody has finished. */
function inTurn(events: readonly RaceEvent[]): RaceEvent[] {
  const isLast = ({ kind }: RaceEvent): boolean => kind === 'classification';
  return [...events.filter((event) => !isLast(event)), ...events.filter(isLast)];
}
