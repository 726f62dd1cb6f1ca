import type { RaceEvent } from '../../../race/event.ts';
import type { Jersey } from '../../../race/sheet.ts';
import type { Parse, Parsed, Raw } from '../feed.ts';
import { type Json, jsonOf, numberOf, quoted, recordOf, recordsOf } from '../json.ts';
import { createFlashes } from './flash.ts';
import { type MessageReader, spokenIn } from './messages.ts';
import { packsOf } from './packs.ts';
import { isPaper, type PaperTopic, paperTopics } from './paper-shapes.ts';
import { createRankingBook, rankingNames, todayOf } from './ranking-book.ts';
import type { Today } from './rankings.ts';
import { entriesOf } from './road-book.ts';
import { type Papers, sheetOf } from './sheet.ts';
import { type ClockWitness, createClockWitness, stageTypeOf } from './stage-kind.ts';
import { createStatusNews } from './status-news.ts';
import { telemetryOf } from './telemetry.ts';
import { withdrawalsIn } from './withdrawals.ts';

const nothing: Parsed = { events: [], faults: [] };

/**
 * Reads what the organiser's Race Center sends. It remembers the papers and who wears what, because a sheet is made of
 * all of them; `stage` comes last and makes it.
 */
export function raceCenterParse(): Parse {
  let papers: Papers = { riders: null, teams: null, stage: null, trace: null, checkpoints: null };
  let jerseys: readonly Jersey[] = [];
  /** The newest trace that is a road: a worse one does not take its place. */
  let road: Papers['trace'] = null;
  const statusNews = createStatusNews();
  const rankings = createRankingBook();
  let today: Today | null = null;
  let hear = createClockWitness();
  let witness: ClockWitness | null = null;
  let flashes = createFlashes();
  /** The newest moment that trackers told of. */
  let nowMs = 0;

  const sheet = (): Parsed => {
    const made = sheetOf(papers, jerseys, witness);
    if (made?.sheet) {
      road = papers.trace;
      today = todayOf(papers, made.sheet);
      const known = today ? rankings.all(today) : [];
      return { events: [{ kind: 'sheet', sheet: made.sheet }, ...known], faults: made.faults };
    }
    if (made && road !== null && road !== papers.trace) {
      papers = { ...papers, trace: road };
      const before = sheet();
      return { events: before.events, faults: [...made.faults, ...before.faults] };
    }
    if (made) return { events: [], faults: made.faults };
    const missing = (['riders', 'trace', 'stage'] as const).filter((name) => papers[name] === null);
    return {
      events: [],
      faults: [`race center: no ${missing.join(', no ')}, so there is no race yet; check the papers of the stage.`],
    };
  };

  const paper = (topic: PaperTopic, value: unknown): Parsed => {
    // What is good stays until something as good comes.
    if (papers[topic] !== null && isPaper[topic](papers[topic]) && !isPaper[topic](value))
      return {
        events: [],
        faults: [`race center: what came as ${topic} is something else; the ${topic} of before stay.`],
      };
    const before = papers.stage;
    papers = { ...papers, ...filed(topic, value) };
    // The papers of the same stage may come again, corrected: who wears what is not written there.
    if (topic === 'stage' && numberOf(papers.stage?.stage) !== numberOf(before?.stage)) {
      jerseys = [];
      hear = createClockWitness();
      witness = null;
      flashes = createFlashes();
      papers = { ...papers, checkpointList: null };
    }
    return topic === 'stage' ? sheet() : nothing;
  };

  /** True when what trackers say makes it another kind of stage. */
  const hears = (stage: Json, riders: readonly Json[]): boolean => {
    const before = witness;
    witness = hear(riders);
    const typeBy = (one: ClockWitness | null) => stageTypeOf(stage, papers.checkpoints, one);
    return witness !== before && typeBy(witness) !== typeBy(before);
  };

  const telemetry = (data: Json): Parsed => {
    const { positions, jerseys: worn, statuses: seen, faults } = telemetryOf(data);
    const changed =
      worn !== null && worn.length > 0 && papers.stage !== null && JSON.stringify(worn) !== JSON.stringify(jerseys);
    if (changed) jerseys = worn;
    const isNewKind = positions !== null && papers.stage !== null && hears(papers.stage, recordsOf(data.Riders ?? []));
    if (positions) nowMs = Math.max(nowMs, positions.atMs);
    const news = positions ? statusNews(seen, positions.atMs) : [];
    const events = [...(changed || isNewKind ? sheet().events : []), ...news, ...told(positions).events];
    return { events, faults };
  };

  /** The road book is given anew with each change of the weather. */
  const roadBook =
    (of: 'checkpoints' | 'checkpointList'): MessageReader =>
    ({ stage, records }) => {
      if (papers.stage === null || stage !== numberOf(papers.stage.stage) || entriesOf(records).length === 0)
        return nothing;
      if (JSON.stringify(records) === JSON.stringify(papers[of])) return nothing;
      papers = { ...papers, [of]: records };
      return sheet();
    };

  /** Of the stage of the day; telemetryPack may name no stage. */
  const packs: MessageReader = ({ stage, records }) =>
    stage === null || papers.stage === null || stage === numberOf(papers.stage.stage)
      ? joined(records.map((data) => told(packsOf(data, today?.who ?? null))))
      : nothing;

  const radio: MessageReader = ({ stage, records }) =>
    stage === numberOf(papers.stage?.stage)
      ? { events: flashes(records, nowMs || (today?.sheet.info.startMs ?? 0)), faults: [] }
      : nothing;

  const withdrawals: MessageReader = ({ stage, records }) =>
    stage === numberOf(papers.stage?.stage)
      ? { events: withdrawalsIn(records, today?.who ?? null, nowMs), faults: [] }
      : nothing;

  const readers: ReadonlyMap<string, MessageReader> = new Map([
    ['telemetryCompetitor', ({ records }) => joined(records.map(telemetry))],
    ['pack', packs],
    ['telemetryPack', packs],
    ...rankingNames.map((name): [string, MessageReader] => [name, (message) => rankings.take(message, today, nowMs)]),
    ['stageWithdrawals', withdrawals],
    ['flashInfoLive', radio],
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
    return (message && readers.get(message.name)?.(message)) ?? nothing;
  };
}

const joined = (all: readonly Parsed[]): Parsed => ({
  events: all.flatMap(({ events }) => events),
  faults: all.flatMap(({ faults }) => faults),
});

const told = (event: RaceEvent | null): Parsed => (event ? { events: [event], faults: [] } : nothing);

/** The stream also sends bare identifiers, which say nothing to us. */
const isUid = (text: string): boolean => /^\s*[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\s*$/i.test(text);

function filed(topic: PaperTopic, value: unknown): Partial<Papers> {
  switch (topic) {
    case 'riders':
      return { riders: recordsOf(value) };
    case 'teams':
      return { teams: recordsOf(value) };
    case 'stage':
      return { stage: recordsOf(value)[0] ?? null };
    case 'trace':
      return { trace: recordOf(value) };
    case 'checkpoints':
      return { checkpoints: value };
  }
}
