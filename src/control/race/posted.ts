import { askDesk } from '../../host/link-token.ts';

/** What is posted as a text. */
export type Door = 'classification' | 'kits' | 'rundown' | 'starts';

/** Gives the desk a text, or the bytes of a file of whatever encoding, at one of its doors; nothing to take back what was given; what it answers, in a sentence. */
export async function posted(door: Door, text: string | Blob): Promise<string> {
  try {
    const response = await askDesk(`/api/${door}`, { method: 'POST', body: text });
    const answer: unknown = await response.json();
    const said = (name: 'error' | 'note'): string | null =>
      typeof answer === 'object' && answer !== null && name in answer ? String(Reflect.get(answer, name)) : null;
    if (response.ok) return said('note') ?? (text === '' ? 'Taken back.' : 'Taken.');
    return said('error') ?? `The desk answers with ${response.status}; look at its notices.`;
  } catch {
    return 'The desk cannot be reached; try again when it is back.';
  }
}
