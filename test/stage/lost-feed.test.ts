import { describe, expect, it } from 'vitest';
import { newsLine } from '../../src/control/race/news-line.ts';
import { type Rhythm, withWord } from '../../src/control/race/rhythm.ts';
import { defaultEdition } from '../../src/edition/edition.ts';
import type { RaceAndInsight } from '../../src/insight/insight.ts';
import type { Group } from '../../src/race/groups/group.ts';
import type { Race } from '../../src/race/race.ts';
import type { Loss } from '../../src/show/loss.ts';
import { emptyShow } from '../../src/show/show.ts';
import { fakeLink } from '../control/fake-link.ts';
import { voices } from '../overlays/spoken.ts';
import {
  AFTER_S,
  againstClock,
  BEFORE_S,
  builtIn,
  circuit,
  type DeskRace,
  joined,
  PULLED_S,
  type Pull,
} from '../support/lost-feed.ts';
import { Watch } from '../support/lost-feed-watch.ts';
import { unseenStage } from '../support/unseen-stage.ts';

/** When each leaves by itself; the page's own words for it are not asked. */
const OUT_S: Readonly<Record<string, number>> = {
  'gap-ticker': 60,
  'position-tower': 60,
  'status-bar': 60,
  'climb-card': 60,
  'last-km': 45,
  'forecast-card': 60,
  'catch-meter': 60,
  'gap-graph': 60,
  'story-card': 60,
  'gradient-profile': Infinity,
  'rider-strap': Infinity,
};
const PARAMS: Readonly<Record<string, object>> = { 'status-bar': { beside: 'speed' } };
const graphics = voices.filter(({ manifest }) => manifest.replay !== 'tag');

async function watched(outs: Readonly<Record<string, number>>): Promise<Watch[]> {
  return Promise.all(
    graphics.map(async ({ manifest, select }) => {
      const air = await unseenStage(manifest, select, defaultEdition);
      return new Watch(air, outs[manifest.id]!);
    }),
  );
}

/** What control says, with all graphics on air that are in nobody's way. */
const lineAt = (race: Race, rhythm: Rhythm, raceNowMs: number, loss: Loss) => {
  const program = Object.fromEntries(
    ['gap-ticker', 'gradient-profile', 'last-km'].map((id) => {
      const { layer } = graphics.find(({ manifest }) => manifest.id === id)!.manifest;
      return [layer, { overlay: id, params: {}, step: 0 }];
    }),
  );
  return newsLine({
    replica: { ...fakeLink().replica(), race, show: { ...emptyShow, program, loss } },
    manifests: graphics.map(({ manifest }) => manifest),
    rhythm,
    raceNowMs,
    wallMs: 0,
  });
};

/** Pulls the feed once; what was wrong, and what was on air when it was pulled. */
async function pulled(desk: DeskRace, { atMs }: Pull, outs: Readonly<Record<string, number>>, loss: Loss) {
  const all = await watched(outs);
  const wrong: string[] = [];
  let onAir: string[] = [];
  let rhythm: Rhythm = [];
  let before: Race | null = null;
  for (let s = -BEFORE_S; s <= PULLED_S + AFTER_S; s += 1) {
    const ms = atMs + s * 1000;
    const race: RaceAndInsight = desk.at(ms, s > 0 && s <= PULLED_S)!;
    const heardMs = Math.max(...race.health.topics.map((topic) => topic.lastMs ?? 0));
    const ageS = (ms - heardMs) / 1000 - 1;
    if (s === -30)
      for (const { air } of all) {
        const bib = race.places.find(({ rank }) => rank === 1)?.bib ?? '1';
        const story = race.insight?.stories.at(-1)?.id ?? '';
        air.take({
          ...PARAMS[air.manifest.id],
          ...(air.manifest.id === 'rider-strap' && { bib, fact: 'group' }),
          ...(air.manifest.id === 'story-card' && { story }),
        });
      }
    const isBack = s > PULLED_S && ageS < 10;
    for (const watch of all) {
      const drawn = watch.air.frame(race, ms, loss);
      if (s === 0) watch.known();
      if (s > 0 && s <= PULLED_S) watch.silent(ageS, s);
      if (s === PULLED_S) watch.back();
      if (isBack) watch.heard(drawn, s);
    }
    if (s === 0) onAir = all.filter(({ air }) => air.life() === 'on').map(({ air }) => air.manifest.id);
    rhythm = withWord(rhythm, before, race, ms, 1);
    before = race;
    const line = lineAt(race, rhythm, ms, loss);
    const isSaid = line.level !== 'good';
    if (s > 0 && s <= PULLED_S && isSaid !== ageS >= desk.saidS) wrong.push(`control at ${s} s says: ${line.words}`);
    if (isSaid && s > 0 && s <= PULLED_S && ageS < 100 && !line.words.includes(`for ${Math.floor(ageS)} s`))
      wrong.push(`control at ${s} s counts: ${line.words}`);
    const left = Math.ceil(outs['gap-ticker']! - ageS);
    const fate = left > 0 ? `Out in ${left} s: ` : 'Has left: ';
    if (isSaid && left < 100 && !line.fates.includes(fate)) wrong.push(`control at ${s} s foresees: ${line.fates}`);
    if (isBack && isSaid) wrong.push(`control at ${s} s still says: ${line.words}`);
    const isTrend = ({ gap, trendSPerMin }: Group) =>
      trendSPerMin !== null && (s < PULLED_S + 30 || gap?.origin === 'estimated');
    if (s > PULLED_S && race.groups.some(isTrend)) wrong.push(`a trend ${s - PULLED_S} s after the hole`);
  }
  const faults = all.flatMap(({ air }) => air.faults());
  return { onAir, wrong: [...faults, ...wrong, ...all.flatMap((watch) => watch.wrong)] };
}

/** All that have something to say at one of the moments of a day. */
const all = graphics.map(({ manifest }) => manifest.id);
const days: readonly [string, () => DeskRace, readonly string[]][] = [
  ['the built-in race', builtIn, all],
  ['a race that was joined', joined, all.filter((id) => id !== 'last-km' && id !== 'catch-meter')],
  ['a time trial', againstClock, ['position-tower', 'rider-strap', 'gradient-profile', 'status-bar']],
  ['a circuit', circuit, ['gap-ticker', 'position-tower', 'rider-strap', 'status-bar']],
];

describe('a feed that is pulled for five minutes', () => {
  it.each(days)('leaves on air what the policy says, and is back in one frame: %s', async (_, open, spoken) => {
    const desk = open();
    const seen = new Set<string>();
    for (const pull of desk.pulls) {
      const { onAir, wrong } = await pulled(desk, pull, OUT_S, {});
      expect(wrong.slice(0, 6), pull.what).toEqual([]);
      for (const id of onAir) seen.add(id);
    }
    expect([...seen].sort()).toEqual([...spoken].sort());
  });

  it('obeys what hands have said, for every graphic', async () => {
    const policies = [10, 17, 30, 59, 61, 90, 240, 45, 75, 20, 120].map(
      (outS, i) => [graphics[i]!.manifest.id, outS] as const,
    );
    for (const turn of [0, 3]) {
      const loss = Object.fromEntries(policies.map(([id], i) => [id, policies[(i + turn) % policies.length]![1]]));
      const desk = joined();
      const { wrong } = await pulled(desk, desk.pulls[0]!, loss, loss);
      expect(wrong.slice(0, 6)).toEqual([]);
    }
  });

  it('takes nothing out that is never to leave', async () => {
    const loss = Object.fromEntries(graphics.map(({ manifest }) => [manifest.id, null]));
    const never = Object.fromEntries(graphics.map(({ manifest }) => [manifest.id, Infinity]));
    const desk = circuit();
    const { onAir, wrong } = await pulled(desk, desk.pulls[0]!, never, loss);
    expect(wrong.slice(0, 6)).toEqual([]);
    expect(onAir).toContain('gap-ticker');
  });
});
