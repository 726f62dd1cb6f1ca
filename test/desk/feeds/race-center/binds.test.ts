import { describe, expect, it } from 'vitest';
import { createGroupBook, stageAnnounced } from '../../../../src/desk/feeds/race-center/asides.ts';
import { bindIn, type Fate, fates } from '../../../../src/desk/feeds/race-center/binds.ts';
import { createOrientation } from '../../../../src/desk/feeds/race-center/orientation.ts';
import { createRepeats } from '../../../../src/desk/feeds/race-center/repeats.ts';
import type { RaceEvent } from '../../../../src/race/event.ts';
import { START_MS } from '../../../support/race.ts';
import { frame } from '../../../support/recording.ts';
import { opened } from './opened.ts';

/** All names under which the organiser is known to send, and what becomes of each. */
const known: Readonly<Record<string, Fate>> = {
  millesime: 'left',
  event: 'left',
  'stage-2026': 'paper',
  'stage-2026/5': 'paper',
  'team-2026': 'paper',
  'allCompetitors-2026': 'paper',
  'telemetryCompetitor-2026': 'read',
  'pack-2026-5': 'read',
  'telemetryPack-2026-5': 'read',
  'checkpoint-2026-5': 'read',
  'checkpointList-2026-5': 'read',
  'rankingType-2026-5': 'read',
  'rankingTypeArrival-2026-5': 'read',
  'rankingTypeJerseys-2026-5': 'read',
  'rankingTypeTrial-2026-5': 'read',
  'rankingTypeWidget-2026-5': 'left',
  'stageWithdrawals-2026-5': 'read',
  'flashInfoLive-2026-5': 'read',
  'publication_en-2026-5': 'read',
  'extraVehicle-2026-5': 'left',
  'insights-2026-5': 'left',
  'fantasy-2026-5': 'left',
  socialContent: 'left',
  video: 'left',
  image: 'left',
};

const list = { type: 'ete', status: 'official', rankings: [{ position: 1, bib: 1, absolute: 3_600_000 }] };
const group = { date: '2026-07-04T14:10:00+02:00', groups: [{ order: 0, bibs: [{ bib: 1 }] }] };
/** What is said under each name that is read, and what it means. */
const said: Readonly<Record<string, readonly [unknown, RaceEvent['kind']]>> = {
  'telemetryCompetitor-2026': [JSON.parse(frame(START_MS, 2)).data, 'positions'],
  'pack-2026-5': [group, 'official-groups'],
  'telemetryPack-2026-5': [{ ...group, groups: [{ order: 0, bibs: [1, 2] }] }, 'official-groups'],
  'checkpoint-2026-5': [[{ 0: { checkpoint: 1, length: 1, place: 'A', middleSchedule: '14:28:00' } }], 'sheet'],
  'checkpointList-2026-5': [[{ 0: { checkpoint: 1, length: 1, place: 'A', middleSchedule: '14:28:00' } }], 'sheet'],
  'rankingType-2026-5': [[list], 'line-result'],
  'rankingTypeArrival-2026-5': [[list], 'line-result'],
  'rankingTypeTrial-2026-5': [[list], 'line-result'],
  'rankingTypeJerseys-2026-5': [[{ type: 'pmt', rankings: [{ position: 1, bib: 1 }] }], 'before-stage'],
  'stageWithdrawals-2026-5': [[{ bib: 2, type: 'abandon' }], 'rider-status'],
  'flashInfoLive-2026-5': [[{ text: 'Crash' }], 'race-radio'],
  'publication_en-2026-5': [[{ title: 'Attack of number 1' }], 'race-radio'],
};

describe('what the organiser sends', () => {
  it.each(Object.entries(known))('under %s is %s', (bind, fate) => {
    const name = bindIn(JSON.stringify({ bind, data: [] }))?.name ?? '';
    expect(fates.get(name)).toBe(fate);
    if (fate !== 'read') return;
    const [data, kind] = said[bind]!;
    const { events, faults } = opened().parse({ topic: 'stream', text: JSON.stringify({ bind, data }) });
    expect(events.map((event) => event.kind)).toContain(kind);
    expect(faults).toEqual([]);
  });

  it('is nothing else that anybody knows', () => {
    const names = new Set(Object.keys(known).map((bind) => bind.split(/[-_]/, 1)[0]));
    expect([...fates.keys()].filter((name) => !names.has(name))).toEqual([]);
    expect(bindIn('7f0d2a64-3f5e-4f7e-9f53-2a3cf1b1a0c7')).toBeNull();
    expect(bindIn('{"bind":"publication_fr-2026-5"')).toEqual({ name: 'publication', language: 'fr' });
  });

  it('again is not heard again, until much else was heard', () => {
    const isRepeat = createRepeats();
    expect(['a', 'b', 'a', 'a', 'c'].map(isRepeat)).toEqual([false, false, true, true, false]);
    for (let n = 0; n < 64; n += 1) isRepeat(String(n));
    expect(isRepeat('a')).toBe(false);
  });
});

describe('what the organiser says beside that', () => {
  it('is which stage is announced, in whatever form', () => {
    const texts = ['6', '"6"', '"stage-2026-6"', 'stage-2026/6', '{"stage":6}', '{"number":"6"}', 'Stage 6'];
    expect(texts.map(stageAnnounced)).toEqual(Array(texts.length).fill(6));
    expect(['', '{}', 'null', '2026', '[1]', '-1', '6.5', 'soon'].map(stageAnnounced)).toEqual(Array(8).fill(null));
  });

  it('is when what was changed last', () => {
    const news = createGroupBook();
    expect(news('{"stage-2026":1000,"pack-2026-5":"2000","x":null}')).toEqual(['stage-2026', 'pack-2026-5']);
    expect(news('{"stage-2026":1000,"pack-2026-5":2001}')).toEqual(['pack-2026-5']);
    expect(['', '[]', '7', '{"pack-2026-5":1}'].flatMap(news)).toEqual([]);
  });
});

describe('the day of a stream', () => {
  it('goes on when a race of a later day is on, not by a bus at night, an odd frame or a day before', () => {
    const orient = createOrientation(() => START_MS);
    const say = (day: number, on = true) => orient.hear(frame(START_MS + day * 86_400_000, 1, { RaceStatus: on }));
    expect([say(0), orient.day()]).toEqual([true, '2026-07-04']);
    expect([say(1, false), say(1, false), say(-1), say(-1), say(0)]).toEqual(Array(5).fill(false));
    expect([say(1), orient.day()]).toEqual([false, '2026-07-04']);
    expect([say(1), orient.day()]).toEqual([true, '2026-07-05']);
    expect([say(1), say(0)]).toEqual([false, false]);
  });
});
