import { afterEach, describe, expect, test, vi } from 'vitest';
import { defaultEdition } from '../../src/edition/edition.ts';
import type { Theme } from '../../src/edition/theme.ts';
import { overlays } from '../../src/host/overlays.ts';
import { mountPage, type Page } from '../../src/host/page.ts';
import { catalogue } from '../../src/host/scenes.ts';
import { shippedTheme, shippedThemes } from '../../src/host/themes.ts';
import { inboxOf } from '../../src/stage/scene.ts';
import { soon } from '../support/soon.ts';

const [id, manifest] = [...overlays].map(([id, overlay]) => [id, overlay.manifest] as const)[0]!;
const news = inboxOf(manifest, catalogue.get(id)!.full!);
const other = [...shippedThemes.keys()].find((name) => !shippedTheme(name).default)!;
const own: Theme = { ...shippedTheme(null), plateAlpha: 200 };
const newer: Theme = { ...own, plateAlpha: 210 };
const closing: (() => void)[] = [];

async function mounted(theme: string | null): Promise<Page> {
  const element = document.createElement('div');
  Object.assign(element.style, { width: '960px', height: '540px' });
  document.body.append(element);
  const page = await mountPage(element, {
    overlays,
    edition: { ...defaultEdition, theme },
    renderer: 'canvas',
    guides: false,
  });
  closing.push(page.close, () => element.remove());
  return page;
}

afterEach(() => {
  for (const close of closing.splice(0)) close();
  vi.restoreAllMocks();
});

/** What the desk gives at `/themes/`; null is nothing. */
function served(answer: () => Theme | null) {
  const { fetch } = globalThis;
  return vi.spyOn(globalThis, 'fetch').mockImplementation(async (url, init) => {
    if (!String(url).startsWith('/themes/')) return fetch(url, init);
    const theme = answer();
    return new Response(JSON.stringify(theme), { status: theme ? 200 : 503 });
  });
}

const versions = (version: string) => ({ default: null, versions: { house: version } });
const life = ({ stage }: Page) => stage.lives().map(({ life }) => life);
const alpha = ({ stage }: Page) => stage.supplies.theme.plateAlpha;

describe('the theme of a page', () => {
  test('is a shipped one by its name', async () => {
    const page = await mounted(other);
    expect(page.stage.supplies.theme).toBe(shippedTheme(other));
    page.offer({ default: 'house', versions: {} });
    expect(page.missing()).toEqual([]);
  });

  test('is the default one where nobody drew one of that name, and the page says so', async () => {
    const page = await mounted('nowhere');
    expect(page.missing()).toEqual([]);
    page.offer({ default: null, versions: {} });
    expect(page.missing()).toEqual([
      expect.stringMatching(/^There is no theme "nowhere" that can be drawn, there are /),
    ]);
    expect(page.stage.supplies.theme).toBe(shippedTheme(null));
  });

  test('of the desk is there before anything is seen, and becomes another at rest', async () => {
    let drawn = own;
    served(() => drawn);
    const page = await mounted('house');
    page.offer(versions('1'));
    page.tell({ ...news, cut: true });
    await soon(() => expect(life(page)).toEqual(['on']));
    expect(alpha(page)).toBe(200);
    drawn = newer;
    page.offer(versions('2'));
    await soon(() => expect(alpha(page)).toBe(210));
    await soon(() => expect(page.stage.frames).toBeGreaterThan(1));
    expect(life(page)).toEqual(['on']);
    expect(page.missing()).toEqual([]);
  });

  test('that appears later is put on then', async () => {
    served(() => own);
    const page = await mounted('house');
    page.offer({ default: null, versions: {} });
    expect(page.missing()).toHaveLength(1);
    page.offer(versions('1'));
    await soon(() => expect(alpha(page)).toBe(200));
    expect(page.missing()).toEqual([]);
  });

  test('of the desk is drawn by pages that ask for none, where it says that it is the default', async () => {
    served(() => own);
    const page = await mounted(null);
    page.offer({ default: 'house', versions: { house: '1' } });
    await soon(() => expect(alpha(page)).toBe(200));
  });

  test('that does not arrive is asked for again, and the page draws meanwhile', async () => {
    let answer: Theme | null = null;
    const asked = served(() => answer);
    const page = await mounted('house');
    page.offer(versions('1'));
    page.tell({ ...news, cut: true });
    await soon(() =>
      expect(page.missing()).toEqual(['The theme "house" did not arrive (503); it is asked for again.']),
    );
    await soon(() => expect(life(page)).toEqual(['on']));
    answer = own;
    await soon(() => expect(alpha(page)).toBe(200));
    expect(asked.mock.calls.filter(([url]) => url === '/themes/house.json').length).toBeGreaterThan(1);
    expect(page.missing()).toEqual([]);
  });
});
