import { bells } from './font-bells.ts';
import { familyFiles, latinUrl600, latinUrl800 } from './font-family.ts';
import { familyBeyond } from './font-family-beyond.ts';
import type { FontFile } from './font-file.ts';
import { strangers } from './font-strangers.ts';

/** What is known from the start. Where two cover a letter, the later one paints it. */
export const fontFiles: readonly FontFile[] = [
  ...bells(latinUrl600, latinUrl800),
  ...strangers,
  ...familyBeyond,
  ...familyFiles,
];
