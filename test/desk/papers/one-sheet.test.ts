import { describe, expect, it } from 'vitest';
import { madeCircuit } from '../../../src/desk/course/made-circuit.ts';
import { noRoad } from '../../../src/desk/course/no-road.ts';
import { withOneSheet } from '../../../src/desk/papers/one-sheet.ts';
import { riderTable } from '../../../src/desk/papers/rider-table.ts';
import type { RaceEvent } from '../../../src/race/event.ts';
import type { Sheet } from '../../../src/race/sheet.ts';
import { riders, sheet } from '../../support/race.ts';

const list = (text: string) => {
  const read = riderTable(text, 'riders.csv');
  if (!read.ok) throw new Error(read.error);
  return read.value;
};
const fix = (bib: string): RaceEvent => ({
  kind: 'positions',
  atMs: 1000,
  samples: [{ bib, lat: 45, lon: 5, speedKph: null }],
});
const told = (one: Sheet): RaceEvent => ({ kind: 'sheet', sheet: one });

/** What comes out, input by input: each is a feed and what it tells. */
function through(inputs: readonly (readonly [string, RaceEvent])[], feeds: string[], text: string | null = null) {
  const waiting = inputs.map(([, event]) => event);
  const read = withOneSheet(() => () => ({ events: [waiting.shift()!], faults: [] }), {
    feeds,
    listed: text === null ? null : list(text),
  })();
  return inputs.map(([feed]) => read({ feed, topic: 't', text: '' }).events);
}
const sheetIn = (events: readonly RaceEvent[] | undefined): Sheet => {
  const event = events?.find(({ kind }) => kind === 'sheet');
  if (event?.kind !== 'sheet') throw new Error('no sheet');
  return event.sheet;
};

describe('one sheet of several', () => {
  const whole = sheet();
  const noRiders = { ...whole, riders: new Map() };
  const noWay = { ...sheet({ riders: riders(3) }), course: noRoad };

  it('is that of the feed named first, whichever comes first', () => {
    const first = { ...whole, info: { ...whole.info, race: 'First' } };
    const both = through(
      [
        ['b', told(whole)],
        ['a', told(first)],
        ['b', told(whole)],
      ],
      ['a', 'b'],
    );
    expect(both.map((events) => sheetIn(events).info.race)).toEqual([whole.info.race, 'First', 'First']);
  });

  it('has the riders of one and the road of another', () => {
    const [, made] = through(
      [
        ['timing', told(noWay)],
        ['trackers', told(noRiders)],
      ],
      ['timing', 'trackers'],
    );
    expect([...sheetIn(made).riders.keys()]).toEqual([...noWay.riders.keys()]);
    expect(sheetIn(made).course).toBe(whole.course);
  });

  it('has as many laps as the timing says, whoever tells the riders', () => {
    const made: RaceEvent = {
      kind: 'sheet',
      sheet: { ...noRiders, course: madeCircuit(900, 40) },
      isRoadMade: true,
      lapsTold: 40,
    };
    const [, both] = through(
      [
        ['trackers', told(noWay)],
        ['timing', made],
      ],
      ['trackers', 'timing'],
    );
    expect(both!.find(({ kind }) => kind === 'sheet')).toMatchObject({ lapsTold: 40, isRoadMade: true });
  });

  it('has the road that somebody knows, and not one that was made of the length of a lap; that one before none', () => {
    const made: RaceEvent = { kind: 'sheet', sheet: { ...whole, course: madeCircuit(900, 40) }, isRoadMade: true };
    const roadOf = (inputs: readonly (readonly [string, RaceEvent])[]) => {
      const event = through(inputs, ['timing', 'trackers'])
        .at(-1)!
        .find(({ kind }) => kind === 'sheet');
      return event?.kind === 'sheet' ? [event.sheet.course.lengthM, event.isRoadMade ?? false] : null;
    };
    expect(roadOf([['timing', made]])).toEqual([36_000, true]);
    expect(
      roadOf([
        ['timing', made],
        ['trackers', told(noRiders)],
      ]),
    ).toEqual([whole.course.lengthM, false]);
    expect(
      roadOf([
        ['trackers', made],
        ['timing', told(noWay)],
      ]),
    ).toEqual([36_000, true]);
  });

  it('is of one race, whoever tells his sheet later, until a feed goes on to another', () => {
    const of = (id: string): RaceEvent => told({ ...whole, info: { ...whole.info, id } });
    const ids = through(
      [
        ['b', of('b1')],
        ['a', of('a1')],
        ['b', of('b1')],
        ['a', of('a2')],
        ['b', of('b1')],
      ],
      ['a', 'b'],
    );
    expect(ids.map((events) => sheetIn(events).info.id)).toEqual(['b1', 'b1', 'b1', 'a2', 'a2']);
  });

  it('has nothing of a sheet that stands alone changed', () => {
    const [made] = through([['a', told(whole)]], ['a']);
    expect(sheetIn(made)).toBe(whole);
  });

  it('is made of the list where no feed has one, once', () => {
    const made = through(
      [
        ['phones', fix('1')],
        ['phones', fix('2')],
      ],
      ['phones'],
      'bib,family,team\n1,Novak,Morava\n2,Peña,\n',
    );
    expect(made.map((events) => events.map(({ kind }) => kind))).toEqual([['sheet', 'positions'], ['positions']]);
    const { riders: all, teams, course } = sheetIn(made[0]);
    expect([...all.values()].map(({ family }) => family)).toEqual(['Novak', 'Peña']);
    expect(teams.map(({ name }) => name)).toEqual(['Morava']);
    expect(course).toBe(noRoad);
  });

  it('has who is on the list as the list has him, and the others as the feed has them', () => {
    const [made] = through([['a', told(whole)]], ['a'], 'bib,family\n1,Novák-Dupont\n');
    expect(sheetIn(made).riders.get('1')?.family).toBe('Novák-Dupont');
    expect(sheetIn(made).riders.get('2')).toBe(whole.riders.get('2'));
    expect(sheetIn(made).riders.size).toBe(whole.riders.size);
  });

  it('calls who sends by the name of a device by his number', () => {
    const text = 'bib,family,device,transponder\n1,Novak,Anna-Phone,10371\n2,Peña,,GX-55\n3,Li,gx-55,\n';
    expect(list(text).doubts).toEqual(['riders.csv, line 4: "gx-55" is of number 2 already; that is left out']);
    const crossing: RaceEvent = {
      kind: 'passings',
      origin: 'timed',
      passings: ['10371', 'GX-55', '99'].map((bib) => ({ bib, mark: 'finish', atMs: 1 })),
    };
    const [first, second] = through(
      [
        ['a', fix('anna-phone')],
        ['a', crossing],
      ],
      ['a'],
      text,
    );
    expect(first?.[1]).toMatchObject({ samples: [{ bib: '1' }] });
    expect(second?.[0]).toMatchObject({ passings: [{ bib: '1' }, { bib: '2' }, { bib: '99' }] });
  });

  it('calls a tracker with names of its own by the first that is listed, else as it calls itself, and takes the names away', () => {
    const named = (bib: string, device: readonly string[]): RaceEvent => ({
      kind: 'positions',
      atMs: 1000,
      samples: [{ bib, device, lat: 45, lon: 5, speedKph: null }],
    });
    const all = through(
      [
        ['a', named('7', ['ana/phone', 'ana'])],
        ['a', named('8', ['eva/phone', 'eva'])],
        // That number is said by somebody whom the list does not know by it.
        ['a', named('gx', ['luis/gx'])],
      ],
      ['a'],
      'bib,family,device\n31,Novak,Ana\n32,Peña,gx\n',
    );
    const samples = all.flat().flatMap((event) => (event.kind === 'positions' ? event.samples : []));
    expect(samples.map(({ bib }) => bib)).toEqual(['31', '8', 'gx']);
    expect(samples.some((sample) => 'device' in sample)).toBe(false);
    const alone = through([['a', named('8', ['eva'])]], ['a']).flat()[0];
    expect(alone).toEqual({ ...named('8', []), samples: [{ bib: '8', lat: 45, lon: 5, speedKph: null }] });
  });

  it('lets no other tracker of a feed speak for a number whose listed one that feed has brought', () => {
    const from = (bib: string, device: string): RaceEvent => ({
      kind: 'positions',
      atMs: 1000,
      samples: [{ bib, device: [device], lat: 45, lon: 5, speedKph: null }],
    });
    const all = through(
      [
        ['a', from('31', 'eve/31')],
        ['a', from('ana', 'ana/phone')],
        ['a', from('31', 'eve/31')],
        ['a', from('32', 'luis/32')],
        // Another feed may have him too.
        ['b', from('31', '31 Novak')],
      ],
      ['a', 'b'],
      'bib,family,device\n31,Novak,ana/phone\n32,Peña,\n',
    );
    const samples = all.flat().flatMap((event) => (event.kind === 'positions' ? event.samples : []));
    expect(samples.map(({ bib }) => bib)).toEqual(['31', '31', 'eve/31', '32', '31']);
  });

  it('takes those off who are on a sheet for their tracker alone and are others by the list', () => {
    const devices = new Map([
      ['1', ['ana/phone']],
      ['2', ['eva/phone']],
    ]);
    const event: RaceEvent = { kind: 'sheet', sheet: noWay, devices };
    const [made] = through([['a', event]], ['a'], 'bib,family,device\n31,Novak,ana/phone\n2,Li,eva/phone\n');
    expect([...sheetIn(made).riders.keys()]).toEqual(['2', '3', '31']);
    const [alone] = through([['a', event]], ['a']);
    expect([...sheetIn(alone).riders.keys()]).toEqual(['1', '2', '3']);
  });

  it('has all who are known by their trackers, of several such feeds, and of no feed beside a list of starters', () => {
    const of = (...bibs: string[]): Sheet => ({
      ...noWay,
      riders: new Map(bibs.map((bib) => [bib, { ...noWay.riders.get('1')!, bib }])),
    });
    const named = (...bibs: string[]): RaceEvent => ({
      kind: 'sheet',
      sheet: of(...bibs),
      devices: new Map(bibs.map((bib) => [bib, [bib]])),
    });
    const [, both] = through(
      [
        ['a', named('1', '2')],
        ['b', named('2', '3')],
      ],
      ['a', 'b'],
    );
    expect([...sheetIn(both).riders.keys()].toSorted()).toEqual(['1', '2', '3']);
    const [, beside] = through(
      [
        ['a', told(of('1', '2'))],
        ['b', named('2', '3')],
      ],
      ['a', 'b'],
    );
    expect([...sheetIn(beside).riders.keys()]).toEqual(['1', '2']);
  });
});
