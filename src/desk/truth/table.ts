import type { TruthFigures } from './measure.ts';

/** The figures for people. */
export function tableOf(title: string, figures: TruthFigures): string {
  const { placeErrorM: place, gapErrorS: gap, groups, catches, ignored } = figures;
  const rows: readonly (readonly [string, string])[] = [
    ['place, error in metres', `median ${place.median}, p90 ${place.p90}, p99 ${place.p99}, at most ${place.max}`],
    ['gap, error in seconds', `median ${gap.median}, without sign ${gap.medianAbs}, p90 ${gap.p90}`],
    ['number of groups changed', `${(groups.changedFrameShare * 100).toFixed(1)} % of frames`],
    ['most groups named', String(groups.namedMax)],
    ['caught by the peloton', catches.map(({ kmToGo }) => `${kmToGo} km to go`).join(', ') || 'nobody'],
    ['drawn though stale', String(figures.drawnStale)],
    [
      'not believed',
      Object.entries(ignored)
        .map(([reason, count]) => `${reason} ${count}`)
        .join(', ') || 'nothing',
    ],
    ['samples', `${figures.samples} in ${figures.seconds.toFixed(2)} s`],
  ];
  return [title, ...rows.map(([name, value]) => `  ${name.padEnd(26)} ${value}`)].join('\n');
}
