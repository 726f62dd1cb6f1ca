import { describe, expect, it } from 'vitest';
import { joinAddress, joinHosts } from '../../../src/control/phones/join-address.ts';
import { phoneRows, phonesSaid } from '../../../src/control/phones/phone-rows.ts';
import type { DeviceState } from '../../../src/wire/crew/half.ts';
import { race, rider, sheet } from '../../support/race.ts';

const NOW = 10_000_000;
const device = (bib: string, ageS: number, over: Partial<DeviceState> = {}): DeviceState => ({
  bib,
  feed: 'phones',
  fixMs: NOW - ageS * 1000,
  batteryPct: 80,
  accuracyM: 6,
  ...over,
});
const joined = (bib: string, name: string | null = null) => ({ bib, name, atMs: 0 });
const listed = race({ sheet: sheet({ riders: new Map([['7', rider('7', { given: 'Ana', family: 'Novak' })]]) }) });

describe('the rows of phones', () => {
  it('have the worst first, each with how it is in words', () => {
    const rows = phoneRows(
      ['7', '8', '9', '10', '11', '12'].map((bib) => joined(bib, `Rider ${bib}`)),
      {
        race: listed,
        devices: [
          device('7', 4),
          device('8', 200),
          device('9', 4, { batteryPct: 9, accuracyM: 120 }),
          device('10', 30),
          device('11', 61, { batteryPct: 3 }),
        ],
      },
      NOW,
    );
    expect(rows.map(({ bib, name, level, words }) => [bib, name, level, words])).toEqual([
      ['8', 'Rider 8', 'bad', 'silent for 3 min'],
      ['11', 'Rider 11', 'bad', 'silent for 61 s · battery low'],
      ['9', 'Rider 9', 'warning', 'battery low · place vague'],
      ['10', 'Rider 10', 'warning', 'late'],
      ['12', 'Rider 12', 'idle', 'not heard yet'],
      ['7', 'Ana Novak', 'good', 'well'],
    ]);
    expect(rows[2]).toMatchObject({ age: '4 s', accuracy: '120 m', battery: '9 %', isJoined: true });
    expect(phonesSaid(rows)).toBe('6 joined · 1 not heard yet · 2 silent · 2 to look at');
  });

  it('are also those of devices that have not joined here, which nobody can free', () => {
    const devices = [device('7', 4, { feed: 'traccar', batteryPct: null, accuracyM: null })];
    const rows = phoneRows([], { race: listed, devices }, NOW);
    expect(rows).toMatchObject([{ bib: '7', isJoined: false, battery: '–', accuracy: '–', level: 'good' }]);
    expect(phonesSaid(rows)).toBe('1 known');
    expect(phonesSaid([])).toBe('0 joined');
    expect(phoneRows([joined('8')], { race: listed, devices: [device('7', 4)] }, NOW).map(({ bib }) => bib)).toEqual([
      '8',
    ]);
    expect(phoneRows([], { race: null, devices }, null)[0]).toMatchObject({ name: '', age: '–', level: 'good' });
  });

  it('are also those of phones on a tape, where nobody joins and no key is known', () => {
    const told = { race: listed, devices: [device('7', 4, { feed: 'phones' })] };
    expect(phoneRows([], told, NOW)).toEqual([]);
    expect(phonesSaid(phoneRows(null, told, NOW))).toBe('1 known');
  });
});

describe('the address by which phones join', () => {
  it('is never one that only this machine knows', () => {
    for (const hostname of ['localhost', '127.0.0.1', '[::1]'])
      expect(joinHosts({ hostname, port: '4000' }, ['10.0.0.5', '192.168.1.2'])).toEqual([
        '10.0.0.5:4000',
        '192.168.1.2:4000',
      ]);
    expect(joinHosts({ hostname: 'localhost', port: '4000' }, [])).toEqual([]);
  });

  it('is first the one by which control was opened', () => {
    expect(joinHosts({ hostname: 'tv.example.org', port: '' }, ['10.0.0.5'])).toEqual(['tv.example.org', '10.0.0.5']);
    expect(joinHosts({ hostname: '10.0.0.5', port: '4000' }, ['10.0.0.5'])).toEqual(['10.0.0.5:4000']);
    expect(joinAddress('https:', 'tv.example.org', 'abc')).toBe('https://tv.example.org/?join#code=abc');
  });
});
