import { beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { labDesk } from '../../src/host/lab-desk.ts';
import type { LabAsked } from '../../src/host/lab-form.ts';
import { shippedThemes } from '../../src/host/themes.ts';
import { soon } from '../support/soon.ts';

let root: HTMLElement;
let urls: unknown[];
let diary: string[];
let open: ReturnType<typeof opener>;

beforeEach(() => {
  urls = [];
  diary = [];
  open = opener(diary);
  vi.spyOn(history, 'replaceState').mockImplementation((_, __, url) => urls.push(url));
  root = document.createElement('div');
  document.body.append(root);
  return () => {
    root.remove();
    vi.restoreAllMocks();
  };
});

const scenes = ['one/empty', 'one/full', 'two/full'];

/** Opens as slowly as WebGL does, and writes into its own diary: what a test has left opening is not of the next one. */
const opener =
  (diary: string[]) =>
  async ({ scene, renderer }: LabAsked) => {
    const name = `${scene} ${renderer}`;
    diary.push(`opens ${name}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    diary.push(`opened ${name}`);
    return { show: (timeMs: number) => `shown at ${timeMs}`, end: () => diary.push(`ends ${name}`) };
  };

const the = <T extends Element>(selector: string) => root.querySelector<T>(selector)!;
const choose = (name: string, value: string) => userEvent.selectOptions(the(`[name=${name}]`), value);

test('begins with a full scene, at rest', async () => {
  await labDesk(root, new URLSearchParams(), scenes, open);
  expect(diary).toEqual(['opens one/full canvas', 'opened one/full canvas']);
  expect(the('output').textContent).toBe('2.00 s · shown at 2000');
});

test('opens one after the other, however fast one chooses, and ends each', async () => {
  await labDesk(root, new URLSearchParams(), scenes, open);
  diary.length = 0;
  await Promise.all([choose('renderer', 'webgl'), choose('scene', 'two/full')]);
  await soon(() => expect(diary.at(-1)).toBe('opened two/full webgl'));
  const opened = diary.filter((line) => line.startsWith('opened'));
  expect(diary.filter((line) => line.startsWith('ends'))).toHaveLength(opened.length);
  for (const [i, line] of diary.entries())
    if (line.startsWith('opens')) expect(diary[i + 1]).toBe(line.replace('opens', 'opened'));
});

test('keeps what is looked at in the URL, and shows it again', async () => {
  await labDesk(root, new URLSearchParams(), scenes, open);
  await choose('scene', 'two/full');
  await choose('language', 'it');
  await choose('units', 'imperial');
  await choose('gaps', 'colon');
  await choose('theme', [...shippedThemes.keys()][0]!);
  await choose('ground', 'snow');
  await userEvent.click(the('[name=guides]'));
  const kept = new URLSearchParams(String(urls.at(-1)));
  expect(Object.fromEntries(kept)).toEqual({
    lab: '',
    scene: 'two/full',
    language: 'it',
    units: 'imperial',
    gaps: 'colon',
    theme: [...shippedThemes.keys()][0],
    renderer: 'canvas',
    ground: 'snow',
    t: '2000',
    guides: '',
  });
  const asked: LabAsked[] = [];
  await labDesk(root, kept, scenes, (one) => {
    asked.push(one);
    return open(one);
  });
  const edition = { language: 'it', units: 'imperial', gapStyle: 'colon', theme: [...shippedThemes.keys()][0] };
  expect(asked).toMatchObject([{ scene: 'two/full', edition, renderer: 'canvas', guides: true }]);
  expect(the<HTMLElement>('.lab-frame').dataset.ground).toBe('snow');
});

test('leaves to the scene what nobody chose', async () => {
  const asked: LabAsked[] = [];
  await labDesk(root, new URLSearchParams('gaps=classic'), scenes, (one) => {
    asked.push(one);
    return open(one);
  });
  expect(asked.map(({ edition }) => edition)).toEqual([{ gapStyle: 'classic' }]);
});

test('moves by one frame, by button and by key, not beyond the ends, and keeps where it is', async () => {
  await labDesk(root, new URLSearchParams(), scenes, open);
  const said = () => the('output').textContent;
  await userEvent.click(the('[name=on]'));
  expect(said()).toBe('2.02 s · shown at 2020');
  await userEvent.keyboard('..');
  expect(said()).toBe('2.06 s · shown at 2060');
  await userEvent.keyboard(',');
  await userEvent.click(the('[name=back]'));
  expect(said()).toBe('2.02 s · shown at 2020');
  expect(new URLSearchParams(String(urls.at(-1))).get('t')).toBe('2020');
  expect(diary, 'the same life goes on').toEqual(['opens one/full canvas', 'opened one/full canvas']);
  await labDesk(root, new URLSearchParams('t=0'), scenes, open);
  await userEvent.keyboard(',');
  expect(said()).toBe('0.00 s · shown at 0');
});

test('holds still at a frame: what ran no longer runs', async () => {
  await labDesk(root, new URLSearchParams(), scenes, open);
  await userEvent.click(the('[name=run]'));
  await userEvent.click(the('[name=on]'));
  const held = the('output').textContent;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(the('output').textContent).toBe(held);
});

test('has a ground of its own for every word', async () => {
  await labDesk(root, new URLSearchParams(), scenes, open);
  const grounds = [...the<HTMLSelectElement>('[name=ground]').options].map(({ value }) => value);
  expect(grounds).toEqual(expect.arrayContaining(['crowd', 'snow', 'forest', 'night', 'white', 'none']));
  const seen = new Set<string>();
  for (const ground of grounds) {
    await choose('ground', ground);
    await soon(() => expect(the<HTMLElement>('.lab-frame').dataset.ground).toBe(ground));
    const { backgroundColor, backgroundImage } = getComputedStyle(the('.lab-frame'));
    seen.add(backgroundColor + backgroundImage);
  }
  expect(seen.size).toBe(grounds.length);
});

test('says what cannot be opened', async () => {
  await labDesk(root, new URLSearchParams(), scenes, () => Promise.reject(new Error('there is no WebGL here')));
  expect(the('output').textContent).toBe('2.00 s · Error: there is no WebGL here');
});
