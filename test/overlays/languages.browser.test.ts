import { describe, it } from 'vitest';
import { languages } from '../../src/edition/edition.ts';
import { expectExactAlpha } from '../support/exact-alpha.ts';
import { shelves } from '../support/stand.ts';

const editions = languages.flatMap((language) => [
  { language, gapStyle: 'classic', units: 'metric' } as const,
  { language, gapStyle: 'colon', units: 'imperial' } as const,
]);

describe.each(shelves)('$id', ({ drawn, stand }) => {
  it.each(editions)('keeps its words on its plates in $language, $units', async (edition) => {
    for (const [, scene] of drawn) {
      const graphic = await stand({ ...scene, edition }, 'canvas');
      expectExactAlpha(graphic, scene);
      graphic.close();
    }
  });
});
