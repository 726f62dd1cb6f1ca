import type { RaceEvent } from '../../../race/event.ts';
import type { Jersey } from '../../../race/sheet.ts';
import type { Parse, Parsed, Raw } from '../feed.ts';
import { type Json, jsonOf, numberOf, quoted, recordsOf } from '../json.ts';
import { createFlashes } from './flash.ts';
import { type MessageReader, spokenIn } from './messages.ts';
import { packsOf } from './packs.ts';
import { createPaperFile } from './paper-file.ts';
import { type PaperTopic, paperTopics } from './paper-shapes.ts';
import { createRankingBook, rankingNames, todayOf } from './ranking-book.ts';
import type { Today } from './rankings.ts';
import { type ClockWitness, createClockWitness, stageTypeOf } from './stage-kind.ts';
import { createStatusNews } from './status-news.ts';
import { telemetryOf } from './telemetry.ts';
import { withdrawalsIn } from './withdrawals.ts';

const nothing: Parsed = { events: [], faults: [] };

const ROAD_MADE =
  'race center: nobody gives a trace of the road; it was made of the tracks of the riders so far, whose own times on it are not known.';

/**
 * Reads what the organiser's Race Center sends. It remembers the papers and who wears what, because a sheet is made of
 * all of them; `stage` comes last and makes it.
 */
export function raceCenterParse(): Parse {
  const file = createPaperFile();
  let jerseys: readonly Jersey[] = [];
  const statusNews = createStatusNews();
  const rankings = createRankingBook();
  let today: Today | null = null;
  let hear = createClockWitness();
  let witness: ClockWitness | null = null;
  let flashes = createFlashes();
  /** The newest moment that trackers told of. */
  let nowMs = 0;

  const sheet = (): Parsed => {
    const made = file.sheet(jerseys, witness);
    if (!made.sheet) return { events: [], faults: made.faults };
    today = todayOf(file.papers(), made.sheet);
    const known = today ? rankings.all(today) : [];
    return { events: [{ kind: 'sheet', sheet: made.sheet }, ...known], faults: made.faults };
  };

  const paper = (topic: PaperTopic, value: unknown): Parsed => {
    const { fault, isOtherStage } = file.take(topic, value);
    if (fault !== null) return { events: [], faults: [fault] };
    // The papers of the same stage may come again, corrected: who wears what is not written there.
    if (isOtherStage) {
      jerseys = [];
      hear = createClockWitness();
      witness = null;
      flashes = createFlashes();
    }
    return topic === 'stage' ? sheet() : nothing;
  };

  /** Of the stage of the day. */
  const isToday = (stage: number | null): boolean => stage === numberOf(file.papers().stage?.stage);

  /** True when what trackers say makes it another kind of stage. */
  const hears = (stage: Json, riders: readonly Json[]): boolean => {
    const before = witness;
    witness = hear(riders);
    const typeBy = (one: ClockWitness | null) => stageTypeOf(stage, file.papers().checkpoints, one);
    return witness !== before && typeBy(witness) !== typeBy(before);
  };

  const telemetry = (data: Json): Parsed => {
    const { positions, jerseys: worn, statuses: seen, faults } = telemetryOf(data);
    const { stage } = file.papers();
    const changed =
      worn !== null && worn.length > 0 && stage !== null && JSON.stringify(worn) !== JSON.stringify(jerseys);
    if (changed) jerseys = worn;
    const riders = positions ? recordsOf(data.Riders ?? []) : [];
    const isNewKind = positions !== null && stage !== null && hears(stage, riders);
    if (positions) nowMs = Math.max(nowMs, positions.atMs);
    const isRoadMade = positions !== null && file.ride(riders, positions.atMs, witness);
    const made = isRoadMade || changed || isNewKind ? sheet() : nothing;
    const news = positions ? statusNews(seen, positions.atMs) : [];
    const events = [...made.events, ...news, ...told(positions).events];
    return { events, faults: isRoadMade ? [ROAD_MADE, ...made.faults, ...faults] : faults };
  };

  const roadBook =
    (of: 'checkpoints' | 'checkpointList'): MessageReader =>
    ({ stage, records }) =>
      file.papers().stage !== null && isToday(stage) && file.renew(of, records) ? sheet() : nothing;

  /** telemetryPack may name no stage. */
  const packs: MessageReader = ({ stage, records }) =>
    stage === null || file.papers().stage === null || isToday(stage)
      ? joined(records.map((data) => told(packsOf(data, today?.who ?? null))))
      : nothing;

  const radio: MessageReader = ({ stage, records }) =>
    isToday(stage) ? { events: flashes(records, nowMs || (today?.sheet.info.startMs ?? 0)), faults: [] } : nothing;

  const withdrawals: MessageReader = ({ stage, records }) =>
    isToday(stage) ? { events: withdrawalsIn(records, today?.who ?? null, nowMs), faults: [] } : nothing;

  const readers: ReadonlyMap<string, MessageReader> = new Map([
    ['telemetryCompetitor', ({ records }) => joined(records.map(telemetry))],
    ['pack', packs],
    ['telemetryPack', packs],
    ...rankingNames.map((name): [string, MessageReader] => [name, (message) => rankings.take(message, today, nowMs)]),
    ['stageWithdrawals', withdrawals],
    ['flashInfoLive', radio],
    ['publication', radio],
    ['checkpoint', roadBook('checkpoints')],
    ['checkpointList', roadBook('checkpointList')],
  ]);

  return (raw: Raw): Parsed => {
    if (isUid(raw.text)) return nothing;
    const value = jsonOf(raw.text);
    if (value === null)
      return { events: [], faults: [`${raw.topic}: what came is not JSON and was left out: ${quoted(raw.text)}`] };
    const topic = paperTopics.find((name) => name === raw.topic);
    if (topic) return paper(topic, value);
    const message = spokenIn(value);
    return (message && readers.get(nameWithoutLanguage(message.name))?.(message)) ?? nothing;
  };
}

const joined = (all: readonly Parsed[]): Parsed => ({
  events: all.flatMap(({ events }) => events),
  faults: all.flatMap(({ faults }) => faults),
});

const told = (event: RaceEvent | null): Parsed => (event ? { events: [event], faults: [] } : nothing);

/** "publication" of "publication_en" */
const nameWithoutLanguage = (name: string): string => name.split('_', 1)[0] ?? '';

/** The stream also sends bare identifiers, which say nothing to us. */
const isUid = (text: string): boolean => /^\s*[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\s*$/i.test(text);
