import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonOf, recordOf } from './feeds/json.ts';

/** Of this program, as its package says it. */
export const versionIn = (root: string): string =>
  String(recordOf(jsonOf(readFileSync(join(root, 'package.json'), 'utf8')))?.version);
