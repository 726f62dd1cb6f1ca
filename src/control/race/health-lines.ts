import type { Replica } from '../../host/link.ts';
import type { Notice } from '../../wire/crew/half.ts';
import { clockText } from '../page/clock.ts';
import { lastTold } from '../page/last-told.ts';
import { deviceLines } from './device-lines.ts';
import type { HealthLine } from './health-line.ts';
import { pageLines } from './page-lines.ts';
import { raceLines, unjudged } from './race-lines.ts';

const WORST_FIRST: readonly HealthLine['level'][] = ['bad', 'warning', 'good', 'idle'];

/** Everything that the producer must know to trust the picture, the worst first. */
export function healthLines(replica: Replica, raceNowMs: number | null): readonly HealthLine[] {
  const { race, desk, connection, quarantine, pages, show, devices } = replica;
  const time = deskTime(replica);
  const ofRace = race ? raceLines(race, quarantine, raceNowMs) : [];
  const told = [
    ...desk.notices.map((notice) => noticeLine(notice, time)),
    ...pageLines(pages, { isWished: show.replay || Object.keys(show.program).length > 0, time }),
    ...deviceLines(devices, raceNowMs),
    ...(desk.busy ? [FOLDING, ...ofRace.map(unjudged)] : ofRace),
    feedLine(desk.feed),
  ];
  return [connectionLine(replica), ...(connection === 'live' ? told : told.map(asLastTold))].sort(
    (a, b) => WORST_FIRST.indexOf(a.level) - WORST_FIRST.indexOf(b.level),
  );
}

/** One lamp for all of it, and the one sentence that matters most. `idle` while nobody can know. */
export function lampOf({ connection, race }: Replica, lines: readonly HealthLine[]): HealthLine {
  const [worst] = lines;
  if (worst && (worst.level === 'bad' || worst.level === 'warning')) return worst;
  if (connection === 'connecting') return { level: 'idle', label: 'Desk', words: 'connecting' };
  if (!race) return { level: 'idle', label: 'Race', words: 'none yet' };
  return { level: 'good', label: '', words: 'All is well' };
}

/** A moment of the desk's own clock, as a clock at the race shows it. Where the race is played that is another time. */
const deskTime =
  ({ race, desk }: Replica) =>
  (atMs: number): string =>
    `${clockText(atMs, race?.sheet.info.utcOffsetMin ?? 0)}${desk.span ? ' by the desk’s clock' : ''}`;

/** Without the desk nobody knows that all is still well. */
const asLastTold = (line: HealthLine): HealthLine => ({
  ...line,
  level: line.level === 'good' ? 'idle' : line.level,
  words: lastTold(line.words),
});

function connectionLine({ connection, refusal }: Replica): HealthLine {
  const label = 'Desk';
  switch (connection) {
    case 'live':
      return { level: 'good', label, words: 'connected' };
    case 'connecting':
      return { level: 'idle', label, words: 'connecting' };
    case 'lost':
      return { level: 'bad', label, words: 'lost, trying again; the pages on air hold their picture' };
    case 'refused':
      return { level: 'bad', label, words: refusal ?? 'refused this page' };
  }
}

const feedLine = (feed: string): HealthLine => ({ level: 'idle', label: 'Feed', words: feed || 'not known yet' });

const FOLDING: HealthLine = { level: 'idle', label: 'Race', words: 'the past is being read' };

const noticeLevel = { info: 'idle', warning: 'warning', error: 'bad' } as const;

/** What is over is told for a while, and is nothing to look at any more. */
function noticeLine({ level, text, count, atMs, isOver }: Notice, time: (atMs: number) => string): HealthLine {
  const label = level === 'info' ? 'Note' : level === 'warning' ? 'Warning' : 'Error';
  const often = count > 1 ? `${count} times, last at` : 'at';
  const words = atMs === null ? text : `${text} (${often} ${time(atMs)})`;
  return { level: isOver ? 'idle' : noticeLevel[level], label, words };
}
