import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { metresBetween } from '../../race/course/projection.ts';
import { rawLengths } from '../../race/course/scale.ts';
import type { CourseSource } from '../../race/course/source.ts';
import { fail, ok, type Result } from '../../wire/result.ts';
import { jsonOf } from '../feeds/json.ts';
import { textOfFile } from '../file-text.ts';
import { type CourseRead, courseFrom } from './course-from.ts';
import type { MapPlace } from './file-map.ts';
import { fileMapIn } from './file-map-in.ts';
import { oneRoad } from './one-road.ts';
import { CourseShape } from './shape.ts';

const OwnFile = v.object({ ...CourseShape.entries, gpx: v.optional(v.string()) });

interface Source {
  readonly source: CourseSource;
  readonly places: readonly MapPlace[];
}

/**
 * `--course stage.gpx`, or a TCX file, or a file of figures: `{"gpx": "stage.gpx", "lengthKm": 158, "climbs": [...],
 * "marks": [...]}`, with the fields of `CourseSource` and the road in a GPX or TCX file beside it. `track` is the one that
 * is meant where a file has several, from 1. Of a circuit the file may have one lap, ridden `laps` times.
 */
export function readCourse(file: string, track: number | null = null, laps: number | null = null): Result<CourseRead> {
  const read = file.endsWith('.json') ? figuresOf(file, track) : roadOf(file, track);
  if (!read.ok) return read;
  const { places } = read.value;
  if (read.value.source.line.length === 0) return fail(`${file} has no road: name its "gpx".`);
  const source = laps === null ? ok(read.value.source) : ridden(read.value.source, laps);
  if (!source.ok) return fail(`--laps ${laps} does not fit ${file}: ${source.error}.`);
  const course = courseFrom(source.value, places);
  return course.ok ? course : fail(`${file} cannot be used as a course: ${course.error}.`);
}

/** A road whose ends are farther apart is no lap. */
const CLOSED_M = 200;

function ridden(source: CourseSource, count: number): Result<CourseSource> {
  if (source.laps || source.lengthKm !== null)
    return fail('it says itself how long the race is; write its "laps" there');
  const [first, last] = [source.line[0]!, source.line.at(-1)!];
  const apartM = Math.round(metresBetween(first, last));
  if (apartM > CLOSED_M) return fail(`its road ends ${apartM} m from where it begins, so it is no lap`);
  const toKm = rawLengths(source.line).at(-1)! / 1000;
  return ok({ ...source, laps: { fromKm: 0, toKm, count } });
}

function roadOf(file: string, track: number | null): Result<Source> {
  const text = textOf(file);
  if (!text.ok) return text;
  const mapped = fileMapIn(text.value);
  const road = mapped.ok ? oneRoad(mapped.value.roads, track) : mapped;
  if (!mapped.ok || !road.ok) return fail(`${file} cannot be used as a course: ${road.ok ? '' : road.error}.`);
  return ok({ source: { ...v.parse(CourseShape, {}), line: road.value.line }, places: mapped.value.places });
}

function figuresOf(file: string, track: number | null): Result<Source> {
  const text = textOf(file);
  if (!text.ok) return text;
  const read = v.safeParse(OwnFile, jsonOf(text.value));
  if (!read.success) {
    const [issue] = read.issues;
    return fail(`${file} is wrong at "${v.getDotPath(issue) ?? 'its beginning'}": ${issue.message}.`);
  }
  const { gpx, ...source } = read.output;
  if (gpx === undefined) return ok({ source, places: [] });
  const road = roadOf(resolve(dirname(file), gpx), track);
  return road.ok ? ok({ source: { ...source, line: road.value.source.line }, places: road.value.places }) : road;
}

const textOf = (file: string): Result<string> =>
  textOfFile(file, `${file} cannot be read; give --course a GPX or TCX file, or a JSON file of the course's figures.`);
