import { describe, expect, it } from 'vitest';
import { traccarParse } from '../../../../src/desk/feeds/traccar/parse.ts';
import { withOneSheet } from '../../../../src/desk/papers/one-sheet.ts';
import { riderTable } from '../../../../src/desk/papers/rider-table.ts';

const NOON = Date.UTC(2026, 6, 4, 12);
const S = 1000;
const iso = (atMs: number) => new Date(atMs).toISOString().replace('Z', '+00:00');

/** A desk's end of what a server says, with a list of riders where one is given. */
function desk(devices: readonly object[], list: string | null = null) {
  const listed = list === null ? null : riderTable(list, 'riders.csv');
  if (listed && !listed.ok) throw new Error(listed.error);
  const read = withOneSheet(
    () => {
      const parse = traccarParse();
      return ({ topic, text }) => parse({ topic, text });
    },
    { feeds: ['traccar'], listed: listed ? listed.value : null },
  )();
  let riders: string[] = [];
  const faults: string[] = [];
  const hear = (topic: string, said: object) => {
    const parsed = read({ feed: 'traccar', topic, text: JSON.stringify(said) });
    faults.push(...parsed.faults);
    for (const event of parsed.events)
      if (event.kind === 'sheet')
        riders = [...event.sheet.riders.values()].map(({ bib, family }) => `${bib} ${family}`);
    return parsed.events.flatMap((event) => (event.kind === 'positions' ? event.samples : []));
  };
  const says = (body: object, at = NOON) => hear('message', { at, body });
  hear('start', { at: NOON, utcOffsetMin: 120 });
  says({ devices });
  return {
    says,
    places: (over: object = {}, at = NOON) =>
      says(
        {
          positions: [
            { deviceId: 5, fixTime: iso(at), deviceTime: iso(at), latitude: 45, longitude: 5, speed: 20, ...over },
          ],
        },
        at,
      ),
    riders: () => riders,
    faults,
  };
}

const dupont = { id: 5, name: '12 Dupont', uniqueId: '861107036012345' };

describe('what a server of Traccar says', () => {
  it('is a place: speed comes in knots, times as text or as milliseconds', () => {
    const { places } = desk([dupont]);
    const rest = { altitude: 812, accuracy: 4, attributes: { batteryLevel: 61, motion: true } };
    const [sample] = places(rest);
    expect(sample).toEqual({
      bib: '12',
      lat: 45,
      lon: 5,
      speedKph: expect.closeTo(37.04),
      altitudeM: 812,
      accuracyM: 4,
      batteryPct: 61,
      atMs: NOON,
    });
    expect(places({ fixTime: NOON + 5 * S, deviceTime: NOON + 5 * S }, NOON + 5 * S)[0]?.atMs).toBe(NOON + 5 * S);
  });

  it.each([
    ['12 Dupont', '12', ['12 Dupont']],
    ['#12: Jean Dupont', '12', ['12 Jean Dupont']],
    ['No. 7A - Li', '7A', ['7A Li']],
    ['12', '12', []],
    ['Team car', 'Team car', []],
    ['Moto 2', 'Moto 2', []],
  ])('calls "%s" %s', (name, bib, riders) => {
    const { places, ...all } = desk([{ ...dupont, name }]);
    expect(places()[0]?.bib).toBe(bib);
    expect(all.riders()).toEqual(riders);
  });

  it('is called by the list first, by name or by uniqueId, and is on the sheet once', () => {
    const list = 'bib,family,device\n31,Novak,861107036012345\n';
    const { places, riders } = desk([dupont], list);
    expect(places()[0]?.bib).toBe('31');
    expect(riders()).toEqual(['31 Novak']);
    expect(desk([dupont], 'bib,family,device\n32,Li,12 dupont\n').places()[0]?.bib).toBe('32');
  });

  it('is not believed where the server or the device does not believe it', () => {
    const { places, faults } = desk([dupont]);
    expect(places({ valid: false })).toEqual([]);
    expect(places({ outdated: true })).toEqual([]);
    expect(faults).toEqual([]);
    expect(places({ valid: true, outdated: false })).toHaveLength(1);
  });

  it('was there when it said so, where it does not say when; before its first fix it says nothing', () => {
    const { places, faults } = desk([dupont]);
    expect(places({ fixTime: null })[0]?.atMs).toBe(NOON);
    const later = NOON + 9 * S;
    expect(places({ fixTime: null, deviceTime: null, serverTime: iso(later) }, later)[0]?.atMs).toBe(later);
    expect(places({ fixTime: null, deviceTime: null })).toEqual([]);
    expect(places({ fixTime: null, valid: false }, NOON + 20 * S)).toEqual([]);
    expect(places({ latitude: null, longitude: null }, NOON + 30 * S)).toEqual([]);
    expect(faults).toEqual([]);
    places({ fixTime: 'soon' });
    expect(faults).toEqual(['the tracker 12 Dupont: it does not say when it was where']);
  });

  it('is taken once, by whichever way it comes', () => {
    const { places } = desk([dupont]);
    expect(places()).toHaveLength(1);
    expect(places({ id: 99, serverTime: iso(NOON + S) })).toHaveLength(0);
  });

  it('is as old as its fix says where the device has none newer', () => {
    const { places } = desk([dupont]);
    for (let s = 0; s < 120; s += 5) {
      const at = NOON + s * S;
      // The clock is right: it was there 40 s ago, each time.
      const [sample] = places({ fixTime: iso(at - 40 * S), deviceTime: iso(at - S) }, at);
      expect(sample?.atMs).toBe(at - 40 * S);
    }
  });

  it('has the time of the satellites where the clock of the device is wrong', () => {
    const { places, faults } = desk([dupont]);
    for (const [s, deviceTime] of [
      [0, '2004-01-01T00:00:00.000+00:00'],
      [5, iso(NOON + 3600 * S)],
    ] as const)
      expect(places({ deviceTime, fixTime: iso(NOON + s * S - S) }, NOON + s * S)[0]?.atMs).toBe(NOON + s * S - S);
    expect(faults).toEqual([]);
  });

  it('is corrected where both are wrong, and said once by the name of the device', () => {
    const { places, faults } = desk([dupont]);
    const samples = [];
    for (let s = 0; s <= 60; s += 5) {
      const wrong = iso(NOON + s * S - 3600 * S);
      samples.push(...places({ fixTime: wrong, deviceTime: wrong }, NOON + s * S));
    }
    expect(samples).toHaveLength(13);
    for (const [i, { atMs }] of samples.entries()) expect(atMs).toBe(NOON + i * 5 * S);
    expect(faults).toEqual([
      'the tracker 12 Dupont: the clock of its device is 60 min behind; its times are read so much later',
    ]);
  });

  it('follows a device that is given another name', () => {
    const { says, places, riders } = desk([dupont]);
    says({ devices: [{ ...dupont, name: '13 Dupond' }] });
    expect(places()[0]?.bib).toBe('13');
    expect(riders()).toEqual(['13 Dupond']);
  });

  it('says what cannot be read, and not that a device which is known is heard', () => {
    const { says, places, faults } = desk([dupont]);
    says({ devices: [{ id: 5, status: 'online' }] });
    places({ deviceId: 77 });
    places({ latitude: 123 });
    expect(faults).toEqual([
      'a place of device 77, which the server does not name, was left out',
      'the tracker 12 Dupont: it sends no place that is one on earth',
    ]);
  });
});
