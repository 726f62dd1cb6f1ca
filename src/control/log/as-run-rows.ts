import type { Manifest } from '../../show/manifest.ts';
import type { Aired } from '../../wire/crew/aired.ts';

/** So many of the newest are listed; the files have all. */
const LISTED = 200;

/** One graphic that was on air, in words. */
export interface AsRunRow {
  readonly n: number;
  readonly title: string;
  readonly fromAt: number;
  readonly fromRaceMs: number | null;
  /** "12 s", "3 min 5 s", "on air" */
  readonly howLong: string;
  readonly by: string;
  /** What was to be read in it last, on one line; else its values. */
  readonly words: string;
  readonly hasStill: boolean;
}

/** Newest first. */
export function asRunRows(aired: readonly Aired[], manifests: readonly Manifest[]): readonly AsRunRow[] {
  return aired
    .slice(-LISTED)
    .reverse()
    .map(({ n, overlay, params, takenBy, words, still, fromAt, fromRaceMs, toAt }) => ({
      n,
      title: manifests.find(({ id }) => id === overlay)?.title ?? overlay,
      fromAt,
      fromRaceMs,
      howLong: toAt === null ? 'on air' : lengthText((toAt - fromAt) / 1000),
      by: takenBy,
      words: words?.last.join(' · ') ?? Object.values(params).join(' · '),
      hasStill: still !== null,
    }));
}

/** "8 s", "3 min 5 s", "1 h 2 min" */
export function lengthText(lengthS: number): string {
  const s = Math.max(0, Math.round(lengthS));
  if (s < 60) return `${s} s`;
  return s < 3600
    ? `${Math.floor(s / 60)} min ${s % 60} s`
    : `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`;
}
