import { readDeskAddress } from '../wire/foreign/desk-address.ts';

/** Control of a desk is that desk's own page: one of another server may listen to it and no more. */
export function sayWhere(root: HTMLElement, typed: string): void {
  const read = readDeskAddress(typed);
  const said = document.createElement('p');
  Object.assign(said.style, { margin: '2em', font: '18px system-ui, sans-serif' });
  if (read.ok) {
    const link = Object.assign(document.createElement('a'), {
      href: `${read.value.url}/`,
      textContent: read.value.url,
    });
    said.append('Control is a page of the desk itself: open it at ', link, '.');
  } else said.textContent = read.error;
  root.replaceChildren(said);
}
