import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright';
import { expect, test } from 'vitest';
import { type Answer, callOgraf } from './call-ograf.ts';
import { type Call, ografHosts } from './ograf-hosts.ts';
import { faultsIn } from './ograf-schema.ts';
import { loadAndLetGo, picturesAt, twoOnAPage } from './on-the-page.ts';
import { nearTheFinish, onTheRoad, told } from './sent.ts';
import { speaking } from './speaking.ts';

/** What all tests of built graphics stand on. */
export interface Hosts {
  readonly folder: string;
  readonly url: string;
  readonly browser: Browser;
  readonly page: Page;
  /** What the page has complained of. */
  readonly complaints: string[];
  readonly deskUrl: string;
  /** With what each graphic was seen: not every race has something for each. */
  readonly drawnWith: Map<string, object>;
}

/** The least that any host waits for any call. */
const PATIENCE_MS = 3000;
const VERSION = '1.0.0';

export function ografSuite(ids: readonly string[], hosts: () => Hosts): void {
  const moduleOf = (id: string) => `${hosts().url}ograf/${id}/graphic.mjs`;

  test.each(ids)('ograf/%s has what its renderers look for, and no more', async (id) => {
    const folder = join(hosts().folder, 'ograf', id);
    expect(readdirSync(folder).sort()).toEqual([`${id}.ograf.json`, 'graphic.mjs', 'thumbnail.webp'].sort());
    const manifest = JSON.parse(readFileSync(join(folder, `${id}.ograf.json`), 'utf8'));
    expect(faultsIn(manifest, `${id}.ograf.json`)).toEqual([]);
    expect(manifest.thumbnails[0].file).toBe('thumbnail.webp');
    const code = readFileSync(join(folder, 'graphic.mjs'));
    expect(gzipSync(code).length).toBeLessThanOrEqual(220_000);
    const text = code.toString('utf8');
    expect(text).not.toMatch(/customElements\s*\.\s*define|position:\s*["'`]?fixed|\bbody\s*\{/);
    expect(text).not.toMatch(/^\s*import\s|(?:\bfrom|\bimport\()\s*["'][^"']+["']\)?;/m);
  });

  test('a module may be looked at where there is no page', async () => {
    const files = ids.map((id) => pathToFileURL(join(hosts().folder, 'ograf', id, 'graphic.mjs')).href);
    const look = `globalThis.HTMLElement = class {};
      for (const file of ${JSON.stringify(files)}) {
        const { default: its, ...more } = await import(file);
        if (Object.getPrototypeOf(its) !== HTMLElement || Object.keys(more).length > 0) throw new Error(file);
      }`;
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', look]);
  });

  test.each(ografHosts)('answers $name', async ({ mount, tag, calls }) => {
    const asked = calls(onTheRoad);
    const all = ids.map((id) => {
      const its = { url: moduleOf(id), tag: tag(`org.ardoise.${id}`, VERSION), mount, calls: asked };
      return callOgraf(hosts().page, its);
    });
    for (const [n, answers] of (await Promise.all(all)).entries())
      for (const [i, { method, answers: wanted = 200 }] of asked.entries())
        heard(answers[i]!, wanted, `${ids[n]}: ${method}, call ${i + 1}`);
  });

  test('draws what it is told, by the host or by a desk, and leaves nothing when it is out', async () => {
    const drawnWith = async (id: string, i: number, data: object) => {
      const calls = [
        { method: 'load', params: { renderType: 'realtime', data } },
        { method: 'playAction', params: {} },
        { method: 'stopAction', params: {} },
      ];
      const asked = { url: moduleOf(id), tag: `drawn-${id}-${i}`, mount: 'closed shadow' as const, calls, until: id };
      const [, played, stopped] = await callOgraf(hosts().page, asked);
      expect(stopped!.painted, id).toBe(0);
      if (played!.painted > 1000) hosts().drawnWith.set(id, data);
    };
    await Promise.all(speaking(ids).flatMap((id) => told(hosts().deskUrl).map((data, i) => drawnWith(id, i, data))));
    expect([...hosts().drawnWith.keys()].sort()).toEqual([...speaking(ids)].sort());
  });

  test('shows the built-in race in a preview, live and frame by frame, and nothing where nobody tells of one', async () => {
    const paintedBy = async (id: string, renderType: string, preview: unknown) => {
      const data = { preview, bib: '31' };
      const calls = [
        { method: 'load', params: { renderType, data } },
        { method: 'playAction', params: {} },
        ...(renderType === 'realtime' ? [] : [{ method: 'goToTime', params: { timestamp: 2000 } }]),
      ];
      const tag = `preview-${id}`;
      const until = preview && renderType === 'realtime' ? { until: `${tag} live` } : {};
      const answers = await callOgraf(hosts().page, { url: moduleOf(id), tag, mount: 'on the page', calls, ...until });
      return answers.at(-1)!.painted;
    };
    // The tag of a replay says nothing of a race.
    const asked = speaking(ids).filter((id) => id !== 'replay-tag');
    for (const renderType of ['realtime', 'non-realtime'])
      for (const id of asked) {
        expect(await paintedBy(id, renderType, '1'), `${id}, ${renderType}`).toBeGreaterThan(1000);
        expect(await paintedBy(id, renderType, ''), `${id}, ${renderType}, on air`).toBe(0);
      }
  });

  test('a moment of a schedule is the same picture, whatever was drawn before it', async () => {
    const times = [0, 40, 100, 333, 620, 1000, 1160, 1500, 2040, 2100, 3200, 100, 0, 333, 1160, 2100, 40, 620, 1500];
    const moving: string[] = [];
    const oneGraphic = async (id: string) => {
      const pictures = await hosts().page.evaluate(picturesAt, {
        url: moduleOf(id),
        tag: `frames-${id}`,
        data: nearTheFinish,
        times,
        schedule: comingAndGoing,
      });
      const first = new Map<number, string>();
      for (const [i, timeMs] of times.entries()) {
        const { going, jumped } = pictures[i]!;
        first.set(timeMs, first.get(timeMs) ?? going);
        expect(going === first.get(timeMs), `${id} at ${timeMs} again`).toBe(true);
        expect(jumped === going, `${id} at ${timeMs} by a jump`).toBe(true);
      }
      if (new Set(first.values()).size > 4) moving.push(id);
    };
    await Promise.all(ids.map(oneGraphic));
    // The others have nothing to say of a race without a road.
    expect(moving.length).toBeGreaterThan(speaking(ids).length / 2);
  });

  test('a schedule may say another language and theme, and from then on it is as if it had said so before', async () => {
    const at = (timestamp: number, data: object) => ({ timestamp, action: { type: 'updateAction', params: { data } } });
    const play = { timestamp: 0, action: { type: 'playAction', params: {} } };
    const others = { language: 'fr', theme: 'road-book' };
    const asked = { url: moduleOf('gap-ticker'), tag: 'other-language', data: nearTheFinish, times: [3000] };
    const pictureOf = async (schedule: readonly object[]) =>
      (await hosts().page.evaluate(picturesAt, { ...asked, schedule }))[0]!.going;
    const later = await pictureOf([play, at(2000, others)]);
    expect(later === (await pictureOf([at(0, others), play]))).toBe(true);
    expect(later === (await pictureOf([play]))).toBe(false);
  });

  test('two stand on one page, one is moved, one is thrown away without a word, and each minds its own', async () => {
    for (const id of ids) {
      const found = await hosts().page.evaluate(twoOnAPage, {
        url: moduleOf(id),
        tag: `two-${id}`,
        data: nearTheFinish,
      });
      expect(found, id).toEqual({ alike: true, moved: true, empty: true, after: 409, fromAnew: true });
    }
  });

  test('a hundred are loaded and let go, and the page is as before', async () => {
    const { page, complaints } = hosts();
    const heap = await page.context().newCDPSession(page);
    const [id] = ids;
    const asked = { url: moduleOf(id!), tag: `hundred-${id}`, data: onTheRoad };
    const usedAfter = async (times: number) => {
      const fonts = await page.evaluate(loadAndLetGo, { ...asked, times });
      for (let i = 0; i < 3; i++) await heap.send('HeapProfiler.collectGarbage');
      return { fonts, bytes: (await heap.send('Runtime.getHeapUsage')).usedSize };
    };
    const before = await usedAfter(20);
    const after = await usedAfter(100);
    expect(after.fonts).toBe(before.fonts);
    expect(after.bytes / before.bytes).toBeLessThan(1.05);
    expect(complaints.filter((one) => /context/i.test(one))).toEqual([]);
  });
}

function heard(
  { ms, keys, statusCode, currentStep, painted, threw, method }: Answer,
  wanted: Call['answers'] | 200,
  which: string,
) {
  expect(threw, which).toBe(null);
  expect(ms, which).toBeLessThan(PATIENCE_MS);
  if (wanted === 'nothing') return expect(keys, which).toBe(null);
  expect(statusCode, which).toBe(wanted === 400 ? 400 : 200);
  expect(
    keys?.filter((key) => !['statusCode', 'statusMessage', 'currentStep'].includes(key)),
    which,
  ).toEqual([]);
  if (method === 'playAction') expect(keys, which).toContain('currentStep');
  if (wanted === 'a step') expect(currentStep, which).toBeTypeOf('number');
  if (wanted === 'no step') expect(currentStep, which).toBe(undefined);
  if (method === 'dispose') expect(painted, which).toBe(0);
}

const comingAndGoing = [
  { timestamp: 0, action: { type: 'playAction', params: {} } },
  { timestamp: 1000, action: { type: 'playAction', params: { goto: 0 } } },
  { timestamp: 1000, action: { type: 'updateAction', params: { data: { language: 'fr', groups: '2' } } } },
  { timestamp: 2000, action: { type: 'stopAction', params: {} } },
];
