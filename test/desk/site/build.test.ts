import { existsSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildPages } from '../../../src/desk/site/build.ts';
import { pageFile, readPages } from '../../../src/desk/site/page-file.ts';

const root = join(import.meta.dirname, '../../..');
/** Small sources of a page: vite builds any. */
function source(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ardoise-source-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><script type="module" src="./main.ts"></script>');
  writeFileSync(join(folder, 'main.ts'), script);
  return folder;
}

describe('pages built at the start', () => {
  it('come packed, and nothing is written: another desk in this folder is left alone', async () => {
    const dist = join(root, 'dist');
    const stamp = () => (existsSync(dist) ? statSync(dist).mtimeMs : null);
    const before = stamp();
    const built = await buildPages(root);
    if (!built.ok) throw new Error(built.error);
    const named = new Map(built.value.map((page) => [page.path, page]));
    const [, entry] = /src="\.?(\/assets\/[^"]+)"/.exec(Buffer.from(named.get('/index.html')!.plain).toString())!;
    const script = named.get(entry!)!;
    expect(script.brotli!.length).toBeLessThan(script.plain.length * 0.7);
    expect(brotliDecompressSync(script.brotli!).equals(script.plain)).toBe(true);
    expect(stamp()).toBe(before);
  });

  it('say in a sentence why they could not be built', async () => {
    const built = await buildPages(source('import "./nowhere.ts";'));
    expect(built).toEqual({
      ok: false,
      error: expect.stringMatching(
        /^The pages could not be built \(.*Could not resolve '\.\/nowhere\.ts' in .*main\.ts\)$/,
      ),
    });
  });
});

describe('pages built before', () => {
  it('are read from their folder, once', () => {
    const folder = source('');
    const read = readPages(folder);
    expect(read.ok && read.value.map(({ path }) => path).sort()).toEqual(['/index.html', '/main.ts']);
    expect(readPages(join(folder, 'none'))).toEqual({
      ok: false,
      error: expect.stringMatching(/none holds no pages.*npx vite build.*--pages out/),
    });
  });

  it('change their tag with what is in them', () => {
    const tag = (text: string) => pageFile('/index.html', Buffer.from(text)).etag;
    expect(tag('one')).toBe(tag('one'));
    expect(tag('one')).not.toBe(tag('two'));
  });
});
