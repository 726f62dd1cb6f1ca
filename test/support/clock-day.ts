import { at } from './courses.ts';
import { START_MS } from './race.ts';
import { paper, riderPaper } from './recording.ts';

/**
 * A mountain time trial as an organiser's Race Center leaves it: its letters are those of a mountain stage, nothing says
 * when who starts, trackers speak every 6 s with holes of 36 s, and stop 300 m before the line. All is invented.
 */

export const LENGTH_M = 26_000;
export const SPLITS_M = [9000, 16_000];
const STOP_M = LENGTH_M - 300;
const STEP_M = 10;

/** Flat, up, down, up: the pace from each place on, reached within 400 m, as a road changes. */
const paces = [
  [0, 13],
  [8000, 6],
  [15_000, 17],
  [21_000, 7.5],
] as const;

function usualMps(m: number): number {
  const at = paces.findLastIndex(([from]) => m >= from);
  const [[from, mps], before] = [paces[at]!, paces[Math.max(0, at - 1)]!];
  return before[1] + (mps - before[1]) * Math.min(1, (m - from) / 400);
}

export interface ClockRider {
  readonly bib: string;
  readonly startMs: number;
  /** Seconds since his start at each 10 m. */
  readonly elapsedS: readonly number[];
}

/** Every 90 s, the last six every 120 s. Some begin fast, some end so. */
export const field: readonly ClockRider[] = Array.from({ length: 24 }, (_, i) => {
  const form = 1 + ((i * 7) % 11) / 100;
  const lean = (((i * 5) % 9) - 4) / 100;
  const elapsedS = [0];
  for (let m = 0; m < LENGTH_M; m += STEP_M) {
    const offRamp = Math.min(1, 0.5 + m / 100);
    const mps = usualMps(m) * form * (1 + lean * (1 - (2 * m) / LENGTH_M)) * offRamp;
    elapsedS.push(elapsedS.at(-1)! + STEP_M / mps);
  }
  return {
    bib: String(i + 1),
    startMs: START_MS + (Math.min(i, 18) * 90 + Math.max(0, i - 18) * 120) * 1000,
    elapsedS,
  };
});

export const riderOf = (bib: string): ClockRider => field.find((one) => one.bib === bib)!;

export function elapsedAt({ elapsedS }: ClockRider, distanceM: number): number {
  const at = Math.max(0, Math.min(LENGTH_M, distanceM)) / STEP_M;
  const low = Math.floor(at);
  return elapsedS[low]! + (at - low) * ((elapsedS[low + 1] ?? elapsedS[low]!) - elapsedS[low]!);
}

function distanceAt({ elapsedS }: ClockRider, seconds: number): number {
  let [lo, hi] = [0, elapsedS.length - 1];
  while (hi - lo > 1) {
    const mid = (lo + hi) >> 1;
    if (elapsedS[mid]! <= seconds) lo = mid;
    else hi = mid;
  }
  return Math.min(LENGTH_M, (lo + (seconds - elapsedS[lo]!) / (elapsedS[hi]! - elapsedS[lo]!)) * STEP_M);
}

/** A road that winds, and comes near itself nowhere. */
const metresOf = (m: number): readonly [number, number] => [m * 0.8, 1500 * Math.sin(m / 2500)];
const alongM = [0];
for (let x = 0; alongM.at(-1)! < LENGTH_M + 100; x += 5) {
  const [a, b] = [metresOf(x), metresOf(x + 5)];
  alongM.push(alongM.at(-1)! + Math.hypot(b[0] - a[0], b[1] - a[1]));
}

/** A place so many metres along the road, and so many beside it. */
export function placeAt(distanceM: number, noiseM: readonly [number, number] = [0, 0]) {
  const next = Math.max(
    1,
    alongM.findIndex((one) => one >= distanceM),
  );
  const share = (distanceM - alongM[next - 1]!) / (alongM[next]! - alongM[next - 1]!);
  const [east, north] = metresOf((next - 1 + share) * 5);
  return at(east + noiseM[0], north + noiseM[1]);
}

const checkpoint = (km: number, codes: readonly string[], place: string) => {
  const { lat, lon } = placeAt(km * 1000);
  return { length: km, place, latitude: lat, longitude: lon, checkpointTypes: codes.map((code) => ({ code })) };
};

const papers = {
  teams: paper.teams,
  riders: field.map(({ bib }) => riderPaper(Number(bib))),
  checkpoints: [
    Object.fromEntries(
      [
        checkpoint(0, ['R'], 'VALBRUN'),
        ...SPLITS_M.map((m, i) => checkpoint(m / 1000, ['C'], `CHRONO ${i + 1}`)),
        checkpoint(LENGTH_M / 1000, ['A'], 'AIGLES'),
      ].map((one, i) => [i, one]),
    ),
  ],
  stage: { ...paper.stage, type: 'PAS', showGroups: false, length: LENGTH_M / 1000 },
};

const trace = {
  totalDistance: LENGTH_M / 1000,
  routePoints: Array.from({ length: LENGTH_M / 50 + 1 }, (_, i) => {
    const { lat, lon } = placeAt(i * 50);
    return { lat, lon, ele: 300 };
  }),
};

/** Always the same, and never twice. */
const noise = (a: number, b: number): number => ((Math.sin(a * 12.9898 + b * 78.233) * 43_758.5453) % 1) * 4;

function telemetry(atMs: number) {
  const isLed = field.some((one) => atMs > one.startMs + one.elapsedS.at(-1)! * 1000);
  const Riders = field.flatMap((rider, i) => {
    const seconds = (atMs - rider.startMs) / 1000;
    const m = seconds <= 0 ? 0 : distanceAt(rider, seconds);
    if (seconds < -180 || m > STOP_M) return [];
    const { lat, lon } = placeAt(m, [noise(i, atMs / 1000), noise(i + 50, atMs / 1000)]);
    const kphAvg = seconds > 0 ? Math.round((m / seconds) * 36) / 10 : 0;
    const kph = seconds > 0 ? usualMps(m) * 3.6 : 0;
    return [
      {
        Bib: Number(rider.bib),
        Status: 'active',
        Latitude: lat,
        Longitude: lon,
        kph,
        kphAvg,
        kmToFinish: Math.round((LENGTH_M - m) / 10) / 100,
        secToFirstRider: null,
        secToITTLead: isLed && m > 0 ? Math.round(seconds / 10) : null,
      },
    ];
  });
  return { bind: 'telemetryCompetitor-2026', data: { TimeStamp: atMs / 1000, RaceStatus: true, Riders } };
}

export const lastMs = Math.max(...field.map(({ startMs, elapsedS }) => startMs + elapsedS.at(-1)! * 1000));

/** Six frames, then a hole. */
function moments(): number[] {
  const all: number[] = [];
  for (let atMs = START_MS - 60_000; atMs < lastMs + 120_000; atMs += all.length % 6 === 0 ? 36_000 : 6000)
    all.push(atMs);
  return all;
}

export function clockRecording(over: object = {}, withTrace = true): string {
  const rest = { ...papers, ...(withTrace && { trace }), ...over };
  return JSON.stringify({
    version: 1,
    meta: { year: 2026 },
    rest,
    events: moments().map((atMs) => JSON.stringify(telemetry(atMs))),
  });
}
