import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Before all tests of a run: a folder for what their files share, thrown away after them. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'ardoise-run-'));
  process.env.ARDOISE_RUN = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

const LOOK_MS = 50;

/** A folder that is the same for all tests of a run: who asks first makes it, the others wait. */
export async function onceARun(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const shared = process.env.ARDOISE_RUN ?? mkdtempSync(join(tmpdir(), 'ardoise-'));
  const [made, making] = [join(shared, name), join(shared, `${name}.making`)];
  while (!existsSync(made)) {
    if (isFirst(making)) {
      try {
        if (existsSync(made)) break;
        await make(making);
        renameSync(making, made);
      } finally {
        rmSync(making, { recursive: true, force: true });
      }
    } else await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return made;
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
