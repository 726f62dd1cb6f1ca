import * as v from 'valibot';
import type { Sample } from '../../../race/event.ts';
import { rulesOf } from '../../../race/rules/preset.ts';
import type { Sheet } from '../../../race/sheet.ts';
import { courseFrom } from '../../course/course-from.ts';
import type { Parse, Parsed } from '../feed.ts';
import { bibOf, jsonOf, numberOf, quoted, recordOf } from '../json.ts';
import { SheetShape } from './sheet-shape.ts';

/** Reads what the built-in race sends, live or from a tape. */
export const parse: Parse = ({ topic, text }) => {
  const json = jsonOf(text);
  if (json === null) return fault(`a "${topic}" of the built-in race is not JSON: ${quoted(text)}; it was left out`);
  switch (topic) {
    case 'sheet':
      return sheetOf(json);
    case 'positions':
      return positionsOf(json);
    case 'status':
      return statusOf(json);
    default:
      return fault(`the built-in race has no topic "${topic}"; it was left out`);
  }
};

const fault = (sentence: string): Parsed => ({ events: [], faults: [sentence] });

function sheetOf(json: unknown): Parsed {
  const read = v.safeParse(SheetShape, json);
  if (!read.success) {
    const [issue] = read.issues;
    return fault(`the sheet of the built-in race is wrong at "${v.getDotPath(issue) ?? ''}": ${issue.message}`);
  }
  const { course, riders, rules: asked, ...rest } = read.output;
  const rules = rulesOf(asked.preset, asked.own);
  if (!rules.ok) return fault(`the sheet of the built-in race has ${rules.errors[0]}`);
  const built = courseFrom(course);
  if (!built.ok) return fault(`the sheet of the built-in race is left out: ${built.error}`);
  const sheet: Sheet = {
    ...rest,
    rules: rules.rules,
    course: built.value.course,
    riders: new Map(riders.map((rider) => [rider.bib, rider])),
  };
  return { events: [{ kind: 'sheet', sheet }], faults: [] };
}

function positionsOf(json: unknown): Parsed {
  const frame = recordOf(json);
  const atMs = numberOf(frame?.t);
  if (atMs === null || !Array.isArray(frame?.r)) return fault('a frame of positions has no time or no riders');
  const samples: Sample[] = [];
  let wrong: unknown;
  for (const row of frame.r as unknown[]) {
    const sample = Array.isArray(row) ? sampleOf(row, atMs) : null;
    if (sample) samples.push(sample);
    else wrong ??= row;
  }
  const faults =
    wrong === undefined ? [] : [`a position is not bib, latitude, longitude, speed: ${quoted(JSON.stringify(wrong))}`];
  return { events: [{ kind: 'positions', atMs, samples }], faults };
}

function sampleOf(row: readonly unknown[], frameMs: number): Sample | null {
  const bib = bibOf(row[0]);
  const lat = numberOf(row[1]);
  const lon = numberOf(row[2]);
  if (bib === null || lat === null || lon === null) return null;
  const ageS = numberOf(row[4]);
  const sample = { bib, lat, lon, speedKph: numberOf(row[3]) };
  return ageS === null ? sample : { ...sample, atMs: frameMs - ageS * 1000 };
}

function statusOf(json: unknown): Parsed {
  const news = recordOf(json);
  const atMs = numberOf(news?.t);
  const bib = bibOf(news?.bib);
  if (atMs === null || bib === null || news?.status !== 'abandoned')
    return fault('a status is not time, bib, "abandoned"');
  return { events: [{ kind: 'rider-status', atMs, bib, status: 'abandoned' }], faults: [] };
}
