import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { fail, ok, type Result } from '../wire/result.ts';
import { whatFailed } from './outlive.ts';

/** A certificate and its key, as text (PEM). */
export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

/** Reads both, or says which one is wrong; null where none is asked for. */
export function readTls(cert: string | null, key: string | null): Result<TlsFiles | null> {
  if (cert === null && key === null) return ok(null);
  if (cert === null || key === null) return fail('https needs both: give --tls-cert cert.pem and --tls-key key.pem.');
  const texts = [cert, key].map(textOf);
  const missing = texts.indexOf(null);
  if (missing >= 0) return fail(`${[cert, key][missing]} cannot be read: give the path of a PEM file.`);
  const files = { cert: texts[0] ?? '', key: texts[1] ?? '' };
  try {
    createSecureContext(files);
    return ok(files);
  } catch (error) {
    return fail(`${cert} and ${key} are no certificate with its key (${whatFailed(error)}): give both as PEM.`);
  }
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
