import { beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type LabAsked, labDesk } from '../../src/host/lab-desk.ts';

let root: HTMLElement;
let urls: unknown[];
let diary: string[];

beforeEach(() => {
  urls = [];
  diary = [];
  vi.spyOn(history, 'replaceState').mockImplementation((_, __, url) => urls.push(url));
  root = document.createElement('div');
  document.body.append(root);
  return () => {
    root.remove();
    vi.restoreAllMocks();
  };
});

const scenes = ['one/empty', 'one/full', 'two/full'];

/** Opens as slowly as WebGL does. */
async function open({ scene, renderer }: LabAsked) {
  const name = `${scene} ${renderer}`;
  diary.push(`opens ${name}`);
  await new Promise((resolve) => setTimeout(resolve, 50));
  diary.push(`opened ${name}`);
  return { show: (timeMs: number) => `shown at ${timeMs}`, end: () => diary.push(`ends ${name}`) };
}

const the = <T extends Element>(selector: string) => root.querySelector<T>(selector)!;
const choose = (name: string, value: string) => userEvent.selectOptions(the(`[name=${name}]`), value);

test('begins with a full scene, at rest', async () => {
  await labDesk(root, new URLSearchParams(), scenes, open);
  expect(diary).toEqual(['opens one/full canvas', 'opened one/full canvas']);
  expect(the('output').textContent).toBe('2.00 s · shown at 2000');
});

test('opens one after the other, however fast one chooses, and ends each', async () => {
  await labDesk(root, new URLSearchParams(), scenes, open);
  diary = [];
  await Promise.all([choose('renderer', 'webgl'), choose('scene', 'two/full')]);
  await vi.waitFor(() => expect(diary.at(-1)).toBe('opened two/full webgl'));
  const opened = diary.filter((line) => line.startsWith('opened'));
  expect(diary.filter((line) => line.startsWith('ends'))).toHaveLength(opened.length);
  for (const [i, line] of diary.entries())
    if (line.startsWith('opens')) expect(diary[i + 1]).toBe(line.replace('opens', 'opened'));
});

test('keeps what is looked at in the URL, and shows it again', async () => {
  await labDesk(root, new URLSearchParams(), scenes, open);
  await choose('scene', 'two/full');
  await choose('language', 'it');
  await userEvent.click(the('[name=guides]'));
  const kept = new URLSearchParams(String(urls.at(-1)));
  expect(Object.fromEntries(kept)).toEqual({
    lab: '',
    scene: 'two/full',
    language: 'it',
    renderer: 'canvas',
    ground: 'road',
    t: '2000',
    guides: '',
  });
  const asked: LabAsked[] = [];
  await labDesk(root, kept, scenes, (one) => {
    asked.push(one);
    return open(one);
  });
  expect(asked).toMatchObject([{ scene: 'two/full', edition: { language: 'it' }, renderer: 'canvas', guides: true }]);
});

test('says what cannot be opened', async () => {
  await labDesk(root, new URLSearchParams(), scenes, () => Promise.reject(new Error('there is no WebGL here')));
  expect(the('output').textContent).toBe('2.00 s · Error: there is no WebGL here');
});
