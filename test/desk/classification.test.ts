import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BroughtAlong, withBroughtAlong } from '../../src/desk/brought-along.ts';
import { classificationIn, readClassification } from '../../src/desk/classification.ts';
import { durationS } from '../../src/desk/duration.ts';
import { createEngine } from '../../src/race/engine.ts';
import { rider, riders, sheet } from '../support/race.ts';

const partsIn = (text: string) => {
  const parts = classificationIn(text, 'gc.csv');
  return parts.ok ? parts.value : parts.error;
};

describe('a duration', () => {
  it('is read as people write it', () => {
    const written: Record<string, number> = {
      '+1\'23"': 83,
      "1'23''": 83,
      '1’23”': 83,
      '1:23': 83,
      '0:01:23': 83,
      '83': 83,
      '+ 0:05': 5,
      '1h02\'03"': 3723,
      '1:02:03': 3723,
      "12'": 720,
      '4"': 4,
      '3m 5s': 185,
      '1:23,5': 83.5,
    };
    for (const [text, seconds] of Object.entries(written)) expect([text, durationS(text)]).toEqual([text, seconds]);
  });

  it('is nothing else', () => {
    for (const text of ['', '+', 'abc', '1:2', '-5', '1:23:', 's.t.'])
      expect([text, durationS(text)]).toEqual([text, null]);
  });
});

describe('a table of how the race stood', () => {
  it('is bibs and gaps, in whatever order', () => {
    expect(partsIn('Rank;Bib;Gap\n2;12A;+1\'23"\n1;7;\n3;001;2:05\n')).toEqual({
      general: [
        { bib: '7', behindS: 0 },
        { bib: '12A', behindS: 83 },
        { bib: '001', behindS: 125 },
      ],
    });
  });

  it('is bibs and times, of all or as results are printed: the first his time, the others their gaps', () => {
    const general = [
      { bib: '1', behindS: 0 },
      { bib: '2', behindS: 9 },
    ];
    expect(partsIn('bib,time\n1,15:00:01\n2,15:00:10')).toEqual({ general });
    expect(partsIn('bib,time\n1,15:00:01\n2,+0:09')).toEqual({ general });
    expect(partsIn('bib,gap\n1,15h00\'01"\n2,0:09')).toEqual({ general });
  });

  it('may be several', () => {
    expect(
      partsIn(
        'classification,bib,gap,points\ngeneral,1,0,\nPoints,2,,90\npoints,3,,100\nmountain,4,,0\nyoung,5,0,\n,6,0:30,',
      ),
    ).toEqual({
      general: [
        { bib: '1', behindS: 0 },
        { bib: '6', behindS: 30 },
      ],
      points: [
        { bib: '3', points: 100 },
        { bib: '2', points: 90 },
      ],
      mountain: [{ bib: '4', points: 0 }],
      young: [{ bib: '5', behindS: 0 }],
    });
  });

  it('says which line is wrong, and what to write', () => {
    expect(partsIn('bib,gap\n1,0\n2,soon')).toBe('gc.csv, line 3: "soon" is no gap; write +1\'23", 1:23 or seconds.');
    expect(partsIn('bib,gap\n1,0\n\n,5')).toBe('gc.csv, line 4: "" is no number of a rider.');
    expect(partsIn('bib,gap\n1,0\n1,5')).toBe('gc.csv, line 3: number 1 is there twice; leave one out.');
    expect(partsIn('classification,bib,gap\nteam,1,0')).toBe(
      'gc.csv, line 2: "team" is no classification; write general, points, mountain, young.',
    );
    expect(partsIn('classification,bib,points\npoints,1,many')).toMatch(/line 2: "many" is no number of points\.$/);
    expect(partsIn(`bib,gap\n1,0\n2,${'9'.repeat(20)}`)).toMatch(/line 3: "9+" is no gap; write/);
    expect(partsIn('classification,bib,points\npoints,1,1e300')).toMatch(/line 2: "1e300" is no number of points\.$/);
    expect(partsIn('rider,gap\n1,0')).toMatch(/^gc\.csv has no columns bib and gap, time or points: name them/);
    expect(partsIn('bib,gap\n')).toMatch(/^gc\.csv: it has no rows .*; its columns are/);
  });

  it('is a file, or the refusal of one', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'ardoise-gc-')), 'gc.csv');
    writeFileSync(file, '\uFEFFbib\tgap\r\n1\t0\r\n');
    expect(readClassification(file)).toEqual({ ok: true, value: { general: [{ bib: '1', behindS: 0 }] } });
    expect(readClassification(`${file}x`)).toMatchObject({
      ok: false,
      error: expect.stringMatching(/cannot be read; give/),
    });
  });
});

describe('a classification that is brought along', () => {
  const papers = sheet({ riders: new Map([...riders(8), ['009', rider('009')]]), general: [{ bib: '8', behindS: 0 }] });
  const through = (own: BroughtAlong) =>
    withBroughtAlong(
      () =>
        ({ topic }) => ({ events: topic === 'quiet' ? [] : [{ kind: 'sheet', sheet: papers }], faults: [] }),
      own,
      () => {},
    )();
  const before = { general: ['1', '9', '77'].map((bib, i) => ({ bib, behindS: i })) };
  const input = { feed: 'any', topic: 'any', text: '' };

  it('wins over what the feed says', () => {
    const engine = createEngine();
    for (const event of through({ before })(input).events) engine.apply(event);
    expect(engine.race(0)!.sheet.general[0]).toEqual({ bib: '1', behindS: 0 });
    expect(through({})(input).events).toHaveLength(1);
  });

  it('is said to name strangers, once', () => {
    const read = through({ before });
    expect(read(input).faults).toEqual([
      expect.stringMatching(/^the classification names 77, who are not on the start/),
    ]);
    expect(read({ ...input, topic: 'quiet' }).faults).toEqual([]);
    expect(read(input).faults).toEqual([]);
  });
});
