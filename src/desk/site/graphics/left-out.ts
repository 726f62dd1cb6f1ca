import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * What no graphic in one file needs: it is made of sprites on a canvas, and hears the public half of its desk by a WebSocket.
 * What pixi has for shapes, masks, filters, pointers and videos, what socket.io has for other ways, and how the crew's half is
 * read, is a third of such a file.
 */
const leftOut = [
  /\/pixi\.js\/lib\/(environment-browser\/browserAll|environment-webworker\/webworkerAll|spritesheet\/init)\.mjs$/,
  /\/pixi\.js\/lib\/(scene\/graphics|rendering\/mask|rendering\/batcher\/gl|rendering\/renderers\/shared\/extract|filters)\//,
  /\/pixi\.js\/lib\/rendering\/renderers\/shared\/.*\/(HelloSystem|RenderableGCSystem|TextureGCSystem)\.mjs$/,
  /\/pixi\.js\/lib\/rendering\/renderers\/shared\/texture\/sources\/VideoSource\.mjs$/,
  /\/earcut\//,
  /\/src\/wire\/crew\/schema\.ts$/,
  /\/engine\.io-client\/.*\/transports\/(polling|polling-\w+|webtransport)\.(\w+\.)?js$/,
];

/** What pixi makes on a canvas as well and looks at on none: the programs of a GPU; and the names of colours, which no theme says. */
const leftEmpty = [
  /\/pixi\.js\/lib\/rendering\/batcher\/shared\/DefaultShader\.mjs$/,
  /\/colord\/plugins\/names\.\w+$/,
];

/** What vite puts around each import, to load its styles before it: nothing is beside one file. */
const PRELOADING = /\bvite\/preload-helper\.js$/;

const NAMED = /^export (?:const|let|var|class|function) (\w+)/gm;
const LISTED = /^export \{([^}]*)\}/gm;

/**
 * In the place of each such file one with the same names, whose things cannot be made: an overlay that uses one fails with
 * a sentence, and no other does. To pixi each is an extension of nothing.
 */
export function leaveOut(): Plugin {
  return {
    name: 'ardoise-leave-out',
    enforce: 'pre',
    load(id) {
      if (PRELOADING.test(id)) return 'export const __vitePreload = (load) => load();';
      const isIn = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(id));
      if (!isIn([...leftOut, ...leftEmpty])) return null;
      const stub = isIn(leftEmpty) ? () => 'function () {}' : failing;
      const names = namesIn(readFileSync(id, 'utf8'));
      return [...names]
        .map((name) => (name === 'default' ? `export default ${stub(id)};` : `export const ${name} = ${stub(name)};`))
        .join('\n');
    },
  };
}

/** `export { a, b as c }` is a and c; a default is always there for whoever wants one. */
function namesIn(code: string): ReadonlySet<string> {
  const listed = [...code.matchAll(LISTED)].flatMap(([, list = '']) => list.split(','));
  const named = [...code.matchAll(NAMED)].map(([, name = '']) => name);
  return new Set(['default', ...named, ...listed.map((one) => one.trim().split(' as ').at(-1)!).filter(Boolean)]);
}

const failing = (name: string): string =>
  `class { static extension = { type: [] }; constructor() { throw new Error(${JSON.stringify(`${name.split('/').at(-1)} is left out of a graphic in one file: see src/desk/site/graphics/left-out.ts.`)}); } }`;
