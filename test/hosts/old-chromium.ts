import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unpackChromium } from '../../src/desk/render/chromium.ts';
import { chromium } from '../support/chromium.ts';

const run = promisify(execFile);
const cache = join(import.meta.dirname, '../../node_modules/.cache');

/**
 * A Chromium of years ago, by the version of the npm package that has it: fetched by npm at its first use and unpacked beside the
 * shipped one, whose libraries and fonts it borrows. What is to stand in the environment of tests that are to run in it.
 */
export async function oldChromium(version: string): Promise<Readonly<Record<string, string>>> {
  const shipped = await chromium();
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) await fetchChromium(version, folder);
  return {
    ARDOISE_CHROMIUM: join(folder, 'chromium'),
    LD_LIBRARY_PATH: [
      join(folder, 'aws/lib'),
      join(folder, 'al2/lib'),
      String(shipped.env?.LD_LIBRARY_PATH ?? ''),
    ].join(':'),
    FONTCONFIG_PATH: String(shipped.env?.FONTCONFIG_PATH ?? join(folder, 'fonts')),
  };
}

async function fetchChromium(version: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const fetched = await mkdtemp(join(cache, 'chromium-fetched-'));
  await run('npm', ['pack', '--silent', '--pack-destination', fetched, `@sparticuz/chromium@${version}`]);
  const [packed = ''] = await readdir(fetched);
  await run('tar', ['-xzf', packed], { cwd: fetched });
  await unpackChromium(join(fetched, 'package/bin'), folder);
  await rm(fetched, { recursive: true });
}
