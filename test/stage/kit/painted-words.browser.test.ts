import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../../src/stage/kit/painted-words.ts';
import { type Stand, shelves } from '../../support/stand.ts';

const shelf = (id: string) => shelves.find((one) => one.id === id)!;
const wordsOf = (graphic: Stand) => wordsIn(graphic.node()!);

describe.each(shelves)('what is to be read in $id', ({ scenes, stand }) => {
  it('is told while it stands, in words that can be read', async () => {
    const graphic = await stand(scenes.full, 'canvas');
    graphic.after(5000);
    const words = wordsOf(graphic);
    expect(words.length).toBeGreaterThan(0);
    for (const line of words) expect(line).toMatch(/^\S(.*\S)?$/);
    expect(words.join(' ')).not.toMatch(/\s\s|undefined|null|\[object/);
    graphic.close();
  });
});

describe('what is to be read', () => {
  it('is told row by row from top to bottom, each from left to right, with the length that was chosen', async () => {
    const graphic = await shelf('gap-ticker').stand(shelf('gap-ticker').scenes.full, 'canvas');
    graphic.after(5000);
    expect(wordsOf(graphic)).toMatchInlineSnapshot(`
      [
        "42.2 km to go Stage 9",
        "4 ECHEVERRÍA L. +3 Leading",
        "3 ÇELİK +2 +1'23"",
        "92 Peloton +4'14"",
        "41 Gruppetto +15'05"",
      ]
    `);
    graphic.close();
    const strap = await shelf('rider-strap').stand(shelf('rider-strap').scenes.full, 'canvas');
    strap.after(5000);
    expect(wordsOf(strap)).toMatchInlineSnapshot(`
      [
        "33 Tomaž KRIŽNAR SLO Team DLT",
        "Head of the race",
      ]
    `);
    strap.close();
  });

  it('is what stands there now: a row that has left says nothing, a value says its newest', async () => {
    const { race } = shelf('gap-ticker').scenes.full;
    const graphic = await shelf('gap-ticker').stand(shelf('gap-ticker').scenes.full, 'canvas');
    graphic.after(5000);
    const before = wordsOf(graphic);
    const [first, second] = race.groups;
    graphic.show({ ...race, groups: [first!, { ...second!, gap: { ...second!.gap!, value: 71 } }] });
    graphic.after(5000);
    const after = wordsOf(graphic);
    expect(after.length).toBeLessThan(before.length);
    expect(after.join('\n')).toContain('+1\'11"');
    expect(before.join('\n')).not.toContain('+1\'11"');
    graphic.close();
  });
});
