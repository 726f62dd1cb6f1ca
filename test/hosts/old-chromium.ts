import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';
import { chromium } from '../support/chromium.ts';

const run = promisify(execFile);
const cache = join(import.meta.dirname, '../../node_modules/.cache');

/** They crash without any; no font of it is looked at. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir></fontconfig>
`;

/**
 * A Chromium of years ago, by the version of the npm package that has it: fetched by npm at its first use and unpacked beside the
 * shipped one, whose libraries and fonts it borrows. What is to stand in the environment of tests that are to run in it.
 */
export async function oldChromium(version: string): Promise<Readonly<Record<string, string>>> {
  const shipped = await chromium();
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) await unpack(version, folder);
  return {
    ARDOISE_CHROMIUM: join(folder, 'chromium'),
    LD_LIBRARY_PATH: [
      join(folder, 'aws/lib'),
      join(folder, 'al2/lib'),
      String(shipped.env?.LD_LIBRARY_PATH ?? ''),
    ].join(':'),
    FONTCONFIG_PATH: String(shipped.env?.FONTCONFIG_PATH ?? folder),
  };
}

async function unpack(version: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, 'chromium-draft-'));
  await run('npm', ['pack', '--silent', '--pack-destination', draft, `@sparticuz/chromium@${version}`]);
  const [packed = ''] = await readdir(draft);
  await run('tar', ['-xzf', packed], { cwd: draft });
  const bin = join(draft, 'package/bin');
  for (const name of await readdir(bin)) {
    const from = [createReadStream(join(bin, name)), createBrotliDecompress()] as const;
    if (name === 'chromium.br') await pipeline(...from, createWriteStream(join(draft, 'chromium')));
    else
      await pipeline(
        ...from,
        extract(name === 'swiftshader.tar.br' ? draft : join(draft, name.replace('.tar.br', ''))),
      );
  }
  await chmod(join(draft, 'chromium'), 0o755);
  await writeFile(join(draft, 'fonts.conf'), FONTS);
  await Promise.all([packed, 'package'].map((one) => rm(join(draft, one), { recursive: true })));
  await rename(draft, folder).catch(() => rm(draft, { recursive: true }));
}
