import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { fail, ok, type Result } from '../../../wire/result.ts';

/** A server that says nothing for so long is gone. */
const SILENT_MS = 45_000;

/** What comes back, as text, bit by bit. `failed` says in a few words why it is over. */
export interface Answered {
  begun?(response: IncomingMessage): void;
  text(chunk: string): void;
  over(failed: string | null): void;
}

/**
 * One GET. The organiser's server breaks the rules of chunked encoding, so Node must be told to look away, which its
 * `fetch` cannot be. Returns the way to stop.
 */
export function request(url: URL, answered: Answered): () => void {
  let finished = false;
  const over = (failed: string | null) => {
    if (finished) return;
    finished = true;
    asked.destroy();
    answered.over(failed);
  };
  const get = url.protocol === 'https:' ? getHttps : getHttp;
  const asked = get(url, { insecureHTTPParser: true, timeout: SILENT_MS }, (response) => {
    const status = response.statusCode ?? 0;
    if (status >= 400) return over(`HTTP ${status}`);
    answered.begun?.(response);
    response.setEncoding('utf8');
    response.on('data', answered.text);
    response.on('end', () => over(null));
    response.on('error', (error) => over(error.message));
    response.on('close', () => over(null));
  });
  asked.on('timeout', () => over('it says nothing'));
  asked.on('error', (error) => over('code' in error ? String(error.code) : error.message));
  return () => {
    finished = true;
    asked.destroy();
  };
}

/** A whole text; empty where the server has none (204). */
export function fetchText(url: URL): Promise<Result<string>> {
  return new Promise((resolve) => {
    let text = '';
    request(url, {
      text(chunk) {
        text += chunk;
      },
      over: (failed) => resolve(failed === null ? ok(text) : fail(failed)),
    });
  });
}
