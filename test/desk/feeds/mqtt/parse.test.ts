import { describe, expect, it } from 'vitest';
import type { FromFeed } from '../../../../src/desk/feeds/feed.ts';
import { mqttParse } from '../../../../src/desk/feeds/mqtt/parse.ts';
import { withOneSheet } from '../../../../src/desk/papers/one-sheet.ts';
import { riderTable } from '../../../../src/desk/papers/rider-table.ts';

const NOON = Date.UTC(2026, 6, 4, 12);

/** A desk's end of what a broker delivers, with a list of riders where one is given. */
function desk(list: string | null = null) {
  const listed = list === null ? null : riderTable(list, 'riders.csv');
  if (listed && !listed.ok) throw new Error(listed.error);
  const read = withOneSheet(
    () => {
      const parse = mqttParse();
      return ({ topic, text }: FromFeed) => parse({ topic, text });
    },
    { feeds: ['mqtt'], listed: listed ? listed.value : null },
  )();
  let riders: string[] = [];
  const faults: string[] = [];
  const hear = (sort: string, said: object) => {
    const parsed = read({ feed: 'mqtt', topic: sort, text: JSON.stringify(said) });
    faults.push(...parsed.faults);
    for (const event of parsed.events)
      if (event.kind === 'sheet')
        riders = [...event.sheet.riders.values()].map(({ bib, family }) => `${bib} ${family}`);
    return parsed.events.flatMap((event) => (event.kind === 'positions' ? event.samples : []));
  };
  hear('start', { at: NOON, utcOffsetMin: 120 });
  let tst = NOON / 1000;
  const publishes = (topic: string, body: unknown, over: object = {}) =>
    hear('message', { at: tst * 1000, topic, body, ...over });
  return {
    publishes,
    places(topic: string, body: object = {}, over: object = {}) {
      tst += 1;
      return publishes(topic, { _type: 'location', tst, lat: 45, lon: 5, ...body }, over);
    },
    bibOf: (topic: string, body: object = {}) => {
      tst += 1;
      return publishes(topic, { _type: 'location', tst, lat: 45, lon: 5, ...body })[0]?.bib;
    },
    riders: () => riders,
    faults,
  };
}

describe('what a broker delivers', () => {
  it('is a place in km/h, metres and per cent, with the names of its phone taken away by the papers', () => {
    const [sample] = desk().places('owntracks/12/iphone', { vel: 41, acc: 6, alt: 300, batt: 77 });
    expect(sample).toEqual({
      bib: '12',
      lat: 45,
      lon: 5,
      speedKph: 41,
      altitudeM: 300,
      accuracyM: 6,
      batteryPct: 77,
      atMs: NOON + 1000,
    });
  });

  it('is called by the list first, by its user and device or by its user alone', () => {
    const list = 'bib,family,device\n31,Novak,Ana/phone\n32,Peña,luis\n';
    const listed = desk(list);
    expect(listed.bibOf('owntracks/ana/phone', { tid: '7' })).toBe('31');
    expect(listed.bibOf('owntracks/luis/anything')).toBe('32');
    expect(listed.bibOf('club/owntracks/12/phone')).toBe('12');
    expect(listed.faults).toEqual([]);
  });

  it('is called by a number of its user, else of its device, else of its messages, else by its user', () => {
    const { bibOf } = desk();
    expect(bibOf('owntracks/12/34', { tid: '56' })).toBe('12');
    expect(bibOf('owntracks/race/34', { tid: '56' })).toBe('34');
    expect(bibOf('owntracks/ana/phone', { tid: '56' })).toBe('56');
    expect(bibOf('owntracks/eva/phone', { tid: 'EV' })).toBe('eva');
  });

  it('does not take the end of the name of a phone for a number, which the app makes its tid by itself', () => {
    expect(desk().bibOf('owntracks/ana/galaxys10', { tid: '10' })).toBe('ana');
  });

  it('does not let one user speak for the number of another, and says so once', () => {
    const { bibOf, faults } = desk();
    expect(bibOf('owntracks/ana/phone', { tid: '7' })).toBe('7');
    expect(bibOf('owntracks/eve/phone', { tid: '7' })).toBe('eve');
    expect(bibOf('owntracks/eve/phone', { tid: '7' })).toBe('eve');
    expect(faults).toEqual([
      'the phone eve/phone says that it is number 7, which another one is: it is called eve; say whose it is with --riders',
    ]);
    // A user is surer than what stands in a message.
    expect(bibOf('owntracks/7/watch')).toBe('7');
    expect(bibOf('owntracks/ana/phone', { tid: '7' })).toBe('ana');
    expect(bibOf('owntracks/7/phone')).toBe('7');
  });

  it('has riders by their cards, without those whom the list has otherwise', () => {
    const open = desk();
    open.publishes('owntracks/12/phone/info', { _type: 'card', name: 'Ana Novak' }, { retain: true });
    open.publishes('owntracks/eva/phone/info', { _type: 'card', name: 'Eva' });
    expect(open.riders()).toEqual(['12 Ana Novak', 'eva Eva']);
    const listed = desk('bib,family,device\n31,Novak,12\n');
    listed.publishes('owntracks/12/phone/info', { _type: 'card', name: 'Ana' });
    listed.publishes('owntracks/eva/phone/info', { _type: 'card', name: 'Eva' });
    expect(listed.riders()).toEqual(['eva Eva', '31 Novak']);
  });

  it('keeps the number of a rider whose card does not say it', () => {
    const { bibOf, publishes, riders } = desk();
    bibOf('owntracks/ana/phone', { tid: '7' });
    publishes('owntracks/ana/phone/info', { _type: 'card', name: 'Ana' });
    expect(riders()).toEqual(['7 Ana']);
  });

  it('places nobody by what the broker has retained', () => {
    const { places } = desk();
    expect(places('owntracks/12/phone', {}, { retain: true })).toEqual([]);
    expect(places('owntracks/12/phone')).toHaveLength(1);
  });

  it('is taken once, however often it comes', () => {
    const { publishes } = desk();
    const body = { _type: 'location', tst: NOON / 1000, lat: 45, lon: 5 };
    expect(publishes('owntracks/12/phone', body)).toHaveLength(1);
    expect(publishes('owntracks/12/phone', body)).toHaveLength(0);
    expect(publishes('owntracks/12/watch', body)).toHaveLength(1);
    expect(publishes('owntracks/12/phone', { ...body, lat: 45.001 })).toHaveLength(1);
  });

  it('says once of a phone that it is encrypted, and nothing of what is no place', () => {
    const { publishes, faults } = desk();
    for (let i = 0; i < 3; i += 1) publishes('owntracks/12/phone', { _type: 'encrypted', data: `x${i}` });
    for (const [below, _type] of [
      ['', 'lwt'],
      ['/event', 'transition'],
      ['/waypoint', 'waypoint'],
      ['/status', 'status'],
      ['/cmd', 'cmd'],
    ])
      expect(publishes(`owntracks/12/phone${below}`, { _type, tst: 1 })).toEqual([]);
    publishes('owntracks/12/phone', '');
    expect(faults).toEqual([expect.stringMatching(/^the phone 12\/phone: it sends what is encrypted/)]);
  });

  it('says what cannot be read', () => {
    const { publishes, faults } = desk();
    publishes('owntracks/12/phone', 'hello');
    publishes('owntracks/12/phone', { lat: 45 });
    publishes('phone', { _type: 'location' });
    expect(faults).toEqual([
      'the phone 12/phone publishes what is no JSON; it was left out',
      'the phone 12/phone: it sends what is no message of OwnTracks',
      'a message came on a topic that names no user and no device; it was left out',
    ]);
  });
});
