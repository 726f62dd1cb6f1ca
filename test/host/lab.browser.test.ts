import { expect, test } from 'vitest';
import { start } from '../../src/host/lab.ts';
import { lettersOf } from '../../src/host/letters-of.ts';
import { catalogue } from '../../src/host/scenes.ts';
import { FAMILY } from '../../src/stage/kit/font-file.ts';

test('draws no scene before the letters of its names are here', async () => {
  const isHere = (letters: string) => document.fonts.check(`800 20px '${FAMILY}'`, letters);
  const named = [...catalogue].flatMap(([id, scenes]) =>
    Object.entries(scenes).map(([name, { race }]) => [`${id}/${name}`, lettersOf(race.sheet)] as const),
  );
  const [scene, letters] = named.find(([, its]) => /\p{Script=Han}/u.test(its))!;
  const root = document.body.appendChild(document.createElement('div'));
  await start(root, new URLSearchParams({ lab: '', scene, renderer: 'canvas' }));
  expect(isHere(letters)).toBe(true);
  root.remove();
});
