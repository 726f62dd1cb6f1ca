import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
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
  const cache = join(bin, '../../../.cache');
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  // Comes with the tests of this project, not with a desk.
  const { extract } = await import('tar-fs');
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, 'chromium-draft-'));
  const read = (name: string) => createReadStream(join(bin, name));
  await Promise.all([
    pipeline(read('chromium.br'), createBrotliDecompress(), createWriteStream(join(draft, 'chromium'))),
    pipeline(read('swiftshader.tar.br'), createBrotliDecompress(), extract(draft)),
    pipeline(read('al2023.tar.br'), createBrotliDecompress(), extract(join(draft, 'al2023'))),
    pipeline(read('fonts.tar.br'), createBrotliDecompress(), extract(join(draft, 'fonts'))),
  ]);
  await chmod(join(draft, 'chromium'), 0o755);
  await writeFile(join(draft, 'fonts/fonts.conf'), FONTS);
  await rename(draft, folder).catch(() => rm(draft, { recursive: true }));
  return folder;
}
