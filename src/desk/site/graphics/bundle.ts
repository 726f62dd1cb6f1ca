import { resolve } from 'node:path';
import { build } from 'vite';
import { leaveOut } from './left-out.ts';

/** Where graphics in one file have something else than pages. */
const inPlaceOf: readonly { readonly find: RegExp; readonly file: string }[] = [
  { find: /\/font-files\.ts$/, file: 'src/stage/kit/font-files-inside.ts' },
  { find: /\/create-picture\.ts$/, file: 'src/stage/create-canvas-picture.ts' },
  { find: /\/built-in-link\.ts$/, file: 'src/host/built-in/still-link.ts' },
  // Without what animates the style of elements: graphics have none.
  { find: /^gsap$/, file: 'node_modules/gsap/gsap-core.js' },
];

/**
 * A module in one file, with its fonts, as text: `entry` is what it begins with, its imports by their places in `root`;
 * `texts` are those that stand in it under a name.
 */
export async function bundled(
  root: string,
  entry: string,
  format: 'es' | 'iife',
  texts: Readonly<Record<string, string>> = {},
): Promise<string> {
  const ENTRY = 'virtual:entry';
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    // As it is shipped, whoever builds it: vite else takes from its environment whether libraries come for their developers.
    define: inScript({ 'process.env.NODE_ENV': 'production', ...texts }),
    resolve: { conditions: ['module', 'browser', 'production'] },
    plugins: [
      {
        name: 'ardoise-entry',
        enforce: 'pre',
        resolveId(id) {
          if (id === ENTRY) return `\0${ENTRY}`;
          const other = inPlaceOf.find(({ find }) => find.test(id));
          return other ? resolve(root, other.file) : null;
        },
        load: (id) => (id === `\0${ENTRY}` ? entry : null),
      },
      leaveOut(),
    ],
    build: {
      write: false,
      target: 'chrome103',
      assetsInlineLimit: Number.POSITIVE_INFINITY,
      modulePreload: false,
      rolldownOptions: {
        input: ENTRY,
        preserveEntrySignatures: 'strict',
        output: { format, codeSplitting: false, minify: true },
      },
    },
  });
  if (!('output' in built)) throw new Error('vite gave something else than one build');
  const [chunk, ...others] = built.output;
  const more = others.map(({ fileName }) => fileName);
  if (more.length > 0) throw new Error(`a graphic in one file has others beside it: ${more.join(', ')}`);
  return chunk.code;
}

const inScript = (texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, JSON.stringify(text)]));
