import { fail, ok, type Result } from '../../wire/result.ts';
import type { Playable } from '../feeds/feed.ts';
import { aheadOfDay } from '../feeds/replay/as-received.ts';
import type { Tape } from '../tape/read.ts';
import { type ClockPiece, clockOnTape } from './clock.ts';

/** A command and its moment, in milliseconds since the beginning of what is rendered. */
export interface TimedCommand {
  readonly ms: number;
  readonly command: unknown;
}

/** What is rendered, on a time of its own that begins at 0: that of a page that had been open from there on. */
export interface Material {
  readonly playable: Playable;
  readonly endMs: number;
  /** At least one. Before the first one nobody knows the race: its past was being read. */
  readonly clock: readonly ClockPiece[];
  /** In order. */
  readonly commands: readonly TimedCommand[];
  /** What was to leave by itself does so here; else its tape says when it left. */
  readonly leavesBySelf: boolean;
}

/** What was on air as a desk wrote its tape, with every pause and seek. */
export function asItWas(file: string, { head, entries }: Tape, playable: Playable): Result<Material> {
  const zeroMs = head.startedAt;
  const commands = entries.flatMap((entry) =>
    'command' in entry ? [{ ms: Math.max(0, entry.at - zeroMs), command: entry.command }] : [],
  );
  if (commands.length === 0)
    return fail(`Nothing was ever on air on ${file}: there is no command on it; say what is to be with --show <file>.`);
  const live: ClockPiece = { fromMs: 0, atMs: zeroMs + aheadOfDay(entries), rate: 1, floorMs: null };
  const clock = head.isLive ? [live] : clockOnTape(entries, zeroMs);
  if (clock.length === 0)
    return fail(`${file} does not say how its clock ran: it was cut off; say what is to be on air with --show <file>.`);
  const endMs = Math.max(...entries.map(({ at }) => at), zeroMs) - zeroMs;
  return ok({ playable, endMs, clock, commands: commands.sort((a, b) => a.ms - b.ms), leavesBySelf: false });
}

/** The race from its beginning to its end, once; what is on air, a show says. */
export function asPlayed(playable: Playable, commands: readonly TimedCommand[] = []): Material {
  const { fromMs, toMs } = playable.span;
  const clock = [{ fromMs: 0, atMs: fromMs, rate: 1, floorMs: null }];
  return { playable, endMs: toMs - fromMs, clock, commands, leavesBySelf: true };
}
