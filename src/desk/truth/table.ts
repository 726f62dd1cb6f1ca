import type { TruthFigures } from './measure.ts';
import type { ShownFigures } from './shown.ts';

function shownRows(shown: ShownFigures): [string, string][] {
  const { median, p90, max, framesOver30sShare, framesUnclear } = shown.pelotonGapErrorS;
  const { firstHour, middle, last20Km } = shown.groupHoleFrames;
  return [
    ['gap of the peloton as shown', `median ${median} s, p90 ${p90}, at most ${max}`],
    [
      '  over 30 s wrong',
      `${(framesOver30sShare * 100).toFixed(1)} % of frames (${framesUnclear} unclear ones left out)`,
    ],
    ['hole in the head of the race', `${shown.headHoleFrames} frames; wrong head in ${shown.wrongHeadFrames}`],
    [
      'hole in another group',
      `${firstHour} frames in the first hour, ${last20Km} in the last 20 km, ${middle} between`,
    ],
    [
      'jumps of a gap',
      `${shown.jumpsOver30s} over 30 s; after the first arrival ${shown.afterFirstArrival.jumpsOver5s} over 5 s`,
    ],
  ];
}

/** The figures for people. */
export function tableOf(title: string, figures: TruthFigures): string {
  const { placeErrorM: place, gapErrorS: gap, groups, catches, ignored } = figures;
  const rows: readonly (readonly [string, string])[] = [
    ['place, error in metres', `median ${place.median}, p90 ${place.p90}, p99 ${place.p99}, at most ${place.max}`],
    ['gap, error in seconds', `median ${gap.median}, without sign ${gap.medianAbs}, p90 ${gap.p90}`],
    ['number of groups changed', `${(groups.changedFrameShare * 100).toFixed(1)} % of frames`],
    ['most groups named', String(groups.namedMax)],
    ['caught by the peloton', catches.map(({ kmToGo }) => `${kmToGo} km to go`).join(', ') || 'nobody'],
    ...shownRows(figures.shown),
    ['shown though stale', String(figures.shownStale)],
    [
      'not believed',
      Object.entries(ignored)
        .map(([reason, count]) => `${reason} ${count}`)
        .join(', ') || 'nothing',
    ],
    ['samples', `${figures.samples} in ${figures.seconds.toFixed(2)} s`],
  ];
  return [title, ...rows.map(([name, value]) => `  ${name.padEnd(30)} ${value}`)].join('\n');
}
