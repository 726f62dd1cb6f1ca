import { headM } from '../../race/head.ts';
import type { Race } from '../../race/race.ts';
import type { Story, StoryKind } from '../story.ts';
import { LASTS_MS, latenessAt, OLD_MS, shareAt } from './moves.ts';
import type { Telling } from './telling.ts';

const MOST_STORIES = 12;
/** So many at the start, more as the road is ridden, and the rest at its end: there the race is decided. */
const ROOM = { atStart: 2, atFinale: 8, finaleShare: 0.88 };
/** What is worth so much has one place more, and waits for nobody. */
const GREAT = 0.6;
const SPACING_MS = 120_000;
const COOLDOWN_MS = 600_000;
/** What is worth so much more than the last of its kind does not wait. */
const URGENT = 1.5;
/** What a story must be worth, and how much more where more are told than there is race for. */
const BAR = 0.33;
const BAR_RISES = 0.8;
/** Each story of a kind makes the next one less new, and a figure of the same riders even less. */
const NOVELTY = { again: 0.9, same: 0.8 };

/** They can be told at any time; near the finish what happens on the road comes first. */
const FIGURES: readonly StoryKind[] = [
  'climb time',
  'last hour',
  'time in front',
  'biggest mover',
  'best placed in front',
  'teammates in front',
];

/** For how long what happened may be told on air. */
const LIFE_MS: Readonly<Record<StoryKind, number>> = {
  attack: 600_000,
  split: 600_000,
  caught: 480_000,
  returned: 420_000,
  dropped: 480_000,
  'climb time': 1_200_000,
  'last hour': 900_000,
  'time in front': 900_000,
  'biggest mover': 600_000,
  'best placed in front': 900_000,
  'jersey at risk': 900_000,
  'teammates in front': 900_000,
  wind: 900_000,
  'forecast changed': 600_000,
};

/** What of these is worth offering now, the best first; `told` are those of today, oldest first. */
export function worthTelling(tellings: readonly Telling[], told: readonly Story[], race: Race): Story[] {
  const chosen: Story[] = [];
  const scored = tellings
    .filter(({ id }) => !told.some((story) => story.id === id))
    .map((one) => ({ one, score: scoreOf(one, told, race) }))
    .sort((a, b) => b.score - a.score || (a.one.id < b.one.id ? -1 : 1));
  for (const { one, score } of scored) {
    const all = [...told, ...chosen];
    if (hasRoom(all, score, race) && score >= barOf(all, race) && !isTooSoon(one, score, all, race.atMs))
      chosen.push(storyOf(one, score, race.atMs));
  }
  return chosen;
}

function storyOf(telling: Telling, score: number, atMs: number): Story {
  const { readyMs: _, importance: __, confidence: ___, ...story } = telling;
  return { ...story, score, offeredMs: atMs, untilMs: atMs + LIFE_MS[story.kind] };
}

/** novelty x importance x confidence x freshness. */
function scoreOf(one: Telling, told: readonly Story[], race: Race): number {
  const alike = told.filter(({ kind }) => kind === one.kind);
  const isFigure = FIGURES.includes(one.kind);
  const isSame = isFigure && alike.some(({ bibs }) => bibs.length > 0 && bibs[0] === one.bibs[0]);
  const novelty = NOVELTY.again ** alike.length * (isSame ? NOVELTY.same : 1);
  const importance = one.importance * (isFigure ? 1 - latenessAt(race, one.atM) : 1);
  const lateMs = race.atMs - one.readyMs - LASTS_MS;
  const freshness = Math.min(1, Math.max(0, 1 - lateMs / OLD_MS));
  return Math.round(novelty * importance * one.confidence * freshness * 1000) / 1000;
}

function hasRoom({ length }: readonly Story[], score: number, race: Race): boolean {
  const share = shareAt(race, headM(race) ?? 0);
  const { atStart, atFinale, finaleShare } = ROOM;
  const finale = Math.max(0, (share - finaleShare) / (1 - finaleShare));
  const road = Math.min(1, share / finaleShare);
  const room = atStart + (atFinale - atStart) * road + (MOST_STORIES - atFinale) * finale;
  return length < Math.min(MOST_STORIES, room + (score >= GREAT ? 1 : 0));
}

const barOf = (told: readonly Story[], race: Race): number =>
  BAR + BAR_RISES * Math.max(0, told.length / MOST_STORIES - shareAt(race, headM(race) ?? 0));

function isTooSoon({ kind }: Telling, score: number, told: readonly Story[], atMs: number): boolean {
  const newest = told.at(-1);
  if (newest && atMs - newest.offeredMs < SPACING_MS && score < GREAT) return true;
  const last = told.findLast((story) => story.kind === kind);
  return last !== undefined && atMs - last.offeredMs < COOLDOWN_MS && score < URGENT * last.score;
}
