import { basename } from 'node:path';
import { type Plugin, type ResolvedConfig, type Rolldown, runnerImport } from 'vite';
import { FROM_DESK } from '../../wire/from-desk.ts';

/** What the URL of a page holds, and the modules that its page begins with: as `main.ts` has it, in its order. */
const hosts = {
  overlay: ['src/host/solo.ts'],
  show: ['src/host/browser.ts'],
  /** Without a desk: see `isAlone`. */
  alone: ['src/host/preview/start-preview.ts'],
};
/** What draws, where the URL says it; else the machine is asked first. */
const renderers = { canvas: ['src/stage/canvas-picture.ts'], webgl: ['src/stage/webgl-picture.ts'] };
/** Declares which fonts every picture needs. */
const FONTS = 'src/stage/kit/font-files.ts';

type Bundle = Rolldown.OutputBundle;

/**
 * Lets a picture ask for its scripts and fonts at once, while the document is still being read: otherwise each script
 * names the next ones only when it has come. The page knows what it is from its URL alone, so any server will do.
 */
export function preloads(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'ardoise-preloads',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        if (!bundle) return html;
        const addressed = (files: readonly string[]) => files.map((file) => config.base + file);
        const scripts = (named: Readonly<Record<string, readonly string[]>>) =>
          Object.fromEntries(
            Object.entries(named).map(([word, modules]) => [word, addressed(scriptsOf(bundle, modules))]),
          );
        const wanted = {
          hosts: scripts(hosts),
          renderers: scripts(renderers),
          fonts: addressed(fontsIn(bundle, await fontsNeeded(config.root))),
        };
        const script = `<script>(${askAtOnce})(${JSON.stringify(wanted)})</script>`;
        // Before what else runs in the head, but behind the charset, which a browser seeks in the first kilobyte.
        return html.replace('<title>', () => `${script}\n    <title>`);
      },
    },
  };
}

/** Runs in the page, before all else: it may use nothing from around it. */
const askAtOnce = `({ hosts, renderers, fonts }) => {
  const query = new URLSearchParams(location.search);
  if (query.has('lab')) return;
  const isAlone = !document.querySelector('meta[name="${FROM_DESK}"]') && !query.get('desk');
  const isPreview = query.get('show') === 'preview' || !['show', 'buttons', 'join'].some((word) => query.has(word));
  const host = query.has('overlay') ? 'overlay' : isAlone ? isPreview && 'alone' : query.has('show') && 'show';
  if (!host) return;
  const ask = (href, what) =>
    document.head.append(Object.assign(document.createElement('link'), { crossOrigin: '', ...what, href }));
  for (const file of new Set([...hosts[host], ...(renderers[query.get('renderer')] ?? [])])) ask(file, { rel: 'modulepreload' });
  for (const file of fonts) ask(file, { rel: 'preload', as: 'font', type: 'font/woff2' });
}`;

/** The files of these modules, and of all that they cannot begin without. */
function scriptsOf(bundle: Bundle, modules: readonly string[]): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const found = new Set<string>();
  const visit = (fileName: string) => {
    if (found.has(fileName)) return;
    found.add(fileName);
    for (const next of chunks.find((chunk) => chunk.fileName === fileName)?.imports ?? []) visit(next);
  };
  for (const module of modules) {
    const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${module}`)));
    if (!chunk) throw new Error(`there is no script for ${module}, which pictures begin with`);
    visit(chunk.fileName);
  }
  return [...found];
}

/** Names of the files in the packages of the fonts. */
async function fontsNeeded(root: string): Promise<ReadonlySet<string>> {
  const { module } = await runnerImport<{ fontFiles: readonly { url: string; always: boolean }[] }>(`/${FONTS}`, {
    root,
    configFile: false,
    logLevel: 'silent',
  });
  return new Set(module.fontFiles.filter(({ always }) => always).map(({ url }) => basename(url)));
}

const fontsIn = (bundle: Bundle, needed: ReadonlySet<string>): string[] =>
  Object.values(bundle).flatMap((file) =>
    file.type === 'asset' && file.originalFileNames.some((name) => needed.has(basename(name))) ? [file.fileName] : [],
  );
