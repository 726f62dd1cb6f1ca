import { build } from 'vite';
import { emptyFolder } from './desk.ts';

/** The pages as they are shipped, built into a folder of their own: several files of tests build at the same time. */
export async function builtPages(): Promise<string> {
  const outDir = await emptyFolder();
  await build({ logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  return outDir;
}
