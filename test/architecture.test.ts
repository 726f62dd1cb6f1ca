import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../src/show/manifest.ts';
import { OLD_S } from '../src/stage/freshness.ts';
import { type Scenes, sceneKinds } from '../src/stage/scene.ts';
import { exportedNames, wordsIn } from './support/exported-names.ts';
import { importLoops } from './support/import-loops.ts';

/** Who may import whom. A room may always import itself. `library` entries are npm packages or `node:`. */
const law: Record<string, { rooms: string[]; libraries?: RegExp; only?: Record<string, RegExp> }> = {
  race: { rooms: [] },
  show: { rooms: [] },
  edition: { rooms: ['race', 'insight'] },
  insight: { rooms: ['race', 'show'] },
  wire: { rooms: ['race', 'show', 'edition', 'insight'], libraries: /^valibot$/ },
  stage: {
    rooms: ['race', 'insight', 'show', 'edition', 'assets'],
    libraries: /^(pixi\.js(\/unsafe-eval)?|gsap)$|^@fontsource(-variable)?\//,
  },
  overlays: { rooms: ['race', 'insight', 'edition', 'stage'], libraries: /^pixi\.js$/ },
  host: {
    rooms: ['race', 'show', 'edition', 'insight', 'wire', 'stage', 'overlays', 'assets'],
    libraries: /^socket\.io-(client|parser)$/,
  },
  control: {
    rooms: ['race', 'show', 'edition', 'insight', 'wire', 'overlays', 'host'],
    libraries: /^(preact|@preact\/signals|lean-qr|@fontsource\/.*)(\/|$)/,
    only: { overlays: /manifest\.ts$/, host: /^src\/host\/link/ },
  },
  desk: {
    rooms: ['race', 'insight', 'show', 'edition', 'wire', 'overlays', 'assets'],
    libraries:
      /^(node:.*|socket\.io|socket\.io-parser|vite|fast-xml-parser|eventsource-parser|csv-parse\/sync|valibot|ws|osc-min|mqtt|tar-fs)$/,
    only: { overlays: /manifest\.ts$/ },
  },
  /** Data with a type: themes name the tokens they fill, the built-in race its course. */
  assets: { rooms: ['edition', 'race'] },
  main: { rooms: ['host', 'control'] },
};

interface Import {
  readonly file: string;
  readonly target: string;
}

const root = join(import.meta.dirname, '..');
const files = ['src', 'overlays', 'assets'].flatMap(within);
const overlays = readdirSync(join(root, 'overlays'));

function within(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

/** `src/race/units.ts` -> race; `overlays/gap-ticker/draw.ts` -> overlays. */
function roomOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  if (top !== 'src') return top;
  return second === 'main.ts' ? 'main' : second;
}

const comments = /^\s*(\/?\*|\/\/).*$/gm;
const pattern = /(?<![\w-])(?:from|import|glob(?:<[^>]*>)?)\s*\(?\[?\s*['"]([^'"]+)['"]/g;

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8').replaceAll(comments, '');
  return [...text.matchAll(pattern)].map(([, specifier = '']) => ({
    file,
    target: specifier.startsWith('.') ? relative(root, join(root, dirname(file), specifier)) : specifier,
  }));
}

/** Null when lawful, else the rule that is broken. */
function broken({ file, target }: Import): string | null {
  const room = roomOf(file);
  const rule = law[room];
  if (!rule) return `${room} is not a room of the house`;
  const isFile = /^(src|overlays|assets)\//.test(target);
  if (!isFile) return rule.libraries?.test(target) ? null : `${room} may not import the library ${target}`;
  const other = roomOf(target);
  if (room === 'overlays' && other === 'overlays')
    return file.split('/')[1] === target.split('/')[1] ? null : 'an overlay never imports another';
  if (other === room) return null;
  if (!rule.rooms.includes(other)) return `${room} may import only ${rule.rooms.join(', ') || 'nothing'}`;
  const only = rule.only?.[other];
  return only && !only.test(target) ? `of ${other}, ${room} may import only ${only}` : null;
}

/** What a page is, and what time it is: a stage is told both, so that ten may stand on one page, and anywhere. */
const pageNames =
  /(?<![.\w$])(location|history|navigator|screen|window|globalThis|self|(?:inner|outer)(?:Width|Height)|devicePixelRatio|visualViewport|matchMedia|localStorage|sessionStorage|document(?!\.createElement\b)|addEventListener|performance|Date|requestAnimationFrame|setTimeout|setInterval|fetch)\b(?!['"]?\s*:)/g;
/** The clock is where time comes in, fonts are the document's, and pixi's housekeeping wants to know how late it is. */
const pageNamesAllowed: Record<string, readonly string[]> = {
  'src/stage/clock.ts': ['performance', 'requestAnimationFrame', 'setTimeout'],
  'src/stage/kit/fonts.ts': ['document', 'setTimeout'],
  'src/stage/renderer.ts': ['performance'],
};

/** Names of the page that code speaks of by itself; neither in comments nor in texts. */
function pageNamesIn(code: string): string[] {
  const bare = code.replaceAll(comments, '').replaceAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
  return [...bare.matchAll(pageNames)].map(([, name = '']) => name);
}

const debts: { file: string; target: string; until: string }[] = [];
const isDebt = (found: Import) => debts.some((debt) => debt.file === found.file && debt.target === found.target);

const tests = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join('test', name));
const names = files.flatMap((file) => exportedNames(file, join(root, file)));

/** The five files of an overlay, and what starts a host, have names that are agreed upon. */
const isContract = (file: string): boolean =>
  /^overlays\/[^/]+\/[^/]+$|^src\/(host|control|desk)\/[^/]+\/index\.ts$/.test(file);

describe('the house', () => {
  it('imports only what the table allows', () => {
    const offences = files
      .flatMap(importsOf)
      .filter((found) => !isDebt(found))
      .flatMap((found) => {
        const rule = broken(found);
        return rule ? [`${found.file} imports ${found.target}: ${rule}`] : [];
      });
    expect(offences).toEqual([]);
  });

  it('is drawn as it is: the table of src/README.md is this law', () => {
    const lines = readFileSync(join(root, 'src/README.md'), 'utf8').matchAll(/^(\w+) +-> {2}(.+)$/gm);
    const drawn = [...lines].map(([, room = '', may = '']) => {
      const rooms = (may.split('+')[0] ?? '').replaceAll(/of (\w+) only \S+/g, '$1').match(/\w+/g) ?? [];
      return [room, rooms.filter((word) => word in law).sort()];
    });
    const { main: _, ...rooms } = law;
    expect(Object.fromEntries(drawn)).toEqual(
      Object.fromEntries(Object.entries(rooms).map(([room, { rooms }]) => [room, [...rooms].sort()])),
    );
  });

  it('reads imports at all, so that the law above can fail', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(importsOf('src/stage/overlay.ts').map(({ target }) => target)).toContain('pixi.js');
    expect(broken({ file: 'src/race/race.ts', target: 'src/desk/main.ts' })).toMatch(/nothing/);
    expect(broken({ file: 'src/control/main.tsx', target: 'overlays/gap-ticker/draw.ts' })).toMatch(/only/);
    expect(broken({ file: 'src/host/lab.ts', target: 'test/support/race.ts' })).toMatch(/may not/);
    expect(broken({ file: 'overlays/a/scenes.ts', target: 'test/support/race.ts' })).toMatch(/may not/);
    expect(broken({ file: 'overlays/a/draw.ts', target: 'overlays/b/draw.ts' })).toMatch(/another/);
  });

  it('has no file that imports itself by a detour; types count', () => {
    expect(importLoops(new Map(files.map((file) => [file, importsOf(file).map(({ target }) => target)])))).toEqual([]);
    const knot = new Map([
      ['a', ['b', 'c']],
      ['b', ['c']],
      ['c', ['d', 'b']],
    ]);
    expect(importLoops(knot)).toEqual(['b -> c -> b']);
  });

  it('tells a stage what it must know of its page: no module of stage or overlays looks for itself', () => {
    const offences = files
      .filter((file) => ['stage', 'overlays'].includes(roomOf(file)))
      .flatMap((file) =>
        pageNamesIn(readFileSync(join(root, file), 'utf8'))
          .filter((name) => !pageNamesAllowed[file]?.includes(name))
          .map((name) => `${file} speaks of ${name}`),
      );
    expect(offences).toEqual([]);
  });

  it('sees who looks for himself, so that the rule above can fail', () => {
    const looks = [
      'scale * devicePixelRatio',
      'window.innerWidth',
      'if (location.search)',
      'new Date()',
      'document.body',
    ];
    expect(looks.map((code) => pageNamesIn(code)[0])).toEqual([
      'devicePixelRatio',
      'window',
      'location',
      'Date',
      'document',
    ]);
    const innocent = [
      "document.createElement('div')",
      'place.location',
      "'a window'",
      '  // location',
      '{ screen: 1 }',
    ];
    expect(innocent.flatMap(pageNamesIn)).toEqual([]);
    expect(pageNamesIn(readFileSync(join(root, 'src/stage/clock.ts'), 'utf8'))).toContain('performance');
  });

  it('asks nothing of a page that Chromium 103 has not, which OBS 30 is', () => {
    const newer = /\.(toSorted|toReversed|toSpliced|with|isWellFormed|fromAsync|withResolvers|groupBy)\(/;
    const onNodeAlone = ['desk'];
    const offences = files
      .filter((file) => !onNodeAlone.includes(roomOf(file)))
      .filter((file) => newer.test(readFileSync(join(root, file), 'utf8').replaceAll(comments, '')));
    expect(offences).toEqual([]);
    expect(['order.with(1, it)', 'all.toSorted(by)'].every((code) => newer.test(code))).toBe(true);
  });

  it('has no two rooms that export one name', () => {
    const roomsOf = new Map<string, Set<string>>();
    for (const { file, name } of names.filter(({ file }) => !isContract(file)))
      roomsOf.set(name, (roomsOf.get(name) ?? new Set()).add(roomOf(file)));
    expect([...roomsOf].filter(([, rooms]) => rooms.size > 1).map(([name, rooms]) => [name, ...rooms])).toEqual([]);
  });

  it('exports nothing that nobody imports', () => {
    const words = new Map([...files, ...tests].map((file) => [file, wordsIn(join(root, file))]));
    const dead = names.filter(({ file, name, isType }) => {
      const here = words.get(file)?.get(name) ?? 0;
      if (isType && here > 1) return false;
      return ![...words].some(([other, inIt]) => other !== file && inIt.has(name));
    });
    expect(dead.map(({ file, name }) => `${file} exports ${name}`)).toEqual([]);
    expect(names.length).toBeGreaterThan(200);
  });

  it('gives every overlay the same five files', () => {
    for (const id of overlays)
      expect(readdirSync(join(root, 'overlays', id)).sort(), id).toEqual([
        'draw.ts',
        'index.ts',
        'manifest.ts',
        'scenes.ts',
        'select.ts',
      ]);
  });

  it('calls every overlay by the name of its folder', async () => {
    for (const folder of overlays) {
      const { manifest } = await import(`../overlays/${folder}/manifest.ts`);
      expect(manifest.id).toBe(folder);
    }
  });

  it('shows every overlay in the five kinds of scenes, late within its own limits', async () => {
    for (const id of overlays) {
      const { scenes }: { scenes: Scenes } = await import(`../overlays/${id}/scenes.ts`);
      const { manifest }: { manifest: Manifest } = await import(`../overlays/${id}/manifest.ts`);
      expect(Object.keys(scenes), id).toEqual(expect.arrayContaining([...sceneKinds]));
      const outS = manifest.hold?.outS ?? Infinity;
      expect(scenes.late.ageS, `${id}: from ${OLD_S} s on data is old, at ${outS} s it is gone`).toSatisfy(
        (ageS) => ageS >= OLD_S && ageS < outS,
      );
    }
  });

  it('knows no theme by its name: a look is data', () => {
    const themes = readdirSync(join(root, 'assets/themes')).flatMap((file) => /^([^.]+)\.json$/.exec(file)?.[1] ?? []);
    expect(themes.length).toBeGreaterThan(1);
    const named = files.flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return themes.filter((name) => text.includes(`'${name}'`)).map((name) => `${file} names ${name}`);
    });
    expect(named).toEqual([]);
  });

  it('lists the overlays nowhere: they are found by their folder', () => {
    const named = [...files.filter((file) => file.startsWith('src/')), ...within('test/bench')].flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8').replaceAll(comments, '');
      return overlays
        .filter((id) => new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(text))
        .map((id) => `${file} names ${id}`);
    });
    expect(named).toEqual([]);
  });
});
