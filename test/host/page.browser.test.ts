import { afterEach, describe, expect, test, vi } from 'vitest';
import { defaultEdition } from '../../src/edition/edition.ts';
import { overlays } from '../../src/host/overlays.ts';
import { mountPage, type Page, type PageOptions } from '../../src/host/page.ts';
import { catalogue } from '../../src/host/scenes.ts';
import { loadFonts } from '../../src/stage/kit/fonts.ts';
import { inboxOf } from '../../src/stage/scene.ts';
import { race, rider, sheet } from '../support/race.ts';
import { soon } from '../support/soon.ts';
import { pixelsOf } from '../support/stage.ts';

const [id, manifest] = [...overlays].map(([id, overlay]) => [id, overlay.manifest] as const)[0]!;
const news = inboxOf(manifest, catalogue.get(id)!.full!);
const plain: PageOptions = { overlays, edition: defaultEdition, renderer: 'canvas', guides: false };
const pages: Page[] = [];
const elements: HTMLElement[] = [];

async function mounted(over: Partial<PageOptions> = {}, width = 960, height = 540) {
  const element = document.createElement('div');
  Object.assign(element.style, { width: `${width}px`, height: `${height}px` });
  document.body.append(element);
  elements.push(element);
  const page = await mountPage(element, { ...plain, ...over });
  pages.push(page);
  return { element, page };
}

afterEach(() => {
  for (const page of pages.splice(0)) page.close();
  for (const element of elements.splice(0)) element.remove();
  vi.restoreAllMocks();
});

const lives = ({ stage }: Page) => stage.lives().map(({ life }) => life);
const isOn = (page: Page) => soon(() => expect(lives(page)).toEqual(['on']));

/** A number that stands for all pixels of a page. */
const numberOf = ({ stage }: Page) =>
  new Uint32Array(pixelsOf(stage.picture).data.buffer).reduce(
    (hash, pixel) => (pixel === 0 ? hash : Math.imul(hash ^ pixel, 0x01000193)),
    EMPTY,
  );
const EMPTY = 0x811c9dc5;

describe('a page in an element', () => {
  test('fills it, in its middle, and follows its size', async () => {
    const { element, page } = await mounted({}, 960, 700);
    const picture = () => page.stage.picture.element.getBoundingClientRect();
    const host = element.getBoundingClientRect();
    expect([picture().width, picture().height, picture().top - host.top]).toEqual([960, 540, 80]);
    Object.assign(element.style, { width: '480px', height: '270px' });
    await soon(() => expect([picture().width, picture().height]).toEqual([480, 270]));
    expect(picture().top).toBe(element.getBoundingClientRect().top);
    expect(page.stage.supplies.scale).toBe(0.25 * devicePixelRatio);
  });

  test('asks the screen for no frame when a message changes nothing, and for one when it changes a word', async () => {
    const { page } = await mounted();
    page.tell(news);
    await isOn(page);
    const asked = vi.spyOn(window, 'requestAnimationFrame');
    const { renders } = page.stage.picture.counts;
    for (let n = 0; n < 5; n += 1) page.tell({ ...news, race: { ...news.race! } });
    expect(asked).not.toHaveBeenCalled();
    expect(page.stage.picture.counts.renders).toBe(renders);
    page.tell({ ...news, race: catalogue.get(id)!.minimal!.race });
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test('leaves it as it was found', async () => {
    const { element, page } = await mounted();
    page.tell({ ...news, cut: true });
    await isOn(page);
    page.close();
    pages.length = 0;
    expect(element.childNodes).toHaveLength(0);
  });

  test('that is not seen draws nothing, and draws as soon as it has a size', async () => {
    const { element, page } = await mounted();
    element.style.display = 'none';
    page.tell({ ...news, cut: true });
    await isOn(page);
    element.style.display = '';
    await soon(() => expect(pixelsOf(page.stage.picture).data.some((value) => value > 0)).toBe(true));
  });
});

test('shown again after OBS hid it, it has cut to what is wanted: nothing plays its way out', async () => {
  const { page } = await mounted();
  page.tell({ ...news, cut: true });
  await isOn(page);
  page.tell({ ...news, items: {} });
  await soon(() => expect(lives(page)).toEqual(['leaving']));
  dispatchEvent(new CustomEvent('obsSourceVisibleChanged', { detail: { visible: false } }));
  expect(lives(page)).toEqual(['leaving']);
  dispatchEvent(new CustomEvent('obsSourceVisibleChanged', { detail: { visible: true } }));
  const began = performance.now();
  await soon(() => expect(lives(page)).toEqual([]));
  expect(page.stage.picture.element.querySelectorAll('canvas')).toHaveLength(0);
  expect(performance.now() - began).toBeLessThan(page.stage.supplies.theme.motion.cloth.outS * 1000);
});

test('the letters of a start list are fetched before one of its names is on air, and no others', async () => {
  const thai = rider('7', { family: 'ธนาคาร' });
  const { page } = await mounted();
  page.tell({ ...news, race: race({ sheet: sheet({ riders: new Map([['7', thai]]) }) }), items: {} });
  const faces = (first: string) => [...document.fonts].filter(({ unicodeRange }) => unicodeRange.startsWith(first));
  const THAI = 'U+E01';
  const HEBREW = 'U+590';
  await soon(() => expect(faces(THAI).map(({ status }) => status)).toEqual(['loaded', 'loaded']));
  expect(faces(HEBREW).map(({ status }) => status)).toEqual(['unloaded', 'unloaded']);
});

test('ten on one page, one of them in a closed shadow root, each with its own pixels', async () => {
  await loadFonts();
  const shown = [...catalogue].map(([id, { full }]) => ({ ...inboxOf(overlays.get(id)!.manifest, full), cut: true }));
  const draw = async (page: Page, index: number) => {
    page.tell(shown[index % shown.length]!);
    await isOn(page);
    await soon(() => expect(numberOf(page)).not.toBe(EMPTY));
  };
  const alone: number[] = [];
  for (const index of shown.keys()) {
    const { page } = await mounted({}, 384, 216);
    await draw(page, index);
    alone.push(numberOf(page));
    page.close();
  }
  expect(new Set(alone).size).toBe(shown.length);
  pages.length = 0;
  const closed = document.createElement('div');
  const root = closed.attachShadow({ mode: 'closed' });
  closed.style.cssText = 'width: 384px; height: 216px';
  document.body.append(closed);
  elements.push(closed);
  const host = document.createElement('section');
  host.style.height = '100%';
  root.append(host);
  pages.push(await mountPage(host, plain));
  while (pages.length < 10) await mounted({}, 384, 216);
  await Promise.all(pages.map(draw));
  expect(pages.map(numberOf)).toEqual(pages.map((_, index) => alone[index % shown.length]));
  const [inShadow] = pages;
  expect(inShadow!.stage.picture.element.getRootNode()).toBe(root);
  expect(inShadow!.stage.picture.element.getBoundingClientRect().width).toBe(384);
});

test('without its GPU it goes on in place: the same graphic at rest, in another picture, and the count goes on', async () => {
  await loadFonts();
  const changes = vi.fn();
  const { element, page } = await mounted({ renderer: 'webgl', report: changes });
  page.tell({ ...news, cut: true });
  await isOn(page);
  const { picture, log } = page.stage;
  const before = { renders: picture.counts.renders, log: log.length };
  element.querySelector('canvas')!.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
  await soon(() => expect(page.stage.picture.renderer).toBe('canvas'));
  await soon(() => expect(lives(page)).toEqual(['on']));
  expect(page.stage.picture.counts.contextLosses).toBe(1);
  expect(page.stage.picture.counts.renders).toBeGreaterThan(before.renders);
  expect(page.stage.log).toHaveLength(before.log);
  expect(element.querySelectorAll('canvas')).toHaveLength(1);
  expect(pixelsOf(page.stage.picture).data.some((value) => value > 0)).toBe(true);
  expect(changes).toHaveBeenCalled();
});
