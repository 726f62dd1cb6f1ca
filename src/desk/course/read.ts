import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import type { Course } from '../../race/course/course.ts';
import type { CourseSource } from '../../race/course/source.ts';
import { fail, ok, type Result } from '../../wire/result.ts';
import { jsonOf } from '../feeds/json.ts';
import { courseFrom } from './course-from.ts';
import { lineOfGpx } from './gpx.ts';
import { CourseShape } from './shape.ts';

const OwnFile = v.object({ ...CourseShape.entries, gpx: v.optional(v.string()) });

/**
 * `--course stage.gpx`, or a file of figures: `{"gpx": "stage.gpx", "lengthKm": 158, "climbs": [...], "marks": [...]}`,
 * with the fields of `CourseSource` and the road in a GPX file beside it.
 */
export function readCourse(file: string): Result<Course> {
  const source = file.endsWith('.json') ? figuresOf(file) : roadOf(file);
  if (!source.ok) return source;
  if (source.value.line.length === 0) return fail(`${file} has no road: name its "gpx".`);
  const course = courseFrom(source.value);
  return course.ok ? course : fail(`${file} cannot be used as a course: ${course.error}.`);
}

function roadOf(file: string): Result<CourseSource> {
  const text = textOf(file);
  if (!text.ok) return text;
  const line = lineOfGpx(text.value);
  if (!line.ok) return fail(`${file} cannot be used as a course: ${line.error}.`);
  return ok({ ...v.parse(CourseShape, {}), line: line.value });
}

function figuresOf(file: string): Result<CourseSource> {
  const text = textOf(file);
  if (!text.ok) return text;
  const read = v.safeParse(OwnFile, jsonOf(text.value));
  if (!read.success) {
    const [issue] = read.issues;
    return fail(`${file} is wrong at "${v.getDotPath(issue) ?? 'its beginning'}": ${issue.message}.`);
  }
  const { gpx, ...source } = read.output;
  if (gpx === undefined) return ok(source);
  const road = roadOf(resolve(dirname(file), gpx));
  return road.ok ? ok({ ...source, line: road.value.line }) : road;
}

function textOf(file: string): Result<string> {
  try {
    return ok(readFileSync(file, 'utf8'));
  } catch {
    return fail(`${file} cannot be read; give --course a GPX file, or a JSON file of the course's figures.`);
  }
}
