import { createEngine } from '../race/engine.ts';
import type { RaceEvent } from '../race/event.ts';
import type { Race } from '../race/race.ts';
import { parseOperator } from '../wire/parse-asked.ts';
import type { Parsed, Reader, Timed } from './feeds/feed.ts';
import { jsonOf } from './feeds/json.ts';
import { startListBibs } from './feeds/start-list-bibs.ts';
import type { Notices } from './notices.ts';
import { OPERATOR } from './tape/entry.ts';

/** From what came in to the race: parsed, counted when it is wrong, folded. */
export interface Intake {
  /** What the input turned out to mean. */
  take(input: Timed): readonly RaceEvent[];
  /** Null before the first sheet. */
  race(atMs: number): Race | null;
  /** Forgets the race: everything comes again. */
  restart(): void;
}

/** `reader` gives one that has read nothing yet. */
export function createIntake(reader: () => Reader, notices: Notices): Intake {
  let engine = createEngine();
  let read = reader();
  let asListed = startListBibs();

  const apply = (event: RaceEvent) => {
    try {
      engine.apply(event);
    } catch (error) {
      notices.add(
        'error',
        `The race engine stumbled over a ${event.kind} (${said(error)}): it goes on; keep the tape.`,
      );
    }
  };

  const parsed = (input: Timed): Parsed => {
    try {
      return input.topic === OPERATOR ? parseSaid(input) : read(input);
    } catch (error) {
      return { events: [], faults: [`a "${input.topic}" could not be read (${said(error)}) and was left out`] };
    }
  };

  return {
    take(input) {
      const { events: told, faults } = parsed(input);
      const events = told.map(asListed);
      for (const text of faults) notices.add('warning', `${input.feed}: ${text}`);
      for (const event of events) apply(event);
      return events;
    },
    race(atMs) {
      try {
        return engine.race(atMs);
      } catch (error) {
        notices.add(
          'error',
          `The race engine cannot say how the race stands (${said(error)}): the picture holds; keep the tape.`,
        );
        return null;
      }
    },
    restart() {
      engine = createEngine();
      read = reader();
      asListed = startListBibs();
    },
  };
}

function parseSaid(input: Timed): Parsed {
  const event = parseOperator(jsonOf(input.text));
  return event.ok ? { events: [event.value], faults: [] } : { events: [], faults: [event.error] };
}

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));
