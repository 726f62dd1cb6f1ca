import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { serveThemes } from '../../src/desk/doors/themes.ts';
import { createNotices } from '../../src/desk/notices.ts';
import { openThemes } from '../../src/desk/theme-folder.ts';
import { openLink } from '../../src/host/link.ts';
import type { OwnThemes } from '../../src/wire/public/half.ts';
import { smallDesk, until } from '../support/small-desk.ts';

const shipped = JSON.parse(readFileSync(join(import.meta.dirname, '../../assets/themes/slate.json'), 'utf8'));
const { default: _, ...plain } = shipped;
const look = (change: object = {}) => JSON.stringify({ ...plain, ...change });

/** A folder of themes, and a hand that writes in it. */
function inFolder(files: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ardoise-themes-'));
  const notices = createNotices(() => {});
  const write = (file: string, content: string) => writeFileSync(join(folder, file), content);
  for (const [file, content] of Object.entries(files)) write(file, content);
  const opened = openThemes(folder, notices);
  if (!opened.ok) throw new Error(opened.error);
  const told: OwnThemes[] = [];
  onTestFinished(opened.value.watch((themes) => told.push(themes)));
  const said = () => notices.list().map(({ text }) => text);
  return { ...opened.value, folder, told: opened.value.told, news: told, write, said };
}

describe('a folder of themes', () => {
  it('holds each file that can be drawn, by its name, and says which one is the default', () => {
    const { told, said } = inFolder({
      'house.json': look(),
      'night.json': look({ default: true }),
      'theme.schema.json': '{}',
      'notes.txt': '',
    });
    expect(Object.keys(told().versions)).toEqual(['house', 'night']);
    expect(told().default).toBe('night');
    expect(said()).toEqual([]);
  });

  it('tells another version after each edit, and what appears later', async () => {
    const { told, news, write } = inFolder({ 'house.json': look() });
    const before = told().versions.house;
    write('house.json', look({ plateAlpha: 200 }));
    await until('the edit is told', () => news.length === 1);
    expect(news[0]?.versions.house).not.toBe(before);
    write('late.json', look());
    await until('the newcomer is told', () => news.length === 2);
    expect(Object.keys(news[1]?.versions ?? {})).toEqual(['house', 'late']);
  });

  it('keeps the last good one after a broken edit, and says where it is broken until it is mended', async () => {
    const { themes, news, write, said, folder } = inFolder({ 'house.json': look() });
    const good = themes().get('house');
    write('house.json', look({ plateAlpha: 'thick' }));
    await until('the mistake is told', () => said().length === 1);
    expect(said()).toEqual([
      'house.json: plateAlpha is "thick", a whole number from 1 to 255 is wanted. It stays as it was before.',
    ]);
    expect(themes().get('house')).toBe(good);
    write('house.json', look({ plateAlpha: 250 }));
    await until('it is mended', () => said().length === 0);
    expect(news).toHaveLength(1);
    write('torn.json', '{');
    await until('the torn one is told', () => said().length === 1);
    expect(said()[0]).toMatch(/^torn\.json: it is not JSON \(.+\)\. Pages draw another one in its place\.$/);
    expect([...themes().keys()]).toEqual(['house']);
    rmSync(join(folder, 'torn.json'));
    await until('what was never a theme is forgotten', () => said().length === 0);
  });

  it('keeps one whose file is gone, and says so until it is back', async () => {
    const { themes, told, news, write, said, folder } = inFolder({ 'house.json': look(), 'night.json': look() });
    const before = [themes().get('house'), told()];
    rmSync(join(folder, 'house.json'));
    await until('its end is told', () => said().length === 1);
    expect(said()).toEqual([`house.json is gone from ${folder}. It stays as it was before. Put it back to change it.`]);
    expect([themes().get('house'), told()]).toEqual(before);
    write('house.json', look());
    await until('it is back', () => said().length === 0);
    expect(news).toEqual([]);
  });

  it('is refused in one sentence where there is none', () => {
    const opened = openThemes(
      join(tmpdir(), 'ardoise-no-such-folder'),
      createNotices(() => {}),
    );
    expect(opened.ok ? '' : opened.error).toMatch(
      /^--themes .+ cannot be read \(.+\): give a folder with files of themes\.$/,
    );
  });

  it('is read at its door, and asked again for nothing', async () => {
    const { themes, told } = inFolder({ 'my house.json': look() });
    const server = createServer(serveThemes({ themes }));
    onTestFinished(() => void server.close());
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const at = (name: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/themes/${name}`;
    const answer = await fetch(at('my%20house.json'));
    expect([answer.status, await answer.text()]).toEqual([200, look()]);
    const etag = answer.headers.get('etag') ?? '';
    expect(etag).toBe(`"${told().versions['my house']}"`);
    expect((await fetch(at('my%20house.json'), { headers: { 'if-none-match': etag } })).status).toBe(304);
    for (const none of ['other.json', '%2e%2e%2fpackage.json', '%zz.json', 'my house'])
      expect((await fetch(at(none))).status, none).toBe(404);
    expect((await fetch(at('my%20house.json'), { method: 'POST' })).status).toBe(405);
  });

  it('is told to pages when they come in, and while they are on air', async () => {
    const { told, write, watch } = inFolder({ 'house.json': look() });
    const small = await smallDesk();
    onTestFinished(() => small.stop());
    small.desk.tellThemes(told());
    onTestFinished(watch(small.desk.tellThemes));
    const link = openLink('program', { url: small.url });
    onTestFinished(() => link.close());
    await until('the page knows the themes', () => link.replica().connection === 'live');
    expect(link.replica().themes).toEqual({ ...told(), desk: small.url });
    const before = link.replica().themes;
    write('house.json', look({ plateAlpha: 200 }));
    await until('the page hears of the edit', () => link.replica().themes !== before);
    expect(link.replica().themes).toEqual({ ...told(), desk: small.url });
  });
});
