import { describe, it } from 'vitest';
import { languages } from '../../src/edition/edition.ts';
import { expectExactAlpha } from '../support/exact-alpha.ts';
import { shelves } from '../support/stand.ts';

/** Of each scene in each language one of the two, in turn. */
const ways = [
  { gapStyle: 'classic', units: 'metric' },
  { gapStyle: 'colon', units: 'imperial' },
] as const;

describe.each(shelves)('$id', ({ drawn, stand }) => {
  it.each(languages)('keeps its words on its plates in %s', async (language) => {
    for (const [n, [, scene]] of drawn.entries()) {
      const edition = { language, ...ways[(n + languages.indexOf(language)) % 2]! };
      const graphic = await stand({ ...scene, edition }, 'canvas');
      expectExactAlpha(graphic, scene);
      graphic.close();
    }
  });
});
