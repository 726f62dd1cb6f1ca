import type { RaceAndInsight } from '../insight/insight.ts';
import { type PastRaces, recordedPast } from '../insight/past.ts';
import type { Scorecard } from '../insight/score.ts';
import type { Waiting } from '../race/confirm/waiting.ts';
import { createEngine } from '../race/engine.ts';
import type { RaceEvent } from '../race/event.ts';
import type { DeviceState, RadioMessage } from '../wire/crew/half.ts';
import { parseOperator } from '../wire/parse-asked.ts';
import { createAnalyst, type ForecastHearer, nobodyHears } from './analyst.ts';
import { createRiddenRoad } from './course/ridden/ridden-road.ts';
import { createDevices } from './devices.ts';
import type { InputReader, Parsed, Timed } from './feeds/feed.ts';
import { jsonOf } from './feeds/json.ts';
import { createMeeting } from './feeds/meet.ts';
import { startListBibs } from './feeds/start-list-bibs.ts';
import { createHeld } from './held.ts';
import type { Notices } from './notices.ts';
import { createRadio } from './radio.ts';
import { OPERATOR } from './tape/entry.ts';
import { wordOfToday } from './tape/old-word.ts';
import { createTimeJudge, type Judged } from './time/judge.ts';
import { createUnlisted } from './unlisted.ts';

/** From what came in to the race: parsed, counted when it is wrong, judged by the clock, folded. */
export interface Intake {
  take(input: Timed): Taken;
  /** This moment has come: what only time tells is entered. */
  advance(atMs: number): void;
  /** Null before the first sheet. */
  race(atMs: number): RaceAndInsight | null;
  /** The last words of race radio, newest first. */
  radio(): readonly RadioMessage[];
  /** Phones and trackers that tell how they are, in the order of their numbers. */
  devices(): readonly DeviceState[];
  /** What waits for a hand, newest first; what we have found ourselves as of the race that was asked for last. */
  waiting(): readonly Waiting[];
  /** How good the forecasts of this race were so far. */
  scorecard(): Scorecard;
  /** Forgets the race: everything comes again. */
  restart(): void;
}

export interface Taken extends Pick<Judged, 'heardMs' | 'movedMs'> {
  /** What the input turned out to mean, believed or not. */
  readonly events: readonly RaceEvent[];
}

export interface IntakeOptions {
  readonly source: {
    /** In the order in which they were named. */
    readonly feeds: readonly string[];
    /** Gives one that has read nothing yet. */
    reader(): InputReader;
  };
  readonly notices: Notices;
  /** How many laps a circuit has that riders draw; null where nobody says. */
  readonly laps?: number | null;
  /** What earlier races have taught; left out, what the desk has of its own. */
  readonly history?: PastRaces;
  /** Who is told of forecasts; left out, nobody. */
  readonly forecasts?: ForecastHearer;
  /** The time of day, where feeds happen now; null where they are played, for those have a clock of their own. */
  readonly wallMs: (() => number) | null;
}

export function createIntake(options: IntakeOptions): Intake {
  const { source, notices, laps = null, history = recordedPast, forecasts = nobodyHears, wallMs } = options;
  const begin = () => {
    const engine = createEngine();
    const analyst = createAnalyst(engine, history, forecasts, (why) =>
      notices.add('error', `What follows from the race cannot be said (${why}): the race goes on; keep the tape.`),
    );
    return { engine, analyst, held: createHeld(engine), known: null as RaceAndInsight | null, ...doors() };
  };
  const doors = () => ({
    read: source.reader(),
    asListed: startListBibs(),
    meet: createMeeting(source.feeds),
    road: createRiddenRoad({ laps, say: (sentence) => notices.add('info', sentence) }),
    time: createTimeJudge(wallMs),
    unlisted: createUnlisted(),
    radio: createRadio(),
    devices: createDevices(),
  });
  let race = begin();

  const apply = (event: RaceEvent) => {
    try {
      for (const one of race.held.pass(event)) race.engine.apply(one);
    } catch (error) {
      notices.add(
        'error',
        `The race engine stumbled over a ${event.kind} (${said(error)}): it goes on; keep the tape.`,
      );
    }
  };

  const parsed = (input: Timed): Parsed => {
    try {
      return input.topic === OPERATOR ? parseSaid(input) : race.read(input);
    } catch (error) {
      return { events: [], faults: [`a "${input.topic}" could not be read (${said(error)}) and was left out`] };
    }
  };

  return {
    take(input) {
      const { feed, topic, atMs } = input;
      race.analyst.reach(atMs);
      const isSaid = topic === OPERATOR;
      const { events: told, faults } = parsed(input);
      const events = told.map(race.asListed);
      for (const text of faults) notices.add('warning', `${feed}: ${text}`, riderIn(text));
      if (isSaid) {
        for (const event of events) apply(event);
        return { events, heardMs: null, movedMs: 0 };
      }
      const judged = race.time.judge(feed, events, atMs === 0 ? null : atMs);
      for (const text of judged.faults) notices.add('warning', text);
      for (const event of judged.events) {
        for (const bib of race.unlisted(event))
          notices.add(
            'error',
            `${feed}: number ${bib} is on the road and not on the start list: he is shown by his number once he has ridden among riders, or control says that he is racing; have the list corrected.`,
          );
        race.radio.hear(event);
        race.devices.hear(feed, event);
        const met = race.meet(feed, event);
        if (met) for (const one of race.road.pass(met)) apply(one);
      }
      return { events, heardMs: judged.heardMs, movedMs: judged.movedMs };
    },
    advance(atMs) {
      race.analyst.reach(atMs);
      try {
        race.engine.advance(atMs);
      } catch (error) {
        notices.add('error', `The race engine stumbled over the time (${said(error)}): it goes on; keep the tape.`);
      }
    },
    race(atMs) {
      try {
        race.known = race.analyst.race(atMs);
        return race.known;
      } catch (error) {
        notices.add(
          'error',
          `The race engine cannot say how the race stands (${said(error)}): the picture holds; keep the tape.`,
        );
        return null;
      }
    },
    radio: () => race.radio.messages(),
    devices: () => race.devices.list(),
    waiting: () => race.held.waiting(race.known),
    scorecard: () => race.analyst.scorecard(),
    restart() {
      race = begin();
    },
  };
}

function parseSaid(input: Timed): Parsed {
  const event = parseOperator(wordOfToday(jsonOf(input.text), input.atMs));
  return event.ok ? { events: [event.value], faults: [] } : { events: [], faults: [event.error] };
}

/** What is said of one rider is counted for him. */
const riderIn = (text: string): string | undefined => /^number (\S+):/.exec(text)?.[1];

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));
