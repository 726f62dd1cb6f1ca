import { expect, it } from 'vitest';
import { withBroughtAlong } from '../../../../src/desk/brought-along.ts';
import phonesKind from '../../../../src/desk/feeds/phones/index.ts';
import { createIntake } from '../../../../src/desk/intake.ts';
import { createNotices } from '../../../../src/desk/notices.ts';
import type { Race } from '../../../../src/race/race.ts';
import type { Bib } from '../../../../src/race/units.ts';
import {
  criteriumBibs,
  criteriumRoad,
  phoneWords,
  trueGroupsAt,
  WAIT_S,
  WHEEL_S,
} from '../../../support/phones-criterium.ts';
import { START_MS } from '../../../support/race.ts';

const UNTIL_S = WAIT_S + 1000;
/** From so much empty road on, in seconds, two parts are two groups, whoever looks. */
const APART_S = 12;
/** So far a gap may be off, and so long a group. */
const WITHIN_S = 10;
const LOOK_S = 5;

/** The race of sixty phones, as a desk with a known road makes it, looked at every five seconds. */
function raced() {
  const notices = createNotices(() => {});
  const parse = phonesKind.parser;
  const reader = () => {
    const read = parse();
    return ({ topic, text }: { topic: string; text: string }) => read({ topic, text });
  };
  const source = { feeds: ['phones'], reader: withBroughtAlong(reader, { course: criteriumRoad }, () => {}) };
  let nowMs = START_MS;
  const intake = createIntake({ source, notices, wallMs: () => nowMs });
  const tell = (topic: string, said: object) =>
    intake.take({ feed: 'phones', topic, text: JSON.stringify(said), atMs: nowMs });
  tell('start', { at: START_MS, utcOffsetMin: 120 });
  for (const bib of criteriumBibs) tell('join', { at: START_MS, bib, name: `Rider ${bib}` });
  const looks: { readonly s: number; readonly race: Race }[] = [];
  let lookS = LOOK_S;
  for (const { bib, cameS, tst, lat, lon, kph } of phoneWords(START_MS, UNTIL_S)) {
    for (; lookS <= cameS; lookS += LOOK_S) {
      nowMs = START_MS + lookS * 1000;
      intake.advance(nowMs);
      looks.push({ s: lookS, race: intake.race(nowMs)! });
    }
    nowMs = START_MS + cameS * 1000;
    const body = { _type: 'location', tst, lat, lon, vel: Math.round(kph), acc: 6, batt: 70 };
    tell('own-tracks', { at: Math.round(nowMs), bib, body });
  }
  return { looks, notices: notices.list() };
}

/** What is wrong with the groups of a race, if the truth is that of `s`: in words; nothing where they are right. */
function wrongAt(race: Race, s: number): readonly string[] {
  const groups = race.groups;
  const groupOf = new Map<Bib, number>(groups.flatMap(({ bibs }, i) => bibs.map((bib) => [bib, i] as const)));
  const wrong: string[] = [];
  const truth = trueGroupsAt(s);
  for (const [i, part] of truth.entries()) {
    const ids = new Set(part.bibs.map((bib) => groupOf.get(bib)));
    if (ids.size !== 1 || ids.has(undefined)) wrong.push(`part ${i} is in ${[...ids]}`);
    const before = truth[i - 1];
    const id = [...ids][0];
    if (id === undefined || !before || part.gapS - before.gapS - before.bibs.length * WHEEL_S < APART_S) continue;
    if (groupOf.get(before.bibs[0]!) === id) wrong.push(`part ${i} is not apart from ${i - 1}`);
    const gap = groups[id]?.gap;
    // Its last wheel is so much behind its first.
    const head = groups[0]!.bibs.length * WHEEL_S;
    if (!gap || Math.abs(gap.value - (part.gapS - head)) > WITHIN_S)
      wrong.push(`part ${i} is at ${gap?.value.toFixed(1)}, truly ${part.gapS.toFixed(1)}`);
  }
  return wrong;
}

it('sixty phones, a tenth with broken clocks and a fifth silent for a minute, make the true groups within 10 s', () => {
  const { looks, notices } = raced();
  const judged = looks.filter(({ s }) => s > WAIT_S + 60);
  expect(judged.length).toBeGreaterThan(180);
  const wrong = judged.map(({ s, race }) => wrongAt(race, s));
  // Nowhere is it wrong for longer than ten seconds, and hardly ever at all.
  const lasting = judged.flatMap(({ s }, i) => {
    const now = wrong.slice(i, i + 1 + WITHIN_S / LOOK_S);
    return now.every((one) => one.length > 0) ? [`${s} s: ${now[0]!.join('; ')}`] : [];
  });
  expect(lasting).toEqual([]);
  expect(wrong.filter((one) => one.length > 0).length).toBeLessThan(judged.length * 0.03);
  const { health, places } = looks.at(-1)!.race;
  expect(places.filter(({ group }) => group !== null)).toHaveLength(60);
  expect(health.trackers).toMatchObject({ live: 60 });
  // Six clocks, each said once; nothing else.
  const clocks = notices.filter(({ text }) => text.includes('clock of its device'));
  expect(clocks.reduce((sum, { count }) => sum + count, 0)).toBe(6);
  expect(notices.length - clocks.length).toBe(0);
}, 30_000);
