import type { Replica } from '../../host/link.ts';
import type { Health, Quarantined, TopicHealth } from '../../race/health.ts';
import type { Learning } from '../../race/race.ts';
import type { Notice } from '../../wire/crew/half.ts';
import { ageText } from '../page/clock.ts';
import { lastTold } from '../page/last-told.ts';
import type { HealthLine } from './health-line.ts';
import { pageLines } from './page-lines.ts';

const WORST_FIRST: readonly HealthLine['level'][] = ['bad', 'warning', 'good', 'idle'];

/** Everything that the producer must know to trust the picture, the worst first. */
export function healthLines(replica: Replica, raceNowMs: number | null): readonly HealthLine[] {
  const { race, desk, connection, quarantine, pages } = replica;
  const told = [
    feedLine(desk.feed),
    ...(race?.learning ? [learningLine(race.learning, raceNowMs ?? race.atMs)] : []),
    ...(race ? raceLines(race.health, raceNowMs) : []),
    ...pageLines(pages),
    ...desk.notices.map(noticeLine),
    ...quarantine.map(quarantineLine),
  ];
  return [connectionLine(replica), ...(connection === 'live' ? told : told.map(asLastTold))].sort(
    (a, b) => WORST_FIRST.indexOf(a.level) - WORST_FIRST.indexOf(b.level),
  );
}

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
      return { level: 'warning', label, words: 'connecting' };
    case 'lost':
      return { level: 'bad', label, words: 'lost, trying again; the pages on air hold their picture' };
    case 'refused':
      return { level: 'bad', label, words: refusal ?? 'refused this page' };
  }
}

const feedLine = (feed: string): HealthLine => ({
  level: feed ? 'good' : 'idle',
  label: 'Feed',
  words: feed || 'not known yet',
});

const raceLines = ({ topics, trackers, withoutLap }: Health, raceNowMs: number | null): readonly HealthLine[] => [
  ...topics.map((topic) => topicLine(topic, raceNowMs)),
  ...(withoutLap > 0 ? [lapLine(withoutLap)] : []),
  {
    level: trackers.live === 0 ? 'bad' : trackers.silent > 0 ? 'warning' : 'good',
    label: 'Trackers',
    words: `${trackers.live} live · ${trackers.late} late · ${trackers.silent} silent · ${trackers.off} off`,
  },
];

/** Until groups and gaps are shown. */
export const secondsLeft = ({ untilMs }: Learning, nowMs: number): number =>
  Math.max(0, Math.ceil((untilMs - nowMs) / 1000));

const learningLine = (learning: Learning, nowMs: number): HealthLine => ({
  level: 'warning',
  label: 'Race',
  words: `learning the race, ${secondsLeft(learning, nowMs)} s`,
});

const lapLine = (riders: number): HealthLine => ({
  level: 'bad',
  label: 'Lap',
  words: `not known of ${riders === 1 ? '1 rider' : `${riders} riders`}: say it, or wait for the line`,
});

const quarantineLine = ({ reason, count, example }: Quarantined): HealthLine => {
  const words = `${reason.replaceAll('-', ' ')} × ${count}`;
  return { level: 'warning', label: 'Not believed', words, example };
};

const topicLevel = { live: 'good', late: 'warning', silent: 'bad', off: 'bad' } as const;

function topicLine({ topic, state, lastMs }: TopicHealth, raceNowMs: number | null): HealthLine {
  const label = topic[0]!.toUpperCase() + topic.slice(1);
  if (lastMs === null) return { level: 'idle', label, words: 'none so far' };
  const age = raceNowMs === null ? '' : `, newest ${ageText((raceNowMs - lastMs) / 1000)} old`;
  return { level: topicLevel[state], label, words: `${state}${age}` };
}

const noticeLevel = { info: 'idle', warning: 'warning', error: 'bad' } as const;

const noticeLine = ({ level, text, count }: Notice): HealthLine => ({
  level: noticeLevel[level],
  label: level === 'info' ? 'Note' : level === 'warning' ? 'Warning' : 'Error',
  words: count > 1 ? `${text} (${count} times)` : text,
});
