import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createUnzip } from 'node:zlib';
import { fail, ok, type Result } from '../../../wire/result.ts';

/** A server that says nothing for so long is gone. */
const SILENT_MS = 45_000;
/** A server that sends on for ever is not followed. */
const MOST_REDIRECTS = 5;
/** The line of a course is the largest paper, some megabytes. */
const MOST_LETTERS = 50_000_000;

/** What comes back, as text, bit by bit. `failed` says in a few words why it is over. */
export interface Answered {
  begun?(response: IncomingMessage): void;
  text(chunk: string): void;
  over(failed: string | null): void;
}

/**
 * One GET, wherever it is sent on to, packed or not. The organiser's server breaks the rules of chunked encoding, so
 * Node must be told to look away, which its `fetch` cannot be. Returns the way to stop.
 */
export function request(
  url: URL,
  answered: Answered,
  headers: Readonly<Record<string, string>> = {},
  redirects = MOST_REDIRECTS,
): () => void {
  let finished = false;
  let stop = () => {
    finished = true;
    asked.destroy();
  };
  const over = (failed: string | null) => {
    if (finished) return;
    stop();
    answered.over(failed);
  };
  const follow = (location: string) => {
    if (redirects === 0) return over('it sends on for ever');
    if (!URL.canParse(location, url)) return over(`it sends on to "${location.slice(0, 80)}"`);
    const next = new URL(location, url);
    if (!/^https?:$/.test(next.protocol)) return over(`it sends on to ${next.protocol}`);
    stop();
    stop = request(next, answered, headers, redirects - 1);
  };
  const options = {
    insecureHTTPParser: true,
    timeout: SILENT_MS,
    headers: { 'accept-encoding': 'gzip, br', ...headers },
  };
  const get = url.protocol === 'https:' ? getHttps : getHttp;
  const asked = get(url, options, (response) => {
    const { statusCode: status = 0, headers: told } = response;
    if (status >= 300 && status < 400 && told.location !== undefined) return follow(told.location);
    if (status >= 400) return over(`HTTP ${status}`);
    answered.begun?.(response);
    const body = unpacked(response, over);
    body.setEncoding('utf8');
    body.on('data', answered.text);
    body.on('end', () => over(null));
    body.on('error', (error) => over(error.message));
    response.on('close', () => {
      if (!response.complete) over('it hung up');
      else if (body === response) over(null);
    });
  });
  asked.on('timeout', () => over('it says nothing'));
  asked.on('error', (error) => over('code' in error ? String(error.code) : error.message));
  return () => stop();
}

function unpacked(response: IncomingMessage, over: (failed: string) => void): Readable {
  const packed = response.headers['content-encoding'];
  if (packed === undefined || packed === 'identity') return response;
  response.on('error', (error) => over(error.message));
  return response.pipe(packed === 'br' ? createBrotliDecompress() : createUnzip());
}

export interface WebPage {
  /** Empty where the server has none (204). */
  readonly text: string;
  /** What the server calls this version of it; null where it gives no name. */
  readonly etag: string | null;
}

/** A whole text; null where it is still the version called `etag`. */
export function fetchPage(url: URL, etag: string | null): Promise<Result<WebPage | null>> {
  return new Promise((resolve) => {
    let text = '';
    let told: IncomingMessage | null = null;
    const stop = request(
      url,
      {
        begun(response) {
          told = response;
        },
        text(chunk) {
          text += chunk;
          if (text.length <= MOST_LETTERS) return;
          stop();
          resolve(fail('it is too long'));
        },
        over(failed) {
          // The organiser's server forgets to say that it has finished: whether all is there shows when it is read.
          if (failed !== null && text === '') resolve(fail(failed));
          else if (told?.statusCode === 304) resolve(ok(null));
          else resolve(ok({ text, etag: told?.headers.etag ?? null }));
        },
      },
      etag === null ? {} : { 'if-none-match': etag },
    );
  });
}
