import { readFileSync } from 'node:fs';

export interface ExportedName {
  readonly file: string;
  readonly name: string;
  /** A type belongs to what is exported beside it; a value is exported to be imported. */
  readonly isType: boolean;
}

const declaration = /^export (?:async )?(const|function\*?|class|interface|type|enum) (\w+)/gm;

/** A file without what it says to people. */
const codeOf = (path: string): string =>
  readFileSync(path, 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/^\s*\/\/.*$/gm, '');

export const exportedNames = (file: string, path: string): ExportedName[] =>
  [...codeOf(path).matchAll(declaration)].map(([, kind = '', name = '']) => ({
    file,
    name,
    isType: kind === 'interface' || kind === 'type',
  }));

/** How often each word stands in a file. */
export function wordsIn(path: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of codeOf(path).matchAll(/[A-Za-z_$][\w$]*/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
