import type { Socket } from 'socket.io-client';
import type { CrewSnapshot } from '../wire/crew/half.ts';
import type { LogNews } from '../wire/crew/log.ts';
import {
  foldCrew,
  foldDelta,
  parseAdmitted,
  parseClock,
  parseCrew,
  parseCrewDelta,
  parseDelta,
  parseLog,
  parseSnapshot,
  parseThemes,
} from '../wire/parse.ts';
import type { Admitted, FromDesk, ToDesk } from '../wire/protocol.ts';
import type { OwnThemes, RaceClock, Snapshot } from '../wire/public/half.ts';
import type { Result } from '../wire/result.ts';

interface Told {
  admitted(admitted: Admitted): void;
  clock(clock: RaceClock): void;
  themes(themes: OwnThemes): void;
  log(news: LogNews): void;
  /** All that this page is given, folded: after each change, and only when nothing is missing. */
  halves(snapshot: Snapshot, crew: CrewSnapshot | null): void;
  /** Something is missing; what was held is forgotten, and a greeting is awaited. */
  hole(): void;
  refused(why: string, protocol: unknown): void;
}

/** Folds what the desk says onto what is held of both halves. */
export function followHalves(socket: Socket<FromDesk, ToDesk>, hasCrew: boolean, told: Told): { forget(): void } {
  let snapshot: Snapshot | null = null;
  let crew: CrewSnapshot | null = null;

  const forget = () => {
    snapshot = null;
    crew = null;
  };
  const tell = () => {
    if (snapshot && (crew || !hasCrew)) told.halves(snapshot, crew);
  };
  /** What is as old as what is held, or older, is nothing new. */
  const next = <T extends { readonly seq: number }, D extends { readonly seq: number }>(
    held: T,
    delta: Result<D>,
    fold: (held: T, delta: D) => T,
  ): T | null => {
    if (delta.ok && delta.value.seq <= held.seq) return null;
    if (delta.ok && delta.value.seq === held.seq + 1) return fold(held, delta.value);
    forget();
    told.hole();
    return null;
  };

  socket.on('admitted', (input) => {
    const admitted = parseAdmitted(input);
    if (admitted.ok) told.admitted(admitted.value);
  });
  socket.on('clock', (input) => {
    const clock = parseClock(input);
    if (clock.ok) told.clock(clock.value);
  });
  socket.on('themes', (input) => {
    const themes = parseThemes(input);
    if (themes.ok) told.themes(themes.value);
  });
  socket.on('log', (input) => {
    const news = parseLog(input);
    if (news.ok) told.log(news.value);
  });
  socket.on('snapshot', (input) => {
    const parsed = parseSnapshot(input);
    if (!parsed.ok) return told.refused(parsed.error, protocolIn(input));
    snapshot = parsed.value;
    tell();
  });
  socket.on('delta', (input) => {
    if (!snapshot) return;
    const delta = parseDelta(input);
    const folded = next(snapshot, delta, foldDelta);
    if (!folded) return;
    snapshot = folded;
    if (delta.ok && delta.value.clock) told.clock(delta.value.clock);
    tell();
  });
  socket.on('crew', (input) => {
    const parsed = parseCrew(input);
    if (!parsed.ok) return told.refused(parsed.error, null);
    crew = parsed.value;
    tell();
  });
  socket.on('crew-delta', (input) => {
    if (!crew) return;
    const folded = next(crew, parseCrewDelta(input), foldCrew);
    if (!folded) return;
    crew = folded;
    tell();
  });
  return { forget };
}

const protocolIn = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && 'protocol' in input ? input.protocol : null;
