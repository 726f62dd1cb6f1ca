import type { Socket } from 'socket.io-client';
import type { CrewSnapshot } from '../wire/crew/half.ts';
import type { LogNews } from '../wire/crew/log.ts';
import { foldCrew, parseAdmitted, parseCrew, parseCrewDelta, parseLog, parseThemes } from '../wire/parse.ts';
import type { Admitted, FromDesk, ToDesk } from '../wire/protocol.ts';
import type { OwnThemes, RaceClock, Snapshot } from '../wire/public/half.ts';
import { createArrivals } from './hold/arrivals.ts';
import { createLateRace, type LateOutput, type LateRace } from './hold/late-race.ts';

interface Told {
  admitted(admitted: Admitted): void;
  /** The clock of the race as it is shown, from this moment of the page on. */
  clock(clock: RaceClock, fromMs: number): void;
  themes(themes: OwnThemes): void;
  log(news: LogNews): void;
  /** All that this page shows of what it is given, folded: after each change, and only when nothing is missing. */
  halves(snapshot: Snapshot, crew: CrewSnapshot | null): void;
  /** The public half is coming in whole, or is here: of a late page long before it shows it. */
  greeted(): void;
  /** Something is missing, and a greeting is awaited. */
  hole(): void;
  refused(why: string, protocol: unknown): void;
  /** How late it is has become other. */
  late(): void;
}

export interface Halves extends Pick<LateRace, 'letGo' | 'lateS' | 'close'> {
  /** What comes follows nothing: a greeting is awaited. What is held of the public half is shown when it is due. */
  forget(): void;
}

/** Folds what the desk says onto what is held of both halves; of the public one when it is due. */
export function followHalves(
  socket: Socket<FromDesk, ToDesk>,
  hasCrew: boolean,
  output: LateOutput,
  told: Told,
): Halves {
  let snapshot: Snapshot | null = null;
  let crew: CrewSnapshot | null = null;

  const forget = () => {
    arrivals.forget();
    crew = null;
  };
  const hole = () => {
    forget();
    told.hole();
  };
  const tell = () => {
    if (snapshot && (crew || !hasCrew)) told.halves(snapshot, crew);
  };
  const now = () => performance.now();
  const race = createLateRace(
    output,
    {
      clock: told.clock,
      shown(its) {
        snapshot = its;
        tell();
      },
      hole,
      late: told.late,
    },
    now,
  );
  const arrivals = createArrivals(
    {
      heard: race.heard,
      hole,
      refused: (why, input) => told.refused(why, protocolIn(input)),
      greeted: told.greeted,
    },
    now,
  );

  socket.on('admitted', (input) => {
    const admitted = parseAdmitted(input);
    if (admitted.ok) told.admitted(admitted.value);
  });
  socket.on('past', arrivals.past);
  socket.on('clock', arrivals.clock);
  socket.on('snapshot', arrivals.snapshot);
  socket.on('delta', arrivals.delta);
  socket.on('themes', (input) => {
    const themes = parseThemes(input);
    if (themes.ok) told.themes(themes.value);
  });
  socket.on('log', (input) => {
    const news = parseLog(input);
    if (news.ok) told.log(news.value);
  });
  socket.on('crew', (input) => {
    const parsed = parseCrew(input);
    if (!parsed.ok) return told.refused(parsed.error, null);
    crew = parsed.value;
    tell();
  });
  socket.on('crew-delta', (input) => {
    if (!crew) return;
    const delta = parseCrewDelta(input);
    // What is as old as what is held, or older, is nothing new.
    if (delta.ok && delta.value.seq <= crew.seq) return;
    if (!delta.ok || delta.value.seq !== crew.seq + 1) return hole();
    crew = foldCrew(crew, delta.value);
    tell();
  });
  return { forget, letGo: race.letGo, lateS: race.lateS, close: race.close };
}

const protocolIn = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && 'protocol' in input ? input.protocol : null;
