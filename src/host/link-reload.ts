/** Where a page notes that it has reloaded itself, one note for each page of a window and each protocol. */
const noteOf = (protocol: number): string => `ardoise reloaded for protocol ${protocol}: ${location.href}`;

/**
 * The desk speaks another protocol: a page loaded anew from it speaks the same. Once, and not in a loop: where the
 * newly loaded page is the old one, a person must look.
 */
export function reloadFor(protocol: number): void {
  if (typeof location === 'undefined') return;
  try {
    if (sessionStorage.getItem(noteOf(protocol))) return;
    sessionStorage.setItem(noteOf(protocol), 'yes');
  } catch {
    // Without a memory nothing would end the loop.
    return;
  }
  location.reload();
}

/** They understand each other: the next other protocol is a new case. */
export function forgetReloads(protocol: number): void {
  try {
    if (typeof location !== 'undefined') sessionStorage.removeItem(noteOf(protocol));
  } catch {
    // Nothing was kept.
  }
}
