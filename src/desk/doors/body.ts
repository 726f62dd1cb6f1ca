import type { IncomingMessage } from 'node:http';
import { fileText } from '../file-text.ts';

/** A table of a whole field is a few kilobytes. */
const MOST_BYTES = 1_000_000;

/** The text that came with a request; null where it is too long, or was cut off. */
export function bodyOf(request: IncomingMessage, mostBytes = MOST_BYTES): Promise<string | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= mostBytes) chunks.push(chunk);
    });
    request.on('end', () => resolve(bytes <= mostBytes ? fileText(Buffer.concat(chunks)) : null));
    request.on('close', () => resolve(null));
    request.on('error', () => resolve(null));
  });
}
