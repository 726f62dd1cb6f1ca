import { describe, expect, it } from 'vitest';
import { hotkeyOf, inHotkeyOrder, withHotkey } from '../../../src/control/rundown/hotkeys.ts';
import { ticker } from '../manifests.ts';

const titled = (title: string, id = title.toLowerCase()) => ({ ...ticker, id, title });
const eleven = [...'KJIHGFEDCBA'].map((title) => titled(title));

describe('the graphics of the house', () => {
  it('come in the order of their titles, wherever their folders lie', () => {
    const sorted = inHotkeyOrder([titled('Speed'), titled('Gaps', 'z'), titled('Échappée'), titled('Gaps', 'a')]);
    expect(sorted.map(({ id }) => id)).toEqual(['échappée', 'a', 'z', 'speed']);
  });

  it('have the keys 1 to 9 in that order, two never the same, and none from the tenth on', () => {
    const sorted = inHotkeyOrder(eleven);
    expect(sorted.map(({ id }) => hotkeyOf(sorted, id))).toEqual([...'123456789', null, null]);
    expect(withHotkey(sorted, '9')?.title).toBe('I');
  });

  it('that nobody knows have no key, and a key that nobody has no graphic', () => {
    expect(hotkeyOf([ticker], 'unheard-of')).toBeNull();
    expect(withHotkey([ticker], '2')).toBeNull();
    expect(withHotkey(eleven, '10')).toBeNull();
  });
});
