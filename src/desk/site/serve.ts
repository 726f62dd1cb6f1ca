import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { readDeskAddress } from '../../wire/foreign/desk-address.ts';
import { withDeskMark } from '../../wire/from-desk.ts';
import { askedOf, type Handler, replyText } from '../doors/reply.ts';
import { pagePolicy } from '../doors/safe-headers.ts';
import { type PageFile, pageFile } from './page-file.ts';

/** Serves pages from memory: whatever happens to the folder they came from, they stay as they were at the start. */
export function servePages(pages: readonly PageFile[]): Handler {
  const served = pages.map((page) => (isDocument(page) ? marked(page) : page));
  const byPath = new Map(served.map((page) => [page.path, page]));
  const scripts = new Map(served.filter(isDocument).map((page) => [page, inlineScripts(page)]));
  return (request, response) => {
    const { method, headers } = request;
    if (method !== 'GET' && method !== 'HEAD')
      return replyText(response, 405, 'Pages are read with GET or HEAD.', { allow: 'GET, HEAD' });
    const asked = askedOf(request);
    const path = asked && plainPath(asked.pathname);
    const page = path && byPath.get(path === '/' ? '/index.html' : path);
    if (!asked || !page) return replyText(response, 404, 'There is no such page here.');
    const inline = scripts.get(page);
    const common = {
      etag: page.etag,
      // Names of files hold a hash of what is in them; the document that names them does not.
      'cache-control': inline ? 'no-cache' : 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      'access-control-allow-origin': '*',
      ...(inline && { 'content-security-policy': policyOf(headers.host, inline, asked.searchParams) }),
    };
    if (isHeld(headers, page.etag)) return void response.writeHead(304, common).end();
    const { bytes, encoding } = chosen(page, headers['accept-encoding']);
    response.writeHead(200, {
      ...common,
      'content-type': page.type,
      'content-length': bytes.length,
      ...(encoding && { 'content-encoding': encoding }),
    });
    response.end(method === 'HEAD' ? undefined : bytes);
  };
}

/** Null for a path with a broken escape. */
function plainPath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

const isDocument = ({ type }: PageFile): boolean => type.startsWith('text/html');

/** It knows that a desk serves it. */
const marked = ({ path, plain }: PageFile): PageFile =>
  pageFile(path, Buffer.from(withDeskMark(Buffer.from(plain).toString('utf8'))));

/** A picture may ask another desk, where its address names one. */
function policyOf(host: string | undefined, inline: readonly string[], query: URLSearchParams): string {
  const desk = isForHands(query) ? null : readDeskAddress(query.get('desk') ?? '');
  return pagePolicy(host, inline, { isForHands: isForHands(query), desk: desk?.ok ? desk.value.url : null });
}

/** What a policy calls the scripts that stand in a document. */
const inlineScripts = ({ plain }: PageFile): readonly string[] =>
  [
    ...Buffer.from(plain)
      .toString('utf8')
      .matchAll(/<script>([\s\S]*?)<\/script>/g),
  ].map(([, code = '']) => `sha256-${createHash('sha256').update(code).digest('base64')}`);

/** Control has buttons: inside a page of somebody else, a viewer could be led to press them. */
const isForHands = (query: URLSearchParams): boolean =>
  !['show', 'overlay', 'watch', 'lab'].some((picture) => query.has(picture));

export const isHeld = (headers: IncomingHttpHeaders, etag: string): boolean =>
  (headers['if-none-match'] ?? '').split(',').some((held) => held.trim() === etag);

/** The smallest form that this browser reads. */
function chosen({ plain, gzip, brotli }: PageFile, accepted: string | string[] | undefined) {
  const accepts = (name: string) =>
    String(accepted ?? '')
      .split(',')
      .some((one) => {
        const [encoding, weight = ''] = one.split(';').map((part) => part.trim());
        return encoding === name && !/^q=0(\.0*)?$/.test(weight);
      });
  if (brotli && accepts('br')) return { bytes: brotli, encoding: 'br' };
  if (gzip && accepts('gzip')) return { bytes: gzip, encoding: 'gzip' };
  return { bytes: plain, encoding: null };
}
