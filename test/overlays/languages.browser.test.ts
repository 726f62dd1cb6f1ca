import { describe, it } from 'vitest';
import { languages } from '../../src/edition/edition.ts';
import { expectExactAlpha } from '../scenes/exact-alpha.ts';
import { catalogue } from '../scenes/stand.ts';

const editions = languages.flatMap((language) => [
  { language, gapStyle: 'classic', units: 'metric' } as const,
  { language, gapStyle: 'colon', units: 'imperial' } as const,
]);

describe.each(catalogue)('$id', ({ scenes, stand }) => {
  it.each(editions)('keeps its words on its plates in $language, $units', { timeout: 60_000 }, async (edition) => {
    for (const [name, scene] of Object.entries(scenes)) {
      const graphic = await stand({ ...scene, edition }, 'canvas');
      expectExactAlpha(graphic, name);
      graphic.close();
    }
  });
});
