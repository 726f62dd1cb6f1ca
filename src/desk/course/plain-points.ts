import { pointOf } from './file-map.ts';
import { type RiddenPoint, toldMs } from './gpx.ts';

/** A text of GPX without the points that are read already: each run of them is one `<trkpt run="0"/>`. */
export interface PlainPoints {
  readonly rest: string;
  readonly runs: readonly (readonly RiddenPoint[])[];
}

/** A point as all receivers write one: a place, and behind it words that hold no others. It is XML wherever it stands. */
const POINT =
  /<trkpt\s+(lat|lon)="([-+\d.eE]+)"\s+(lat|lon)="([-+\d.eE]+)"\s*>((?:\s*<([A-Za-z]+)>[^<&]*<\/\6>)*)\s*<\/trkpt>\s*/g;
const ELE = /<ele>([^<]*)</;
const TIME = /<time>([^<]*)</;

/**
 * A parser of XML takes half a minute for the rides of a field, nearly all of it for points that stand there alike,
 * thousands in a row: those are read by their form, and all else is left to the parser.
 */
export function plainPointsIn(text: string): PlainPoints {
  const runs: RiddenPoint[][] = [];
  // What is in a comment is none of a ride.
  if (text.includes('<!', Math.max(0, text.indexOf('<trk')))) return { rest: text, runs };
  let rest = '';
  let doneTo = 0;
  for (const { 0: whole, 1: first, 2: a, 3: second, 4: b, 5: words = '', index } of text.matchAll(POINT)) {
    if (first === second) continue;
    if (index > doneTo || runs.length === 0) {
      rest += `${text.slice(doneTo, index)}<trkpt run="${runs.length}"/>`;
      runs.push([]);
    }
    doneTo = index + whole.length;
    const atMs = toldMs(TIME.exec(words)?.[1]);
    const [place] = first === 'lat' ? pointOf(a, b, ELE.exec(words)?.[1]) : pointOf(b, a, ELE.exec(words)?.[1]);
    if (atMs !== null && place) runs.at(-1)!.push({ ...place, atMs });
  }
  return { rest: rest + text.slice(doneTo), runs };
}
