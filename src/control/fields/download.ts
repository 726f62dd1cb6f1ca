import { askDesk } from '../../host/link-token.ts';

/** Brings a file of the desk to whoever sits here, as what it is to be called; one sentence where that failed, else "". */
export async function download(path: string, name: string): Promise<string> {
  try {
    const response = await askDesk(path);
    if (!response.ok) return `The desk answers with ${response.status}; look at its notices.`;
    const url = URL.createObjectURL(await response.blob());
    Object.assign(document.createElement('a'), { href: url, download: name }).click();
    // The browser takes it over within the click.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    return '';
  } catch {
    return 'The desk cannot be reached; try again when it is back.';
  }
}
