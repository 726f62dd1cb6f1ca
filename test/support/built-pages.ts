import { build } from 'vite';
import { onceARun } from './once-a-run.ts';

/** The folder of the pages as they are shipped. */
export const builtPages = (): Promise<string> =>
  onceARun('pages', async (outDir) => {
    await build({ logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  });
