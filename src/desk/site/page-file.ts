import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { brotliCompressSync, gzipSync, constants as zlib } from 'node:zlib';
import { fail, ok, type Result } from '../../wire/result.ts';

/** One file of the pages, ready to be sent in any of the ways that browsers ask for. */
export interface PageFile {
  /** "/index.html", "/assets/main-BOguzFlv.js". */
  readonly path: string;
  readonly type: string;
  readonly etag: string;
  readonly plain: Uint8Array;
  /** Null where it would not be smaller. */
  readonly gzip: Uint8Array | null;
  readonly brotli: Uint8Array | null;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  woff: 'font/woff',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
};
/** These are compressed already. */
const packed = /\.(png|jpg|webp|woff2?)$/;

export function pageFile(path: string, plain: Uint8Array): PageFile {
  const smaller = (bytes: Uint8Array) => (bytes.length < plain.length * 0.95 ? bytes : null);
  const isPacked = packed.test(path);
  return {
    path,
    type: typeOf(path),
    etag: `W/"${createHash('sha1').update(plain).digest('base64url')}"`,
    plain,
    gzip: isPacked ? null : smaller(gzipSync(plain)),
    brotli: isPacked ? null : smaller(brotliCompressSync(plain, { params: { [zlib.BROTLI_PARAM_QUALITY]: 9 } })),
  };
}

/** For a page that is read once, on this machine. */
export const plainFile = (path: string, plain: Uint8Array): PageFile => ({
  ...{ path, type: typeOf(path), etag: 'W/"once"', plain, gzip: null, brotli: null },
});

const typeOf = (path: string): string => types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

/** Beside them lies what is built for other hosts. */
const forOthers = /^\/(ograf|caspar)\//;

/** Pages that were built before, read once; `file` makes them ready to be sent. */
export function readPages(folder: string, file = pageFile): Result<readonly PageFile[]> {
  try {
    const names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const pages = names
      .map((name) => ({ name, path: name.slice(join(folder).length).replaceAll(sep, '/') }))
      .filter(({ path }) => !forOthers.test(path))
      .map(({ name, path }) => file(path, readFileSync(name)));
    if (pages.some(({ path }) => path === '/index.html')) return ok(pages);
  } catch {
    // Said below.
  }
  return fail(`${folder} holds no pages (no index.html): build them with "npx vite build", or leave --pages out.`);
}
