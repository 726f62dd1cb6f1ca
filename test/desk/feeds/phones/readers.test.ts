import { describe, expect, it } from 'vitest';
import { momentOf } from '../../../../src/desk/feeds/device-fix.ts';
import { isOwnTracks, ownTracks, withoutPrivate } from '../../../../src/desk/feeds/phones/own-tracks.ts';
import { queryForm } from '../../../../src/desk/feeds/phones/query-form.ts';
import { isTraccarClient, traccarClient } from '../../../../src/desk/feeds/phones/traccar-client.ts';
import { GPS_LOGGER_QUERY } from '../../../../src/wire/public/joining.ts';

const NOON = Date.UTC(2026, 6, 4, 12);

describe('what OwnTracks sends', () => {
  const location = {
    _type: 'location',
    tst: NOON / 1000,
    lat: 45.5,
    lon: 5.25,
    vel: 41,
    acc: 6,
    alt: 210,
    batt: 83,
    tid: '31',
    topic: 'owntracks/ana/phone',
  };

  it('is a fix, in km/h, with the end of its topic as its name', () => {
    expect(ownTracks(location)).toEqual({
      fixes: [
        {
          device: 'phone',
          fixMs: NOON,
          lat: 45.5,
          lon: 5.25,
          speedKph: 41,
          accuracyM: 6,
          altitudeM: 210,
          batteryPct: 83,
        },
      ],
      faults: [],
    });
    expect(ownTracks([location, { ...location, topic: undefined }]).fixes.map(({ device }) => device)).toEqual([
      'phone',
      '31',
    ]);
  });

  it('may have little in it', () => {
    const { fixes } = ownTracks({ _type: 'location', tst: NOON / 1000, lat: 45.5, lon: 5.25, vel: -1, acc: 0 });
    expect(fixes).toEqual([{ device: null, fixMs: NOON, lat: 45.5, lon: 5.25, speedKph: null }]);
  });

  it('says nothing where it is about something else', () => {
    for (const _type of ['waypoint', 'lwt', 'status', 'transition', 'card'])
      expect(ownTracks({ _type, tst: NOON / 1000 })).toEqual({ fixes: [], faults: [] });
    expect(isOwnTracks({ _type: 'lwt' })).toBe(true);
    expect(isOwnTracks({ lat: 1 })).toBe(false);
  });

  it('is taped without what is nobody’s business', () => {
    const home = { SSID: 'Novak home', BSSID: '00:11', inregions: ['Home'], inrids: ['x'], poi: 'Bar' };
    expect(withoutPrivate([{ ...location, ...home }])).toEqual([location]);
    expect(withoutPrivate({ _type: 'card', name: 'Ana', face: 'iVBOR' })).toEqual({ _type: 'card', name: 'Ana' });
  });

  it('is refused in words where nobody can read it, or something is missing', () => {
    expect(ownTracks({ _type: 'encrypted', data: 'xyz' }).faults[0]).toMatch(/encrypted/);
    expect(ownTracks({ ...location, lat: 123 }).faults).toEqual(['it sends no place that is one on earth']);
    expect(ownTracks({ ...location, tst: null }).faults).toEqual(['it does not say when it was where']);
  });
});

describe('what Traccar Client sends', () => {
  const location = {
    timestamp: '2026-07-04T12:00:00.000Z',
    coords: { latitude: 45.5, longitude: 5.25, accuracy: 4.9, speed: 10, heading: 90, altitude: 210.4 },
    is_moving: true,
    battery: { level: 0.83, is_charging: false },
  };

  it('is a fix: metres a second, and a battery from 0 to 1', () => {
    expect(traccarClient({ location, device_id: '61234567' }).fixes).toEqual([
      {
        device: '61234567',
        fixMs: NOON,
        lat: 45.5,
        lon: 5.25,
        speedKph: 36,
        accuracyM: 4.9,
        altitudeM: 210.4,
        batteryPct: 83,
      },
    ]);
  });

  it('may be several at once, in either way', () => {
    const later = { ...location, timestamp: NOON + 5000 };
    const times = (message: unknown) => traccarClient(message).fixes.map(({ fixMs }) => fixMs - NOON);
    expect(times({ location: [location, later], device_id: 'x' })).toEqual([0, 5000]);
    expect(times([{ location, device_id: 'x' }, { location: later }])).toEqual([0, 5000]);
  });

  it('does not know a speed or a battery that is below 0', () => {
    const [fix] = traccarClient({
      location: { ...location, coords: { ...location.coords, speed: -1 }, battery: { level: -1 } },
    }).fixes;
    expect(fix).toMatchObject({ speedKph: null });
    expect(fix).not.toHaveProperty('batteryPct');
  });

  it('says nothing where it has no place, and is known by its form', () => {
    expect(traccarClient({ location: { timestamp: NOON, event: 'heartbeat' } })).toEqual({ fixes: [], faults: [] });
    expect(traccarClient({ location: { timestamp: NOON, coords: 7 } }).faults).toHaveLength(1);
    expect([isTraccarClient({ location }), isTraccarClient({ location: 'x' }), isTraccarClient(7)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('what stands in an address', () => {
  it('is a fix as OsmAnd says it, in knots', () => {
    const query = `id=31&timestamp=${NOON / 1000}&lat=45.5&lon=5.25&speed=20&bearing=7&altitude=210&accuracy=5&batt=83.4`;
    expect(queryForm(new URLSearchParams(query)).fixes).toEqual([
      {
        device: '31',
        fixMs: NOON,
        lat: 45.5,
        lon: 5.25,
        speedKph: 37.04,
        accuracyM: 5,
        altitudeM: 210,
        batteryPct: 83,
      },
    ]);
  });

  it('is a fix as GPSLogger fills it in, in metres a second', () => {
    const said: Record<string, string> = {
      '%LAT': '45.5',
      '%LON': '5.25',
      '%TIMESTAMP': String(NOON / 1000),
      '%SPD': '10',
      '%ACC': '5',
      '%ALT': '210',
      '%BATT': '83',
    };
    const filled = GPS_LOGGER_QUERY.replace(/%[A-Z]+/g, (word) => said[word] ?? 'forgotten');
    expect(queryForm(new URLSearchParams(filled)).fixes).toEqual([
      {
        device: null,
        fixMs: NOON,
        lat: 45.5,
        lon: 5.25,
        speedKph: 36,
        accuracyM: 5,
        altitudeM: 210,
        batteryPct: 83,
      },
    ]);
  });

  it('says nothing where nothing is in it', () => {
    expect(queryForm(new URLSearchParams('id=31'))).toEqual({ fixes: [], faults: [] });
    expect(queryForm(new URLSearchParams('lat=1&lon=x')).faults).toHaveLength(1);
    expect(queryForm(new URLSearchParams(`location=1,2&timestamp=${NOON}`)).fixes[0]).toMatchObject({ lat: 1, lon: 2 });
  });
});

describe('a moment', () => {
  it.each([
    [NOON / 1000, NOON],
    [NOON, NOON],
    [String(NOON / 1000), NOON],
    ['2026-07-04T12:00:00Z', NOON],
    ['2026-07-04T14:00:00+02:00', NOON],
    ['2026-07-04 12:00:00', NOON],
    [0, null],
    [-5, null],
    ['yesterday', null],
    ['', null],
    [null, null],
    [1e300, null],
  ])('%s is read as %s', (said, ms) => expect(momentOf(said)).toBe(ms));
});
