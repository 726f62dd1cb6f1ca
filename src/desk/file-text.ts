import { readFileSync } from 'node:fs';
import { fail, ok, type Result } from '../wire/result.ts';

/**
 * The text of a file as its makers wrote it: by its byte order mark, by the zero bytes of UTF-16, by the encoding that an
 * XML head names; else it is UTF-8, and where it cannot be, the Windows-1252 (with Latin-1 in it) that spreadsheets save.
 */
export function fileText(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const named = /^\s*<[^>]*encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
  const encoding = byMark(bytes) ?? named ?? 'utf-8';
  // A head may promise UTF-16 where the file was saved anew as something else.
  const name = /utf-?16/i.test(encoding) && !bytes.includes(0) ? 'utf-8' : encoding;
  return /^utf-?8$/i.test(name) ? utf8Or1252(bytes) : decoded(bytes, name);
}

/** The text of a file by its path; `otherwise` is the sentence for one that cannot be read. */
export function textOfFile(file: string, otherwise: string): Result<string> {
  try {
    return ok(fileText(readFileSync(file)));
  } catch {
    return fail(otherwise);
  }
}

function byMark([a, b, c]: Uint8Array): string | null {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a !== 0 && b === 0) return 'utf-16le';
  return a === 0 && b !== 0 ? 'utf-16be' : null;
}

/** UTF-8, and where it cannot be, Windows-1252. */
export function utf8Or1252(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return in1252(bytes);
  }
}

/** What Windows-1252 has where Latin-1 has signs that nobody writes, from 0x80 on: some releases of Node read Latin-1 for it. */
const FROM_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const in1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => FROM_80[sign.charCodeAt(0) - 0x80] ?? sign);

function decoded(bytes: Uint8Array, name: string): string {
  const decoder = decoderOf(name);
  return decoder.encoding === 'windows-1252' ? in1252(bytes) : decoder.decode(bytes);
}

/** UTF-8 where nobody knows the name. */
function decoderOf(name: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(name);
  } catch {
    return new TextDecoder('utf-8');
  }
}
