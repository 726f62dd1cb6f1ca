import { createEngine } from '../../race/engine.ts';
import type { RaceEvent } from '../../race/event.ts';
import type { QuarantineReason } from '../../race/health.ts';
import type { Place } from '../../race/place.ts';
import type { Race } from '../../race/race.ts';
import { fail, ok, type Result } from '../../wire/result.ts';
import type { Playable } from '../feeds/feed.ts';
import { readTruth, type Truth } from '../feeds/race-center/truth.ts';
import { startListBibs } from '../feeds/start-list-bibs.ts';
import { organiserFrames } from './organiser-frames.ts';
import { quantile } from './quantile.ts';
import { type ShownFigures, shownTally } from './shown.ts';

/** How far the engine is from what the organiser says; the JSON of `npm run truth -- --json`. */
export interface TruthFigures {
  /** Without sign. */
  readonly placeErrorM: { readonly median: number; readonly p90: number; readonly p99: number; readonly max: number };
  /** Ours less theirs, before the first arrival; `p90` without sign. Theirs are whole seconds, cut off. */
  readonly gapErrorS: { readonly median: number; readonly medianAbs: number; readonly p90: number };
  /** Frames in which the number of groups is another than in the frame before, and the most groups ever named. */
  readonly groups: { readonly changedFrameShare: number; readonly namedMax: number };
  /** Where a group that was alone in front was caught by the peloton. */
  readonly catches: readonly { readonly kmToGo: number }[];
  /** Riders shown, frame by frame, on news older than a minute: must be none. */
  readonly shownStale: number;
  readonly shown: ShownFigures;
  readonly ignored: { readonly [reason in QuarantineReason]?: number };
  readonly samples: number;
  /** Spent in the engine: folding every frame, and giving out the race after each. */
  readonly seconds: number;
}

const STALE_MS = 60_000;

/** Runs a feed through the engine on latitude and longitude alone, and compares. */
export function measure(playable: Playable): Result<TruthFigures> {
  const engine = createEngine();
  const read = playable.reader();
  const asListed = startListBibs();
  const tally = newTally();
  let seconds = 0;
  let samples = 0;
  for (const raw of playable.play(playable.span.fromMs)) {
    const events = read(raw).events.map(asListed).map(placesOnly);
    const began = performance.now();
    for (const event of events) engine.apply(event);
    const frame = events.findLast((event) => event.kind === 'positions');
    if (frame) engine.advance(frame.atMs);
    const race = frame ? engine.race(frame.atMs) : null;
    seconds += (performance.now() - began) / 1000;
    if (!frame || !race) continue;
    samples += frame.samples.length;
    tally.see(race, readTruth(raw.text));
  }
  return tally.figures(samples, seconds);
}

/** What the organiser says of speed, distance and gap is for comparing only. */
function placesOnly(event: RaceEvent): RaceEvent {
  if (event.kind !== 'positions') return event;
  return { ...event, samples: event.samples.map(({ gapS: _, ...sample }) => ({ ...sample, speedKph: null })) };
}

function newTally() {
  const placeErrors: number[] = [];
  const gapErrors: number[] = [];
  const catches: { kmToGo: number }[] = [];
  const shown = shownTally();
  const organiser = organiserFrames();
  let frames = 0;
  let changed = 0;
  let namedMax = 0;
  let shownStale = 0;
  let last: Race | null = null;

  const see = (race: Race, truth: Truth | null): void => {
    // What a source sends again is no frame of its own.
    if (last && race.atMs <= last.atMs) return;
    frames += 1;
    if (last && last.groups.length !== race.groups.length) changed += 1;
    namedMax = Math.max(namedMax, race.groups.length);
    if (last && isCatch(last, race)) catches.push({ kmToGo: kmToGo(race, race.groups[0]!.frontM) });
    shownStale += race.places.filter((place) => isShown(place) && race.atMs - place.atMs > STALE_MS).length;
    if (truth) {
      compare(race, truth, placeErrors, gapErrors);
      shown.see(race, organiser.note(truth, race.sheet.course.lengthM));
    }
    last = race;
  };

  const figures = (samples: number, seconds: number): Result<TruthFigures> => {
    if (placeErrors.length === 0) return fail('it carries no distances of an organiser to compare with');
    const place = Float64Array.from(placeErrors, Math.abs).sort();
    const gap = Float64Array.from(gapErrors).sort();
    const gapAbs = Float64Array.from(gapErrors, Math.abs).sort();
    const quarantine = last?.health.quarantine ?? [];
    return ok({
      placeErrorM: {
        median: quantile(place, 0.5),
        p90: quantile(place, 0.9),
        p99: quantile(place, 0.99),
        max: quantile(place, 1),
      },
      gapErrorS: { median: quantile(gap, 0.5), medianAbs: quantile(gapAbs, 0.5), p90: quantile(gapAbs, 0.9) },
      groups: { changedFrameShare: changed / frames, namedMax },
      catches,
      shownStale,
      shown: shown.figures(),
      ignored: Object.fromEntries(quarantine.map(({ reason, count }) => [reason, count])),
      samples,
      seconds,
    });
  };
  return { see, figures };
}

const isShown = (place: Place): boolean => place.rank !== null && place.status === 'racing';

const kmToGo = (race: Race, distanceM: number): number =>
  Math.round((race.sheet.course.lengthM - distanceM) / 10) / 100;

function isCatch(before: Race, now: Race): boolean {
  return before.groups[0]?.kind === 'head' && now.groups[0]?.kind === 'peloton' && !hasArrivals(now);
}

const hasArrivals = (race: Race): boolean => race.places.some((place) => place.finish !== null);

/** Only fixes of this very frame are compared, and gaps only until the first arrival: theirs break there. */
function compare(race: Race, truth: Truth, placeErrors: number[], gapErrors: number[]): void {
  const { lengthM } = race.sheet.course;
  const arrived = hasArrivals(race);
  const places = new Map(race.places.map((place) => [place.bib, place]));
  for (const { bib, kmToFinish, secToFirstRider } of truth.riders) {
    const place = places.get(bib);
    if (!place || !isShown(place) || place.atMs !== truth.atMs) continue;
    if (kmToFinish !== null && kmToFinish * 1000 <= lengthM)
      placeErrors.push(place.distanceM - (lengthM - kmToFinish * 1000));
    if (secToFirstRider !== null && place.gapS !== null && !arrived) gapErrors.push(place.gapS - secToFirstRider);
  }
}
