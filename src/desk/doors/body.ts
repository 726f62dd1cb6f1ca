import type { IncomingMessage } from 'node:http';

/** A table of a whole field is a few kilobytes. */
const MOST_BYTES = 1_000_000;

/** The text that came with a request; null where it is too long, or was cut off. */
export function bodyOf(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MOST_BYTES) chunks.push(chunk);
    });
    request.on('end', () => resolve(bytes <= MOST_BYTES ? Buffer.concat(chunks).toString('utf8') : null));
    request.on('close', () => resolve(null));
    request.on('error', () => resolve(null));
  });
}
