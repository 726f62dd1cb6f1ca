import { build } from 'vite';
import { pageFile } from './page-file.ts';

/*
 * A process of its own, because building takes 400 MB that a desk on air should not hold: builds the pages in memory,
 * packs them, hands them to the desk, or says why not, and ends. Nothing is written to the disk, so that desks cannot meet there.
 */

const [root] = process.argv.slice(2);
process.once('disconnect', () => process.exit(1));
try {
  const built = await build({ root, logLevel: 'silent', build: { write: false } });
  if (!('output' in built)) throw new Error('vite gave something else than one build');
  const pages = built.output.map((file) =>
    pageFile(`/${file.fileName}`, Buffer.from(file.type === 'chunk' ? file.code : file.source)),
  );
  process.send?.(pages, () => process.exit(0));
} catch (error) {
  process.send?.(error instanceof Error ? error.message : String(error), () => process.exit(1));
}
