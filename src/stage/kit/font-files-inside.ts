import { familyFiles } from './font-family.ts';
import type { FontFile } from './font-file.ts';

/**
 * In the place of `font-files.ts`, for a graphic that has its fonts within itself: Latin and Cyrillic letters, which is what
 * there is room for. What else a name is written in is painted with what the system of its host has.
 */
export const fontFiles: readonly FontFile[] = familyFiles;
