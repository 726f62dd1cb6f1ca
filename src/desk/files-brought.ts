import { ok, type Result } from '../wire/result.ts';
import type { Arguments } from './arguments.ts';
import type { BroughtAlong } from './brought-along.ts';
import { readClassification } from './classification.ts';
import { readCourse } from './course/read.ts';
import { readKits } from './kits.ts';
import type { ListedRiders } from './papers/rider-table.ts';
import { readRiders } from './papers/riders-file.ts';
import { readRules } from './rules.ts';
import { readStartList } from './start-list.ts';

interface FilesBrought {
  readonly own: BroughtAlong;
  /** Null where no list of riders was named. */
  readonly listed: ListedRiders | null;
  readonly doubts: readonly string[];
}

/** What the files say that a producer brings along, and what is doubted of them; or what is wrong with one. */
export function filesBrought(args: Arguments): Result<FilesBrought> {
  const course = given(args.course, (file) => readCourse(file, args.track, args.laps));
  if (!course.ok) return course;
  const rules = given(args.rules, readRules);
  if (!rules.ok) return rules;
  const before = given(args.classification, readClassification);
  if (!before.ok) return before;
  const list = given(args.starts, readStartList);
  if (!list.ok) return list;
  const kits = given(args.kits, readKits);
  if (!kits.ok) return kits;
  const riders = given(args.riders, readRiders);
  if (!riders.ok) return riders;
  const own = {
    ...(list.value && { starts: list.value }),
    ...(course.value && { course: course.value.course }),
    ...(rules.value && { rules: rules.value }),
    ...(before.value && { before: before.value }),
    ...(kits.value && { kits: kits.value }),
  };
  const ofCourse = (course.value?.doubts ?? []).map((doubt) => `--course: ${doubt}`);
  return ok({
    own,
    listed: riders.value,
    doubts: [...ofCourse, ...(list.value?.doubts ?? []), ...(riders.value?.doubts ?? [])],
  });
}

/** What a file that was named says; null where none was. */
const given = <T>(file: string | null, read: (file: string) => Result<T>): Result<T | null> =>
  file === null ? ok(null) : read(file);
