import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { fail, ok, type Result } from '../../wire/result.ts';
import { type Json, recordOf } from '../feeds/json.ts';
import type { FileMap } from './file-map.ts';
import { gpxMap } from './gpx.ts';
import { tcxMap } from './tcx.ts';

// Values stay text: "1E3" is a name, and decimal commas are read by us.
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
});

/** The roads and places of a GPX or TCX file, or half a sentence on why it is none. */
export function fileMapIn(text: string): Result<FileMap> {
  const read = documentIn(text);
  if (!read.ok) return read;
  const file = read.value;
  const [gpx, tcx] = [recordOf(file.gpx), recordOf(file.TrainingCenterDatabase)];
  if (recordOf(file.kml)) return fail('it is KML: export it as GPX');
  if (!gpx && !tcx) return fail('it is neither GPX nor TCX');
  const mapped = gpx ? gpxMap(gpx) : tcxMap(tcx!);
  return mapped.roads.length > 0 ? ok(mapped) : fail('it has no track and no route of two points or more');
}

/** The GPX document of a text with all that its maker wrote, or half a sentence on why it is none. */
export function gpxIn(text: string): Result<Json> {
  const read = documentIn(text);
  if (!read.ok) return read;
  const gpx = recordOf(read.value.gpx);
  return gpx ? ok(gpx) : fail('it is no GPX: export it as GPX');
}

function documentIn(text: string): Result<Json> {
  if (text.startsWith('.FIT', 8)) return fail('it is a FIT file: export it as GPX');
  const valid = XMLValidator.validate(text);
  if (valid !== true) return fail(`it is not XML, line ${valid.err.line}: ${valid.err.msg.replace(/\.$/, '')}`);
  return ok(recordOf(parser.parse(text)) ?? {});
}
