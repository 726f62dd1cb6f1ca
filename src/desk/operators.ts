import { whyUnmeant } from '../race/confirm/waiting.ts';
import type { Race } from '../race/race.ts';
import type { LogEntry } from '../wire/crew/log.ts';
import type { Answer, OperatorEvent, Transport } from '../wire/protocol.ts';
import { datedAt, isByHand } from './by-hand.ts';
import type { Driver } from './driver.ts';
import type { Intake } from './intake.ts';
import type { DeskLog } from './log/log.ts';
import { raceDeed } from './log/race-deed.ts';
import { transportDeed } from './log/transport-deed.ts';
import type { Recorder } from './recorder.ts';
import { notDone } from './show-keeper.ts';
import { DESK, OPERATOR } from './tape/entry.ts';

/** What operators do with the race and its clock, whoever they are: the show has a door of its own. */
export interface Operators {
  /** It is in the race, in the log and on the tape, or refused in one sentence. */
  tell(event: OperatorEvent, author: string): Answer;
  /** While it enters the race: what the log says of it, which goes on the tape with it. */
  saying(): LogEntry | null;
  /** Done by what moves the race, or refused by it; in the log it stands where the clock was before. */
  transport(transport: Transport, author: string): Answer;
}

interface OperatorsOptions {
  readonly recorder: Pick<Recorder, 'ready' | 'clock'>;
  readonly log: DeskLog;
  readonly intake: Pick<Intake, 'waiting'>;
  /** The newest race that was told, for its names. */
  readonly race: () => Race | null;
  readonly driver: () => Driver;
}

export function createOperators({ recorder, log, intake, race, driver }: OperatorsOptions): Operators {
  let saying: LogEntry | null = null;
  return {
    tell(event, author) {
      const why = recorder.ready();
      if (why !== null) return { ok: false, error: notDone(why) };
      const waiting = intake.waiting();
      const unmeant = whyUnmeant(event, waiting);
      if (unmeant !== null) return { ok: false, error: unmeant };
      const signed = isByHand(event) ? { ...datedAt(driver().clock().atMs, event), author } : event;
      saying = log.entry(raceDeed(event, race(), waiting), author);
      log.add(saying);
      driver().say({ feed: DESK, topic: OPERATOR, text: JSON.stringify(signed) });
      saying = null;
      return { ok: true };
    },
    saying: () => saying,
    transport(transport, author) {
      const deed = transportDeed(transport, race()?.sheet.info.utcOffsetMin ?? 0);
      const fromMs = driver().clock().atMs;
      const answer = driver().transport(transport);
      if (answer.ok) log.note(deed, author, fromMs);
      if (answer.ok) recorder.clock(driver().clock(), true);
      return answer;
    },
  };
}
