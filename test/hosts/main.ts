import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { builtGraphics } from './built-graphics.ts';
import { oldChromium } from './old-chromium.ts';

/**
 * `npm run hosts`: the conformance suite of `npm test` on the shipped Chromium and on those that stand for the browsers inside of
 * OBS 30 (103), CasparCG 2.4 (117), and OBS 31 and 32 (127). `npm run hosts -- 103.0.0` is that one alone.
 */
const OLD = ['103.0.0', '117.0.0', '127.0.0'];
const root = join(import.meta.dirname, '../..');

const asked = process.argv.slice(2);
const versions = asked.length > 0 ? asked : ['shipped', ...OLD];
const built = await builtGraphics();
const failed: string[] = [];
for (const version of versions) {
  const env = version === 'shipped' ? {} : await oldChromium(version);
  console.log(`\nChromium ${version}`);
  const tests = spawn('npx', ['vitest', 'run', '--project', 'node', 'test/hosts/hosts.test.ts'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env, ARDOISE_GRAPHICS: built },
  });
  const code = await new Promise((resolve) => tests.on('close', resolve));
  if (code !== 0) failed.push(version);
}
if (failed.length > 0) {
  console.error(`Failed on Chromium ${failed.join(', ')}.`);
  process.exitCode = 1;
}
