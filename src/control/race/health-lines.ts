import type { Replica } from '../../host/link.ts';
import type { Health, TopicHealth } from '../../race/health.ts';
import type { Notice } from '../../wire/protocol.ts';
import { ageText } from '../page/clock.ts';

/** One row of the health panel: said in words, and coloured besides. `idle` is neither well nor ill. */
export interface HealthLine {
  readonly level: 'good' | 'idle' | 'warning' | 'bad';
  readonly label: string;
  readonly words: string;
  /** The newest example, where there is one. */
  readonly example?: string;
}

const WORST_FIRST: readonly HealthLine['level'][] = ['bad', 'warning', 'good', 'idle'];

/** Everything that the producer must know to trust the picture, the worst first. */
export function healthLines(replica: Replica, raceNowMs: number | null): readonly HealthLine[] {
  const { race, desk, connection } = replica;
  const told = [
    feedLine(desk.feed),
    ...(race ? raceLines(race.health, raceNowMs) : []),
    pagesLine(desk.pages),
    ...desk.notices.map(noticeLine),
  ];
  return [connectionLine(replica), ...(connection === 'live' ? told : told.map(asLastTold))].sort(
    (a, b) => WORST_FIRST.indexOf(a.level) - WORST_FIRST.indexOf(b.level),
  );
}

/** Without the desk nobody knows that all is still well. */
const asLastTold = (line: HealthLine): HealthLine => (line.level === 'good' ? { ...line, level: 'idle' } : line);

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

const raceLines = ({ topics, trackers, quarantine }: Health, raceNowMs: number | null): readonly HealthLine[] => [
  ...topics.map((topic) => topicLine(topic, raceNowMs)),
  {
    level: trackers.live === 0 ? 'bad' : trackers.silent > 0 ? 'warning' : 'good',
    label: 'Trackers',
    words: `${trackers.live} live · ${trackers.late} late · ${trackers.silent} silent · ${trackers.off} off`,
  },
  ...quarantine.map(({ reason, count, example }): HealthLine => {
    const words = `${reason.replaceAll('-', ' ')} × ${count}`;
    return { level: 'warning', label: 'Not believed', words, example };
  }),
];

const topicLevel = { live: 'good', late: 'warning', silent: 'bad', off: 'bad' } as const;

function topicLine({ topic, state, lastMs }: TopicHealth, raceNowMs: number | null): HealthLine {
  const label = topic[0]!.toUpperCase() + topic.slice(1);
  if (lastMs === null) return { level: 'idle', label, words: 'none so far' };
  const age = raceNowMs === null ? '' : `, newest ${ageText((raceNowMs - lastMs) / 1000)} old`;
  return { level: topicLevel[state], label, words: `${state}${age}` };
}

function pagesLine(pages: Replica['desk']['pages']): HealthLine {
  const words = pages.map(({ role, count }) => `${role} ${count}`).join(' · ');
  return { level: words ? 'good' : 'idle', label: 'Pages', words: words || 'none' };
}

const noticeLevel = { info: 'idle', warning: 'warning', error: 'bad' } as const;

const noticeLine = ({ level, text, count }: Notice): HealthLine => ({
  level: noticeLevel[level],
  label: level === 'info' ? 'Note' : level === 'warning' ? 'Warning' : 'Error',
  words: count > 1 ? `${text} (${count} times)` : text,
});
