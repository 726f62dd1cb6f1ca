import type { Replica } from '../../host/link-replica.ts';
import { newsAgeS, positionsAgeS } from '../../race/news.ts';
import type { Race } from '../../race/race.ts';
import { leavesAfterS } from '../../show/loss.ts';
import type { Manifest } from '../../show/manifest.ts';
import { drawnOf } from '../../show/replay.ts';
import type { Show } from '../../show/show.ts';
import { ageText } from '../page/clock.ts';
import { type Rhythm, saidFromS } from './rhythm.ts';

/** What a silence does to what is on air. `good` while there is none that is worth a word. */
export interface NewsLine {
  readonly level: 'good' | 'warning' | 'bad';
  /** Since when it is silent, or why that is no question. */
  readonly words: string;
  /** What has left, what leaves when, and what stays; empty where nothing is to be said of it. */
  readonly fates: string;
}

interface Facts {
  readonly replica: Replica;
  readonly manifests: readonly Manifest[];
  readonly rhythm: Rhythm;
  /** On the clock of the race; null before the desk told it. */
  readonly raceNowMs: number | null;
  /** The time of day, as the desk says since when a page is lost. */
  readonly wallMs: number;
}

/** From 3 s of silence on, or where this feed is often silent for so long, from what is unusual for it on. */
export function newsLine({ replica, manifests, rhythm, raceNowMs, wallMs }: Facts): NewsLine {
  const { race, show, clock, desk, connection } = replica;
  const calm = (words: string): NewsLine => ({ level: 'good', words, fates: '' });
  if (!race || raceNowMs === null) return calm('No race yet.');
  if (show.frozen) return calm('The data are frozen: nothing grows old.');
  if (clock.rate === 0 || desk.busy) return calm('The race is not played: nothing grows old.');
  const ageS = newsAgeS(race, raceNowMs, clock.rate);
  const fromS = saidFromS(rhythm);
  const who = connection === 'live' ? 'news from the feed' : 'word from the desk';
  if (ageS !== null && ageS >= fromS) {
    const fates = fatesOf(show, manifests, ageS);
    const level = fates.some(({ leftS }) => leftS <= 0) ? 'bad' : 'warning';
    return { level, words: `No ${who} for ${ageText(ageS)}.`, fates: fatesSaid(fates) };
  }
  return (
    pageLost(replica, manifests, wallMs) ?? positionsLost(race, raceNowMs, clock.rate, fromS) ?? calm(calmWords(race))
  );
}

const calmWords = ({ phase }: Race): string =>
  phase === 'finished' ? 'The race is over: no news is awaited.' : 'There is news of the race.';

/** A graphic on air, and in how many seconds it leaves; Infinity where it stays. */
interface Fate {
  readonly title: string;
  readonly leftS: number;
}

/** Of what is on air, the first to leave first; without what says nothing of the race. */
const fatesOf = (show: Show, manifests: readonly Manifest[], ageS: number): readonly Fate[] =>
  Object.values(drawnOf(show, manifests))
    .flatMap(({ overlay }): Fate[] => {
      const manifest = manifests.find(({ id }) => id === overlay);
      const outS = manifest ? leavesAfterS(manifest, show.loss) : null;
      return manifest && outS !== null ? [{ title: manifest.title, leftS: outS - ageS }] : [];
    })
    .sort((a, b) => a.leftS - b.leftS || a.title.localeCompare(b.title, 'en'));

/** "Has left: Last km. Out in 48 s: Climb, Gaps. Stays: Profile." */
function fatesSaid(fates: readonly Fate[]): string {
  const said = new Map<string, string[]>();
  for (const { title, leftS } of fates) said.set(whenSaid(leftS), [...(said.get(whenSaid(leftS)) ?? []), title]);
  return [...said].map(([when, titles]) => `${when}: ${titles.join(', ')}.`).join(' ');
}

function whenSaid(leftS: number): string {
  if (leftS === Number.POSITIVE_INFINITY) return 'Stays';
  return leftS <= 0 ? 'Has left' : `Out in ${ageText(Math.ceil(leftS))}`;
}

/** A program page that has lost its desk goes by the same rule, until there is nothing in it that leaves. */
function pageLost({ pages, show }: Replica, manifests: readonly Manifest[], wallMs: number): NewsLine | null {
  const lost = pages.list.filter(({ role, monitor, lost }) => lost && role === 'program' && !monitor);
  if (lost.length === 0) return null;
  const ageS = Math.max(0, wallMs - Math.max(...lost.map(({ sinceMs }) => sinceMs))) / 1000;
  const fates = fatesOf(show, manifests, ageS);
  if (!fates.some(({ leftS }) => leftS > 0 && Number.isFinite(leftS))) return null;
  const words = `A program page is lost for ${ageText(ageS)}: if it still draws, it does so by this.`;
  return { level: 'warning', words, fates: fatesSaid(fates) };
}

/** Lines are crossed, or groups told, and no tracker is heard. */
function positionsLost(race: Race, nowMs: number, rate: number, fromS: number): NewsLine | null {
  const ageS = positionsAgeS(race, nowMs, rate);
  if (ageS === null || ageS < fromS || race.slate.length > 0) return null;
  return { level: 'warning', words: `No positions for ${ageText(ageS)}.`, fates: 'Other news comes: nothing leaves.' };
}
