import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rmonitorParse } from '../../../../src/desk/feeds/rmonitor/parse.ts';
import { durationMs } from '../../../../src/desk/feeds/rmonitor/record.ts';
import type { RaceEvent } from '../../../../src/race/event.ts';
import { START_MS } from '../../../support/race.ts';
import { readBy } from '../../../support/timing-feed.ts';

/** Tells lines at their second after the start; what came of them. */
function told(...lines: readonly (readonly [number, string])[]) {
  const raws = lines.map(([s, line]) => ({ topic: 'lines', text: `${START_MS + s * 1000} ${line}` }));
  const { events, faults } = readBy(rmonitorParse(), raws);
  return { events, faults };
}
const sheets = (events: readonly RaceEvent[]) =>
  events.flatMap((event) => (event.kind === 'sheet' ? [event.sheet] : []));
const passings = (events: readonly RaceEvent[]) =>
  events.flatMap((event) =>
    event.kind === 'passings' ? event.passings.map(({ bib, lap, atMs }) => [bib, lap, atMs! - START_MS]) : [],
  );
const beat = (s: number, laps = 9999, flag = 'Green ', time = '00:00:00'): [number, string] => [
  s,
  `$F,${laps},"${time}","14:00:00","${new Date(Math.max(0, s) * 1000).toISOString().slice(11, 19)}","${flag}"`,
];
const riders: [number, string][] = [
  [-9, '$A,"a","7",1007,"Jana","Novák","CZE",2'],
  [-9, '$COMP,"b","12A",1,"Luc","O\'Neil, ""Lucky""","FRA",""'],
];

describe('what RMonitor tells', () => {
  it('is who rides, with his class as his team where there are several, and what stands beside his name before it', () => {
    const [sheet] = sheets(
      told(
        ...riders,
        [-9, '$C,1,"Juniors"'],
        [-9, '$C,2,"Elite"'],
        [-8, '$COMP,"c","3",1,"Bo","Li","DEU","Morava"'],
        beat(-5),
      ).events,
    );
    expect(
      [...sheet!.riders.values()].map(({ bib, given, family, nation, team }) => [bib, given, family, nation, team]),
    ).toEqual([
      ['7', 'Jana', 'Novák', 'CZE', 'ELI'],
      ['12A', 'Luc', 'O\'Neil, "Lucky"', 'FRA', 'JUN'],
      ['3', 'Bo', 'Li', 'GER', 'MOR'],
    ]);
  });

  it('is a made circuit: as long as its lap, in kilometres or metres, as often as laps are done and to go', () => {
    const lengthOf = (length: string) =>
      sheets(told(...riders, [-9, `$E,"TRACKLENGTH","${length}"`], beat(-5, 40)).events)[0]!.course;
    expect(lengthOf('2.760')).toMatchObject({
      lengthM: expect.closeTo(110_400, 3),
      laps: { count: 40, lengthM: expect.closeTo(2760, 6) },
    });
    expect(lengthOf('800').laps!.lengthM).toBeCloseTo(800, 6);
    expect(lengthOf('0,95').laps!.lengthM).toBeCloseTo(950, 6);
  });

  it('is a nominal kilometre where the length is missing, and says so once', () => {
    const { events, faults } = told(...riders, beat(-5, 40), beat(-4, 41), beat(-3, 41));
    expect(sheets(events)[0]!.course.laps!.lengthM).toBeCloseTo(1000, 6);
    expect(faults).toEqual([expect.stringContaining('1 km')]);
  });

  it('says how many laps there are once it counts them down or has a lap to go by, and not where it only counts them', () => {
    const saidOf = (...lines: [number, string][]) =>
      told(...riders, ...lines).events.flatMap((event) => (event.kind === 'sheet' ? [event.lapsTold] : []));
    const lap: [number, string] = [100, '$G,1,"a",1,"00:01:40.000"'];
    expect(saidOf(beat(-5, 40))).toEqual([40]);
    expect(saidOf(beat(-5), lap, beat(101)).filter((count) => count !== undefined)).toEqual([]);
    expect(saidOf(beat(-5, 9999, 'Green ', '00:10:00'), lap, beat(101, 9999, 'Green ', '00:06:40')).at(-1)).toBe(5);
  });

  it('is a race by time: its laps are reckoned, and never fewer than were ridden', () => {
    const laps = Array.from({ length: 5 }, (_, i): [number, string] => [
      100 * (i + 1),
      `$G,1,"a",${i + 1},"00:0${Math.floor((100 * (i + 1)) / 60)}:${String((100 * (i + 1)) % 60).padStart(2, '0')}.000"`,
    ]);
    const { events } = told(
      ...riders,
      [-9, '$E,"TRACKLENGTH","1.1"'],
      beat(1, 9999, 'Green ', '00:20:00'),
      laps[0]!,
      ...[101, 102, 103].map((s) => beat(s, 9999, 'Green ', '00:18:20')),
      ...laps.slice(1),
      ...[501, 502, 503, 504].map((s) => beat(s, 0, 'Finish')),
    );
    const counts = sheets(events).map(({ course }) => course.laps!.count);
    // 20 min at the usual pace of 100 s a lap, then as it came.
    expect(counts[0]).toBe(12);
    expect(counts.at(-1)).toBe(5);
    // The road became another: all that was told is told again.
    expect(
      passings(events)
        .slice(-5)
        .map(([, lap]) => lap),
    ).toEqual([1, 2, 3, 4, 5]);
  });

  it('times a crossing by the start of the race and its own clock, to the thousandth, with its lap', () => {
    const { events } = told(
      ...riders,
      beat(1),
      [3, '$J,"a","00:00:00.000","00:00:02.051"'],
      [3, '$G,1,"a",,"00:00:02.051"'],
      beat(4),
      [97, '$J,"a","00:01:34.000","00:01:36.349"'],
      [97, '$G,1,"a",1,"00:01:36.349"'],
      [99, '$J,"b","00:01:35.000","00:01:36.400"'],
      [99, '$G,2,"b",1,"00:01:36.400"'],
    );
    // The heartbeat of 1 s came at 1 s: nothing says that the start was earlier.
    expect(passings(events)).toEqual([
      ['7', 0, 2051],
      ['7', 1, 96_349],
      ['12A', 1, 96_400],
    ]);
  });

  it('leaves the lap out where no line tells laps', () => {
    const { events } = told(...riders, beat(1), [97, '$J,"a","00:01:34.000","00:01:36.349"'], beat(98), beat(99));
    expect(passings(events)).toEqual([['7', undefined, 96_349]]);
  });

  it('corrects a time that was corrected', () => {
    const { events } = told(
      ...riders,
      beat(1),
      [97, '$G,1,"a",1,"00:01:36.349"'],
      [98, '$COR,"a","7",1,"00:01:36.301","-00:00:00.048"'],
    );
    expect(passings(events)).toEqual([
      ['7', 1, 96_349],
      ['7', 1, 96_301],
    ]);
  });

  it('tells the flags to the crew, and that it is heard', () => {
    const { events } = told(...riders, beat(1), beat(2), beat(3, 9999, 'Red   '));
    expect(events.flatMap((event) => (event.kind === 'race-radio' ? [event.text] : []))).toEqual([
      'Flag: Green',
      'Flag: Red',
    ]);
    expect(events.flatMap((event) => (event.kind === 'passings' ? [event.heardMs! - START_MS] : []))).toEqual([
      1000, 2000, 3000,
    ]);
  });

  it('begins another race when the clock of the race begins anew', () => {
    const { events } = told(
      ...riders,
      beat(600),
      [600, '$G,1,"a",5,"00:09:59.000"'],
      beat(-1),
      [3000, '$F,12,"00:00:00","15:00:00","00:00:10","Green "'],
      [3090, '$G,1,"a",1,"00:01:40.000"'],
    );
    expect([...new Set(sheets(events).map(({ info }) => info.id))]).toEqual(['rmonitor-1', 'rmonitor-2']);
    expect(passings(events).at(-1)).toEqual(['7', 1, 2_990_000 + 100_000]);
  });

  it('keeps who rides when all is told anew after a reset', () => {
    const { events } = told(
      ...riders,
      beat(1),
      [2, '$I,"14:00:00","01 jan 26"'],
      [3, '$G,1,"a",1,"00:00:02.900"'],
      ...riders.map(([, line]): [number, string] => [3, line]),
      beat(4),
    );
    for (const sheet of sheets(events)) expect([...sheet.riders.keys()]).toEqual(['7', '12A']);
  });
});

describe('how other programs write RMonitor', () => {
  const START = '$A,"a","7",1007,"Jana","Nov",CZE,2';
  const people = (line: string) =>
    [...(sheets(told([-9, line], beat(1)).events)[0]?.riders.values() ?? [])].map(({ bib, given, family, nation }) =>
      [bib, given, family, nation].join(' '),
    );

  it('pads what is quoted, and leaves quotes out or has them in names', () => {
    expect(people('$A," a ","7 ",1007,"Jana  "," Nov ","CZE",2')).toEqual(['7 Jana Nov CZE']);
    expect(people('$A,a,7,1007,Jana,Nov,CZE,2')).toEqual(['7 Jana Nov CZE']);
    expect(people('$A,"a","7",1007,"Jana "J"","O"Nov","CZE",2')).toEqual(['7 Jana "J" O"Nov CZE']);
    expect(people('$A,"a","7",1007,"Jana","Nov,"CZE",2')).toEqual(['7 Jana Nov CZE']);
    expect(people('$A,"a","7",1007,"Jana","Nov, ""N""","CZE",2')).toEqual(['7 Jana Nov, "N" CZE']);
    expect(people('$A,"a","7",1007,"Jana","Nov')).toEqual(['7 Jana Nov ']);
    expect(people('$a ,"a","#7",1007,"Jana","Nov","CZE",2\r')).toEqual(['7 Jana Nov CZE']);
    const crossed = told([-9, START], beat(1), [30, '$G,1,"a  "," 1"," 00:00:30.000 "'], beat(31));
    expect(passings(crossed.events)).toEqual([['7', 1, 30_000]]);
  });

  it('loses one line where one is none, and not those that came with it', () => {
    const { events, faults } = told([-9, `Welcome\n ${START}\n?`], beat(1));
    expect(sheets(events)[0]?.riders.size).toBe(1);
    expect(faults.slice(0, 2)).toEqual([
      'what came is no line of RMonitor and was left out: "Welcome"',
      'what came is no line of RMonitor and was left out: "?"',
    ]);
  });

  it('has records of its own, of which nothing is said', () => {
    const own = [
      '$RMS,"race"',
      '$RMLT,"a",1',
      '$RMHL,"a","1"',
      '$rms',
      '$V2,3',
      '$TIME_X',
      '$L,"7","2","Fin"',
      '$SP,1,"a"',
    ];
    expect(told(...own.map((line): [number, string] => [1, line]))).toEqual({ events: [], faults: [] });
  });

  it('tells the length of a lap with its unit', () => {
    const lengths = ['2.5 km', '2,5 KM', '2500 m', '2.5'].map(
      (length) => sheets(told([-9, START], [-9, `$E,"TRACKLENGTH","${length}"`], beat(1)).events)[0]?.course.lengthM,
    );
    expect(new Set(lengths)).toEqual(new Set([2500]));
    expect(told([-9, START], [-9, '$E,"TRACKLENGTH","9 parsecs"'], beat(1)).faults).toHaveLength(1);
  });

  it('tells no crossing by a correction that names no lap', () => {
    const { events } = told([-9, START], beat(1), [30, '$COR,"a","7",,"00:00:29.980",""'], beat(31));
    expect(passings(events)).toEqual([]);
  });
});

it('reads durations as they are written', () => {
  expect(['00:00:02.051', '1:02:03', '02:03.4', '59,5', '', '99999', '00:60x'].map(durationMs)).toEqual([
    2051,
    3_723_000,
    123_400,
    59_500,
    null,
    null,
    null,
  ]);
  expect(['1:02:03:456', '02:03:456', '3:456', '125.250', '125'].map(durationMs)).toEqual([
    3_723_456, 123_456, 3456, 125_250, 125_000,
  ]);
});

describe('what is wrong at the timing computer', () => {
  const double: [number, string][] = [
    ...riders,
    [-9, '$A,"x","7",1099,"Eva","Kral","CZE",2'],
    // The same rider with another transponder.
    [-9, '$A,"y","12A",1100,"Luc","O\'Neil, ""Lucky""","FRA",1'],
  ];

  it('a number that two have is said once, and stays that of the first', () => {
    const { events, faults } = told(
      ...double,
      [-9, '$E,"TRACKLENGTH","1.2"'],
      beat(1),
      [97, '$G,1,"x",1,"00:01:36.000"'],
      [98, '$G,2,"a",1,"00:01:37.000"'],
      [99, '$G,3,"y",1,"00:01:38.000"'],
      ...double,
      beat(100),
    );
    expect(faults).toEqual([
      'number 7 is of two riders in the timing, Jana Novák and Eva Kral: crossings of the second are left out; give one of them another number there',
    ]);
    expect([...sheets(events).at(-1)!.riders.values()].map(({ bib, family }) => `${bib} ${family}`)).toEqual([
      '7 Novák',
      '12A O\'Neil, "Lucky"',
    ]);
    expect(passings(events)).toEqual([
      ['7', 1, 97_000],
      ['12A', 1, 98_000],
    ]);
    const mended = told(...double, beat(1), [2, '$A,"x","8",1099,"Eva","Kral","CZE",2'], beat(3));
    expect([...sheets(mended.events).at(-1)!.riders.keys()]).toEqual(['7', '12A', '8']);
  });

  it('a heartbeat without a race time is a sign of life, and tells the flag', () => {
    const { events, faults } = told(...riders, [-5, '$F,9999,"00:00:00","14:00:00","","Yellow"']);
    expect(faults).toHaveLength(1);
    expect(sheets(events)).toHaveLength(1);
    expect(events.slice(1)).toMatchObject([
      { kind: 'passings', passings: [], heardMs: START_MS - 5000 },
      { kind: 'race-radio', text: 'Flag: Yellow' },
    ]);
  });

  it.each(['1 200', '1\u202f200', '1\u00a0200', "1'200", '1’200 m'])('a lap of "%s" is 1200 m', (length) => {
    const { events } = told(...riders, [-9, `$E,"TRACKLENGTH","${length}"`], beat(1));
    expect(sheets(events)[0]!.course.laps!.lengthM).toBeCloseTo(1200, 6);
  });
});

/** A session that a timing program has played, where somebody has put it. */
const session = join(import.meta.dirname, '../../../../../shared/data/rmonitor/Orbits_Mock_Session.txt');

it.runIf(existsSync(session))('refuses no line of a session as a timing program sends it', () => {
  const parse = rmonitorParse();
  const lines = readFileSync(session, 'utf8').split(/\r?\n/).filter(Boolean);
  let atMs = START_MS;
  const all = lines.map((line) => {
    if (line.startsWith('$F')) atMs += 1000;
    return parse({ topic: 'lines', text: `${atMs} ${line}` });
  });
  expect(all.flatMap(({ faults }) => faults)).toEqual([]);
  const events = all.flatMap((one) => one.events);
  const crossed = lines.filter((line) => line.startsWith('$J')).map((line) => line.split('"')[1]);
  const told = new Set(passings(events).map((one) => one.join(' ')));
  expect(told.size).toBe(crossed.length);
  expect([...sheets(events).at(-1)!.riders.values()].map(({ family }) => family)).toContain('Freeman');
});
