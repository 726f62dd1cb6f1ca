import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gpxIn } from '../../../src/desk/course/file-map-in.ts';
import { segmentsInGpx } from '../../../src/desk/course/gpx.ts';
import { plainPointsIn } from '../../../src/desk/course/plain-points.ts';

const read = (text: string, runs: Parameters<typeof segmentsInGpx>[1]) => {
  const gpx = gpxIn(text);
  if (!gpx.ok) throw new Error(gpx.error);
  return segmentsInGpx(gpx.value, runs);
};
const byParser = (text: string) => read(text, []);
const byForm = (text: string) => {
  const { rest, runs } = plainPointsIn(text);
  return read(rest, runs);
};
const file = (segments: readonly string[]) =>
  `<?xml version="1.0"?><!-- a maker --><gpx><metadata><time>2026-07-04T12:00:00Z</time></metadata><trk><name>A &amp; B</name>${segments.map((one) => `<trkseg>${one}</trkseg>`).join('')}</trk></gpx>`;
const time = '<time>2026-07-04T12:00:01.5Z</time>';

it('gives a parser of XML nothing of a ride of three hours but its frame', () => {
  const text = file([
    Array.from(
      { length: 10_800 },
      (_, s) =>
        `\n <trkpt lat="45.${s}" lon="5.1">\n  <ele>210.5</ele>\n  <time>${new Date(s * 1000).toISOString()}</time>\n  <hdop>2</hdop>\n </trkpt>`,
    ).join(''),
  ]);
  expect(plainPointsIn(text).rest.length).toBeLessThan(300);
  expect(byForm(text)[0]).toHaveLength(10_800);
  expect(byForm(text)).toEqual(byParser(text));
});

const points = [
  `<trkpt lat="45.1" lon="5.2"><ele>210,5</ele>${time}</trkpt>`,
  `<trkpt lon="5.3"  lat="45.1" >${time}<sat>7</sat> </trkpt>\n`,
  `<trkpt lat="45.1" lon="5.2"></trkpt>`,
  `<trkpt lat="45.1" lon="5.2"/>`,
  `<trkpt lat='45.4' lon='5.2'>${time}</trkpt>`,
  `<trkpt lat="95" lon="5.2">${time}</trkpt>`,
  `<trkpt lat="45.5" lon="5.2"><name>A &lt; B</name>${time}</trkpt>`,
  `<trkpt lat="45.6" lon="5.2">${time}<link href="x"><text>y</text></link></trkpt>`,
  `<trkpt lat="45.7" lon="5.2"><time> 2026-07-04T12:00:02Z\n</time><ele></ele></trkpt>`,
  `<trkpt lat="45.8" lon="5.2"><desc>soon</desc><time>soon</time></trkpt>`,
  `<trkpt lat="45.9" lon="5.2"><x:speed>3</x:speed>${time}</trkpt>`,
];

it('reads what the parser reads, in its order, however points are written', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.constantFrom(...points), { maxLength: 8 }), { maxLength: 3 }), (segments) => {
      const text = file(segments.map((one) => one.join('')));
      expect(byForm(text)).toEqual(byParser(text));
    }),
  );
});

it('reads nothing of what is in a comment', () => {
  const text = file([`${points[0]}<!-- ${points[1]} -->${points[0]}`]);
  expect(byForm(text)).toEqual(byParser(text));
  expect(byForm(text)[0]).toHaveLength(2);
});
