import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/desk/arguments.ts';
import { usageOf } from '../../src/desk/usage.ts';
import { kinds } from '../support/feeds.ts';

const read = (line: string) => readArguments(line.split(' ').filter(Boolean), kinds);
const given = (line: string) => {
  const result = read(line);
  if (!result.ok) throw new Error(result.error);
  return result.value;
};
const errorOf = (line: string) => {
  const result = read(line);
  return result.ok ? 'nothing is wrong' : result.error;
};

describe('the arguments of the desk', () => {
  it('are not needed', () => {
    expect(given('')).toMatchObject({
      feeds: [{ kind: 'simulation', argument: '' }],
      from: { at: 'start' },
      speed: 1,
      seed: 1,
      port: 4000,
      host: '127.0.0.1',
      tapes: '.tapes',
      fresh: false,
      dev: false,
    });
  });

  it('name a folder of earlier races, and a desk with it is another one', () => {
    expect(given('').history).toBeNull();
    expect(given('--history .tapes')).toMatchObject({ history: '.tapes' });
    expect(given('--history .tapes').source).not.toBe(given('').source);
  });

  it('name a feed, with a colon in its address as well', () => {
    expect(given('--feed replay:C:/races/a.json').feeds).toEqual([{ kind: 'replay', argument: 'C:/races/a.json' }]);
    expect(given('--feed race-center:http://127.0.0.1:4777').feeds).toEqual([
      { kind: 'race-center', argument: 'http://127.0.0.1:4777' },
    ]);
  });

  it('name several feeds, and help lists what there is', () => {
    expect(
      given('--feed race-center:http://a --feed race-center:http://b').feeds.map(({ argument }) => argument),
    ).toEqual(['http://a', 'http://b']);
    for (const form of ['simulation', 'replay:<file>', 'race-center:<url>'])
      expect(usageOf(kinds)).toMatch(new RegExp(`^ {9}${form} .+`, 'm'));
    for (const { help } of kinds.values()) expect(usageOf(kinds)).toContain(` ${help}\n`);
  });

  it('name a moment', () => {
    expect(given('--from 42km').from).toEqual({ at: 'km', km: 42 });
    expect(given('--from 17.5km-to-go').from).toEqual({ at: 'km-to-go', km: 17.5 });
    expect(given('--from 14:30').from).toEqual({ at: 'time-of-day', seconds: 52_200 });
    expect(given('--from 14:30:15').from).toEqual({ at: 'time-of-day', seconds: 52_215 });
    expect(given('--from 1h02m03s').from).toEqual({ at: 'raced', seconds: 3723 });
    expect(given('--from 90m').from).toEqual({ at: 'raced', seconds: 5400 });
  });

  it('name the machine as the studio calls it, as often as it has names', () => {
    expect(given('').allowHost).toEqual([]);
    expect(given('--allow-host desk.studio.lan --allow-host desk').allowHost).toEqual(['desk.studio.lan', 'desk']);
    for (const odd of ['http://desk.lan', 'desk:4000', '*', '-x-'])
      expect(errorOf(`--allow-host=${odd}`)).toMatch(/is no name of a machine: write it without http/);
  });

  it('name what is heard and told by OSC, and other machines only where the network is said', () => {
    expect(given('').osc).toEqual({ port: null, from: [], to: [] });
    const asked =
      '--osc 8000 --host 0.0.0.0 --osc-from 10.0.0.7 --osc-from 10.0.0.8 --osc-to 10.0.0.5:9000 --osc-to [::1]:9001';
    expect(given(asked).osc).toEqual({
      port: 8000,
      from: ['10.0.0.7', '10.0.0.8'],
      to: [
        { address: '10.0.0.5', port: 9000 },
        { address: '::1', port: 9001 },
      ],
    });
    expect(given('--osc-to localhost:9000').osc.to).toEqual([{ address: '127.0.0.1', port: 9000 }]);
    // No port and no surface makes another race: its tape is taken up again.
    expect(given('--osc 8000').source).toBe(given('').source);
    const wrong = {
      '--osc 0.0.0.0:8000': /^--osc 0\.0\.0\.0:8000 does not fit: give a port alone/,
      '--osc 0': /does not fit/,
      '--osc 65536': /does not fit/,
      '--osc-from 10.0.0.7': /needs a port to be heard at: add --osc 8000/,
      '--osc 8000 --osc-from 10.0.0.7': /is another machine, and this desk hears its own only: add --host/,
      '--osc 8000 --host 0.0.0.0 --osc-from surface.lan': /is no address/,
      '--osc-to surface.lan:9000': /give an address and a port/,
      '--osc-to 10.0.0.5': /give an address and a port/,
    };
    for (const [words, sentence] of Object.entries(wrong)) expect(errorOf(words), words).toMatch(sentence);
  });

  it('are told apart by all that chooses the race', () => {
    const sources = [
      '',
      '--speed 8',
      '--seed 2',
      '--from 42km',
      '--port 4001',
      '--feed replay:a',
      '--classification gc.csv',
      '--kits kits.json',
    ].map((line) => given(line).source);
    expect(new Set(sources).size).toBe(sources.length);
    expect(given('--fresh --tape elsewhere').source).toBe(given('').source);
  });

  it('are told apart, and stand on a tape, without who comes to a server', () => {
    const { source, feeds } = given('--feed traccar:https://me%40club:secret@host --course a.gpx');
    expect(source).toContain('traccar:https://…@host');
    expect(source).not.toContain('secret');
    expect(feeds).toMatchObject([{ argument: 'https://me%40club:secret@host' }]);
  });

  it('are refused in one sentence', () => {
    const wrong = {
      '--sped 8': /^Unknown option '--sped'.*--help lists what there is\.$/,
      '--feed': /^Option '--feed <value>' argument missing; --help lists what there is\.$/,
      'replay.json': /^Unexpected argument 'replay\.json'.*--help lists what there is\.$/,
      '--feed radio': /^--feed radio is no feed: there are [^\n]+, radio:<riders\.csv>, [^\n]+ and [^\n]+\.$/,
      '--feed simulation:9': /is no feed/,
      '--feed replay:a --feed replay:a': /^--feed replay:a is given twice; leave one out\.$/,
      '--feed race-center:http://a --feed replay:b':
        /^--feed race-center happens now and replay is played: give one desk the one or the other\.$/,
      '--feed replay:': /is no feed/,
      '--from noon':
        /^--from noon is no moment: write 42km, 42km-to-go, a time of day such as 14:30 or 14:30:15, or since the start 1h02m03s\.$/,
      '--from 25:00': /is no moment/,
      '--from 14:30:61': /is no moment/,
      '--from 1:02:03s': /is no moment/,
      '--from -5km': /./,
      '--speed 0': /^--speed 0 does not fit: give 0\.1 to 60\.$/,
      '--speed fast': /does not fit/,
      '--speed 61': /does not fit/,
      '--seed 1.5': /^--seed 1\.5 does not fit: give a whole number\.$/,
      '--port 70000': /^--port 70000 does not fit/,
      '--track 0': /^--track 0 does not fit: give the number of a track, from 1\.$/,
      '--port http': /^--port http does not fit/,
      '--feed race-center:http://a --speed 2': /^A live feed happens now/,
      '--feed radio:riders.csv': /^--feed radio tells no road: add --course stage\.gpx\.$/,
    };
    for (const [line, sentence] of Object.entries(wrong)) {
      expect(errorOf(line), line).toMatch(sentence);
      expect(errorOf(line), line).not.toContain('\n');
    }
  });
});
