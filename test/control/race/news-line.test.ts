import { describe, expect, it } from 'vitest';
import { newsLine } from '../../../src/control/race/news-line.ts';
import type { Replica } from '../../../src/host/link-replica.ts';
import type { TopicHealth } from '../../../src/race/health.ts';
import type { Race } from '../../../src/race/race.ts';
import type { Manifest } from '../../../src/show/manifest.ts';
import { emptyShow, type Show } from '../../../src/show/show.ts';
import { race, START_MS } from '../../support/race.ts';
import { fakeLink } from '../fake-link.ts';
import { pageState } from '../pages.ts';

const graphic = (id: string, title: string, layer: Manifest['layer'], hold: Manifest['hold']): Manifest => ({
  ...{ id, title, layer, hold, params: {}, steps: 1, glideHz: 0 },
});
const manifests: readonly Manifest[] = [
  graphic('gap-ticker', 'Gaps', 'stack', { outS: 60 }),
  graphic('last-km', 'Last km', 'flash', { outS: 45 }),
  graphic('climb-card', 'Climb', 'card', { outS: 60 }),
  graphic('gradient-profile', 'Profile', 'strip', { outS: null }),
  { ...graphic('replay-tag', 'Replay', 'tag', null), replay: 'tag' },
];
const on = (...ids: string[]): Show => ({
  ...emptyShow,
  program: Object.fromEntries(
    manifests
      .filter(({ id }) => ids.includes(id))
      .map(({ id, layer }) => [layer, { overlay: id, params: {}, step: 0 }]),
  ),
});
const heard = (topic: TopicHealth['topic'], s: number): TopicHealth => ({
  ...{ topic, state: 'live', lastMs: START_MS + s * 1000 },
});
const told = (topics: readonly TopicHealth[], over: Partial<Race> = {}): Race => {
  const its = race({ phase: 'racing', atMs: START_MS + 3_600_000, ...over });
  return { ...its, health: { ...its.health, topics } };
};
interface Told extends Partial<Replica> {
  readonly ageS?: number;
  readonly rhythm?: readonly number[];
}
/** After so many seconds without news, but for the one that is under way. */
const line = ({ ageS = 0, rhythm = [], ...over }: Told = {}) => {
  const replica = { ...fakeLink().replica(), race: told([heard('positions', 0)]), ...over };
  const raceNowMs = START_MS + (ageS + 1) * 1000;
  return newsLine({ replica, manifests, rhythm, raceNowMs, wallMs: 1_000_000 });
};
const text = (its: ReturnType<typeof line>) => [its.level, its.words, its.fates].join('|');

describe('a silence of the feed', () => {
  const show = on('gap-ticker', 'last-km', 'gradient-profile');

  it('is said from 3 s on, counting, with what leaves when and what stays', () => {
    expect(text(line({ ageS: 2.9, show }))).toBe('good|There is news of the race.|');
    expect(text(line({ ageS: 3, show }))).toBe(
      'warning|No news from the feed for 3 s.|Out in 42 s: Last km. Out in 57 s: Gaps. Stays: Profile.',
    );
    expect(text(line({ ageS: 12.4, show: on('gap-ticker', 'climb-card') }))).toBe(
      'warning|No news from the feed for 12 s.|Out in 48 s: Climb, Gaps.',
    );
  });

  it('is red once something has left by it', () => {
    expect(text(line({ ageS: 44.9, show }))).toMatch(/^warning\|.*Out in 1 s: Last km/);
    expect(text(line({ ageS: 45, show }))).toBe(
      'bad|No news from the feed for 45 s.|Has left: Last km. Out in 15 s: Gaps. Stays: Profile.',
    );
    expect(text(line({ ageS: 300, show }))).toBe(
      'bad|No news from the feed for 5 min.|Has left: Last km, Gaps. Stays: Profile.',
    );
    expect(text(line({ ageS: 300 }))).toBe('warning|No news from the feed for 5 min.|');
  });

  it('goes by what hands have said, and tells only of what is drawn', () => {
    const loss = { 'gap-ticker': 120, 'gradient-profile': 30 };
    expect(line({ ageS: 45, show: { ...show, loss } }).fates).toBe('Has left: Profile, Last km. Out in 75 s: Gaps.');
    expect(line({ ageS: 45, show: { ...show, replay: true } }).fates).toBe('');
  });

  it('is none where the feed is silent for so long as a rule', () => {
    const rhythm = [8, 8, 8, 8];
    expect(line({ ageS: 11, show, rhythm }).level).toBe('good');
    expect(line({ ageS: 11.3, show, rhythm }).level).toBe('warning');
  });

  it('is none after the finish, before the race rolls, with frozen data, or while nothing is played', () => {
    const told30 = { ageS: 30, show };
    const before = told([heard('positions', 0)], { phase: 'before', atMs: START_MS + 30_000 });
    const { desk } = fakeLink().replica();
    for (const over of [
      { race: told([heard('positions', 0)], { phase: 'finished' }) },
      { race: before },
      { show: { ...show, frozen: true } },
      { clock: { atMs: START_MS, rate: 0 } },
      { desk: { ...desk, busy: true } },
      { race: null },
    ] as const)
      expect(line({ ...told30, ...over }).level, JSON.stringify(Object.keys(over))).toBe('good');
    expect(line(told30).level).toBe('warning');
  });

  it('is none while the slate tells the race: what is told has no rhythm', () => {
    const carried = told([heard('positions', -500), heard('told', 30)]);
    expect(line({ ageS: 30, show, race: { ...carried, slate: [{} as never] } }).level).toBe('good');
  });

  it('is said of positions where other news comes', () => {
    const its = told([heard('positions', 0), heard('passings', 10)]);
    expect(text(line({ ageS: 12, show, race: its }))).toBe(
      'warning|No positions for 12 s.|Other news comes: nothing leaves.',
    );
  });

  it('is that of the desk where that is lost', () => {
    const its = told([heard('positions', 0)], { atMs: START_MS });
    expect(text(line({ ageS: 12, show, race: its, connection: 'lost' }))).toMatch(
      /^warning\|No word from the desk for 12 s/,
    );
  });

  it('is told of a program page that is lost, until nothing is left in it that leaves', () => {
    const lostFor = (s: number, over = {}) => ({
      counts: [],
      list: [pageState({ page: 'p2', lost: true, sinceMs: 1_000_000 - s * 1000, ...over }), pageState()],
    });
    expect(text(line({ show, pages: lostFor(12) }))).toBe(
      'warning|A program page is lost for 12 s: if it still draws, it does so by this.|Out in 33 s: Last km. Out in 48 s: Gaps. Stays: Profile.',
    );
    expect(line({ show, pages: lostFor(60) }).level).toBe('good');
    for (const over of [{ monitor: true }, { role: 'preview' }, { lost: false }])
      expect(line({ show, pages: lostFor(12, over) }).level).toBe('good');
  });
});
