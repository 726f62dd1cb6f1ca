import { beforeEach, expect, it } from 'vitest';
import { type CrewHalf, createCrewHalf } from '../../../src/desk/halves/crew-half.ts';
import type { Crew } from '../../../src/wire/crew/half.ts';

const first: Crew = {
  preview: {},
  owners: {},
  desk: { feed: 'a feed', span: null, busy: false, joins: false, notices: [] },
  shown: { air: [], monitors: [] },
  pages: { counts: [], list: [] },
  quarantine: [],
  radio: [],
  devices: [],
  waiting: [],
  changes: { undo: null, redo: null },
  rundowns: { names: ['Road stage'], chosen: { name: 'Road stage', items: [] }, removed: null },
  leaving: [],
  authors: {},
};
let crew: Crew;
let nowMs: number;
let half: CrewHalf;
let asked: (keyof Crew)[];

beforeEach(() => {
  crew = first;
  nowMs = 0;
  asked = [];
  half = createCrewHalf(first, () => nowMs);
  nowMs = 10_000;
});

const view = {
  preview: () => crew.preview,
  owners: () => crew.owners,
  changes: () => crew.changes,
  rundowns: () => crew.rundowns,
  leaving: () => crew.leaving,
  authors: () => crew.authors,
  desk: () => crew.desk,
  shown: () => crew.shown,
  pages: () => {
    asked.push('pages');
    return crew.pages;
  },
  quarantine: () => crew.quarantine,
  radio: () => crew.radio,
  devices: () => [],
  waiting: () => crew.waiting,
};
const delta = () => half.delta(view)?.message ?? null;
const count = (count: number) => ({ counts: [{ role: 'program', monitor: false, count, lost: 0 }], list: [] });

it('says nothing while nothing changes, also when it is the same in another object', () => {
  expect(delta()).toBeNull();
  crew = structuredClone(first);
  expect(delta()).toBeNull();
});

it('tells what changed, numbered', () => {
  const preview = { flash: { overlay: 'gap-ticker', params: {}, step: 0 } };
  crew = { ...crew, preview };
  expect(delta()).toEqual({ seq: 1, preview });
  crew = { ...crew, preview: {} };
  expect(delta()).toEqual({ seq: 2, preview: {} });
});

it('tells of pages once a second, however many come and go, and computes nothing in between', () => {
  crew = { ...crew, pages: count(1) };
  expect(delta()).toEqual({ seq: 1, pages: count(1) });
  asked = [];
  for (let i = 2; i <= 900; i += 1) {
    crew = { ...crew, pages: count(i) };
    nowMs += 1;
    expect(delta()).toBeNull();
  }
  expect(asked).toEqual([]);
  nowMs += 101;
  expect(delta()).toEqual({ seq: 2, pages: count(900) });
});

it('greets with all that was told, made once until the next news', () => {
  const [greeting] = half.greeting();
  expect(greeting).toMatchObject({ event: 'crew', message: { seq: 0, ...first } });
  expect(half.greeting()[0]).toBe(greeting);
  crew = { ...crew, pages: count(1) };
  expect(half.greeting()[0]).toBe(greeting);
  delta();
  expect(half.greeting()[0]!.message).toEqual({ seq: 1, ...first, pages: count(1) });
});
