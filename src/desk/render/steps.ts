import type { PastRaces } from '../../insight/past.ts';
import { pageCounts } from '../../race/listing/pages.ts';
import type { Race } from '../../race/race.ts';
import type { Manifest } from '../../show/manifest.ts';
import type { OfflineStep } from '../../wire/offline/step.ts';
import { packStep } from '../../wire/offline/step.ts';
import { raceEncoder } from '../../wire/public/encode.ts';
import { type Air, airOf, sameAir } from '../../wire/public/half.ts';
import { createFreezer } from '../freezer.ts';
import { type ClockPiece, momentIn, pieceAt, stepClockOf } from './clock.ts';
import type { FrameTimes } from './frame-times.ts';
import type { Lead } from './lead.ts';
import type { Material } from './material.ts';
import { createRaceTrack } from './race-track.ts';
import { createShowTrack } from './show-track.ts';

/** One step for the page, packed; `frame` is the number of the picture that it is to give, null where it gives none. */
export interface PackedStep {
  readonly frame: number | null;
  readonly ms: number;
  readonly bytes: Uint8Array;
}

export interface StepsAsked {
  readonly material: Material;
  readonly manifests: ReadonlyMap<string, Manifest>;
  readonly laps: number | null;
  /** What earlier races have taught; left out, what the desk has of its own. */
  readonly history?: PastRaces | undefined;
  readonly times: FrameTimes;
  readonly lead: Lead;
  /** The first frame that is wanted, and the first one that is not any more. */
  readonly from: number;
  readonly to: number;
  /** Told of what no longer fits, once each. */
  readonly leftOut: (sentence: string) => void;
}

/**
 * All steps of a rendering. The race is folded from the beginning, second by second, whatever is wanted of it: so each
 * step is the same wherever the rendering begins. A step without bytes only says how far the folding has come.
 */
export function* renderSteps({
  material,
  manifests,
  laps,
  history,
  times,
  lead,
  from,
  to,
  leftOut,
}: StepsAsked): Generator<PackedStep | { readonly ms: number; readonly bytes: null }> {
  const show = createShowTrack(material, manifests);
  const track = createRaceTrack(material.playable, laps, history);
  const freezer = createFreezer();
  const encoder = raceEncoder();
  const told: { race: Race | null; air: Air | null; clock: unknown } = { race: null, air: null, clock: null };
  let isNew = false;
  let said = 0;

  const [ledFrom, everyFrom] = [times.from(lead.fromMs), times.from(Math.floor(lead.everyFrameMs / 1000) * 1000)];
  const nextOf = (frame: number) => {
    if (frame + 1 >= everyFrom) return frame + 1;
    const ms = times.msOf(frame);
    return Math.max(
      frame + 1,
      Math.min(times.from(Math.floor(ms / 1000 + 1.000001) * 1000), times.from(show.nextMs())),
    );
  };
  for (let frame = 0; frame < to; frame = nextOf(frame)) {
    const ms = times.msOf(frame);
    const piece = pieceAt(material.clock, ms);
    const atMs = momentIn(piece, ms);
    const isKnown = ms >= piece.fromMs;
    isNew = (isKnown && track.to(atMs)) || isNew;
    if (isKnown && times.isSecond(frame)) track.advance(atMs);
    const isDone = show.nextMs() <= ms;
    show.to(ms);
    for (; said < show.leftOut.length; said += 1) leftOut(show.leftOut[said]!);
    const isDue = isDone || times.isSecond(frame);
    const live = { race: null as Race | null, clock: { atMs, rate: piece.rate } };
    if (isKnown && (isDue || (isNew && frame >= everyFrom && times.isBeat(frame)))) live.race = track.race(atMs);
    if (times.isBeat(frame)) isNew = false;
    const known = live.race ? freezer.told(live, show.show().frozen, false) : live;
    if (isDue) show.count(pageCounts(known.race));
    if (frame < ledFrom) {
      if (times.isSecond(frame)) yield { ms, bytes: null };
      continue;
    }
    yield { frame: frame >= from ? frame : null, ms, bytes: packed(ms, frame >= from, known.race, piece) };
  }

  function packed(timeMs: number, wanted: boolean, race: Race | null, piece: ClockPiece): Uint8Array {
    const air = airOf(show.show());
    const frozen = show.show().frozen ? freezer.told({ race: null, clock: { atMs: 0, rate: 0 } }, true, true) : null;
    const clock = frozen?.race
      ? { atMs: frozen.clock.atMs, rate: 0, pageMs: timeMs, floorMs: null }
      : stepClockOf(piece);
    const clockSays = frozen?.race ? `${frozen.clock.atMs} frozen` : piece;
    const step: OfflineStep = {
      timeMs,
      wanted,
      ...(!(told.air && sameAir(air, told.air)) && { air }),
      ...(clockSays !== told.clock && { clock }),
    };
    const bytes = race && race !== told.race ? encoder.delta(race) : null;
    Object.assign(told, { air, clock: clockSays, race: race ?? told.race });
    return packStep(step, bytes);
  }
}
