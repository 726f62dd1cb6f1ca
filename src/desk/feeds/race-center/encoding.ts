const BROKEN = '\uFFFD';

/** A name whose letters survived, or empty. UTF-8 that was read as Latin-1 ("CÃ´te") is read again, properly. */
export function legible(name: string): string {
  const mended = /[ÃÂ][\u0080-\u00BF]/.test(name) ? Buffer.from(name, 'latin1').toString('utf8') : name;
  return mended.includes(BROKEN) ? (name.includes(BROKEN) ? '' : name) : mended;
}
