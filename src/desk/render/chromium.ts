import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

/** WebGL by SwiftShader, and the page put together without GL: as a playout machine without a GPU does it. */
const ARGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-compositing',
  '--disable-accelerated-2d-canvas',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** Without any font Chromium crashes at the first text field. The package's own configuration looks in /tmp. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir></fontconfig>
`;

/** A browser, and how it is begun so that its pictures are the same on every machine. */
export interface Chromium {
  readonly executablePath: string;
  readonly args: string[];
  readonly env?: Record<string, string | undefined>;
}

export const otherChromium = (executablePath: string): Chromium => ({ executablePath, args: ARGS });

/**
 * The Chromium that ships inside an npm package, so that no system package is needed. Unpacked once, next to the package.
 * Throws where that package is not installed.
 */
export async function ownChromium(): Promise<Chromium> {
  const folder = await unpacked();
  return {
    executablePath: join(folder, 'chromium'),
    args: ARGS,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  };
}

async function unpacked(): Promise<string> {
  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../../bin');
  const { version } = JSON.parse(await readFile(join(bin, '../package.json'), 'utf8'));
  const folder = join(bin, '../../../.cache', `chromium-${version}`);
  if (!existsSync(folder)) await unpackChromium(bin, folder);
  return folder;
}

/** What the package of a Chromium has in its `bin`, unpacked: all of it, or no folder. */
export async function unpackChromium(bin: string, folder: string): Promise<void> {
  // Comes with the tests of this project, not with a desk.
  const { extract } = await import('tar-fs');
  const cache = dirname(folder);
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, 'chromium-draft-'));
  const into = (name: string) => {
    if (name === 'chromium.br') return createWriteStream(join(draft, 'chromium'));
    return extract(name === 'swiftshader.tar.br' ? draft : join(draft, name.replace('.tar.br', '')));
  };
  const packed = (await readdir(bin)).filter((name) => name.endsWith('.br'));
  await Promise.all(
    packed.map((name) => pipeline(createReadStream(join(bin, name)), createBrotliDecompress(), into(name))),
  );
  await chmod(join(draft, 'chromium'), 0o755);
  await mkdir(join(draft, 'fonts'), { recursive: true });
  await writeFile(join(draft, 'fonts/fonts.conf'), FONTS);
  await rename(draft, folder).catch(() => rm(draft, { recursive: true }));
}
