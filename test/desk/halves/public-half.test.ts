import { beforeEach, expect, it } from 'vitest';
import { createPublicHalf, type PublicHalf, type PublicView } from '../../../src/desk/halves/public-half.ts';
import { emptyShow } from '../../../src/show/show.ts';
import type { Frame } from '../../../src/wire/frame.ts';
import { foldRace, parseDelta, parseSnapshot } from '../../../src/wire/parse.ts';
import { START_MS } from '../../support/race.ts';
import { fullField } from '../../wire/race.arbitrary.ts';

let nowMs: number;
let view: PublicView;
let half: PublicHalf;

beforeEach(() => {
  nowMs = 0;
  view = { race: fullField(START_MS), show: emptyShow, clock: { atMs: START_MS, rate: 1 } };
  half = createPublicHalf(view, () => nowMs);
});

/** Time goes on, and the race with it. */
const later = (ms: number) => {
  nowMs += ms;
  view = { ...view, race: fullField(START_MS + nowMs), clock: { atMs: START_MS + nowMs, rate: 1 } };
};
const opened = ({ message }: Frame) => {
  const delta = parseDelta(message);
  if (!delta.ok) throw new Error(delta.error);
  return delta.value;
};
const greeted = () => {
  const snapshot = parseSnapshot(half.greeting()[1]!.message);
  if (!snapshot.ok) throw new Error(snapshot.error);
  return snapshot.value;
};

it('carries nothing of the crew', () => {
  const secret = { flash: { overlay: 'secret-plan', params: { note: 'secret' }, step: 0 } };
  const quarantine = [{ reason: 'late', count: 1, share: 0, example: 'secret', bib: null, atMs: START_MS }] as const;
  const race = fullField();
  view = {
    ...view,
    race: { ...race, health: { ...race.health, quarantine } },
    show: { ...emptyShow, preview: secret },
  };
  const delta = half.delta(view)!;
  for (const { bytes } of [delta, ...half.greeting()])
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/secret/);
  expect(opened(delta).race!.health!.quarantine).toEqual([]);
  expect(opened(delta).race!.health!.topics).toEqual(race.health.topics);
});

it('is not stirred by what is cued', () => {
  half.delta(view);
  view = { ...view, show: { ...view.show, preview: { flash: { overlay: 'a-b', params: {}, step: 0 } } } };
  expect(half.delta(view)).toBeNull();
  view = { ...view, show: { ...view.show, latched: true } };
  expect(opened(half.delta(view)!)).toEqual({
    seq: 2,
    sentMs: 0,
    air: { program: {}, cut: false, latched: true, frozen: false, replay: false, loss: {}, delays: {} },
  });
});

it('makes one snapshot for all who come before the next delta, and it holds what the deltas held', () => {
  let race = foldRace(null, opened(half.delta(view)!).race!);
  for (let i = 0; i < 5; i += 1) {
    later(1000);
    race = foldRace(race, opened(half.delta(view)!).race!);
  }
  const [, snapshot] = half.greeting();
  nowMs += 500;
  expect(half.greeting()[1]).toBe(snapshot);
  expect(greeted()).toEqual({ protocol: expect.any(Number), seq: 6, sentMs: 5000, race, air: expect.anything() });
  later(1000);
  half.delta(view);
  expect(half.greeting()[1]).not.toBe(snapshot);
});

it('tells who comes the clock as it stands, however old the snapshot is', () => {
  half.delta(view);
  nowMs += 800;
  expect(half.greeting()[0]).toMatchObject({ event: 'clock', message: { atMs: START_MS + 800, rate: 1 } });
});

it('greets with what is on air before there is a race: a desk that reads its tape takes nothing out', () => {
  const show = { ...emptyShow, program: { flash: { overlay: 'a-b', params: {}, step: 1 } }, latched: true };
  half = createPublicHalf({ show, clock: { atMs: 0, rate: 0 } }, () => nowMs);
  expect(greeted()).toMatchObject({ race: null, air: { program: show.program, latched: true } });
});

it('says nothing when nothing changed', () => {
  half.delta(view);
  expect(half.delta(view)).toBeNull();
});

it('tells the clock as of when it is given out, though it was read before the race was reckoned', () => {
  half.delta(view);
  later(1000);
  view = { ...view, clock: { atMs: START_MS + 5000, rate: 2 }, clockMs: nowMs };
  nowMs += 60;
  const { clock, sentMs } = opened(half.delta(view)!);
  expect([clock, sentMs]).toEqual([{ atMs: START_MS + 5120, rate: 2 }, 1060]);
  later(1000);
  view = { ...view, clock: { atMs: START_MS + 7000, rate: 2 }, clockMs: nowMs - 60 };
  expect(opened(half.delta(view)!).clock).toBeUndefined();
});
