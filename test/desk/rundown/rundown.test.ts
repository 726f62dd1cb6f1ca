import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readManifests } from '../../../src/desk/manifests.ts';
import { defaultRundowns, suitedTo } from '../../../src/desk/rundown/defaults.ts';
import { rundownIn, rundownText } from '../../../src/desk/rundown/read.ts';
import type { Link } from '../../../src/host/link.ts';
import type { Sheet } from '../../../src/race/sheet.ts';
import { edited } from '../../../src/show/edit-rundowns.ts';
import { storyParam } from '../../../src/show/manifest.ts';
import { isTag } from '../../../src/show/replay.ts';
import { chosenIn, rundownsFrom, saidRundownOf } from '../../../src/show/rundown.ts';
import { killableDesk } from '../../support/killable.ts';
import { sheet } from '../../support/race.ts';
import { until } from '../../support/small-desk.ts';

const { begin, end, linked, tapes, url } = killableDesk();
const manifests = await readManifests('overlays');
const house = defaultRundowns('assets/rundowns');

const rundown = (link: Link) => link.replica().rundowns.chosen;
const titles = (link: Link) => rundown(link).items.map(({ title }) => title);
const back = (link: Link) => until('the page is back', () => link.replica().connection === 'live');

describe('the rundowns of the house', () => {
  it('fit the graphics, each with keys of its own, and every graphic that is taken by its item is in the first one', () => {
    const { rundowns, leftOut } = rundownsFrom(house, null, manifests);
    expect(leftOut).toEqual([]);
    expect(rundowns.all.map(({ name }) => name)).toEqual(['Road stage', 'Time trial', 'Circuit']);
    for (const { name, items } of house)
      expect(edited(rundowns, { do: 'bring', rundown: { name, items } }, manifests).ok).toBe(true);
    for (const { name, items } of rundowns.all) {
      expect(items.filter(({ key }) => key === null).map(({ title }) => `${name}: ${title}`)).toEqual([]);
      expect(new Set(items.map(({ title }) => title)).size).toBe(items.length);
      for (const { overlay, outS } of items.filter(({ overlay }) => manifests.get(overlay)!.layer === 'strap'))
        expect(outS, overlay).toBeGreaterThanOrEqual(6);
    }
    // Stories are taken from their queue.
    const takeable = [...manifests.values()]
      .filter((one) => !isTag(one) && storyParam(one) === null)
      .map(({ id }) => id);
    expect(new Set(rundowns.all[0]!.items.map(({ overlay }) => overlay))).toEqual(new Set(takeable));
  });

  it('suit a time trial, a circuit, and every other race', () => {
    const named = (sheets: Partial<Sheet>) => suitedTo({ sheet: sheet(sheets) }, house);
    expect(named({})).toBeNull();
    expect(named({ info: { ...sheet().info, type: 'team-time-trial' } })).toBe('Time trial');
    expect(named({ info: { ...sheet().info, type: 'circuit' } })).toBe('Circuit');
    expect(named({ course: { ...sheet().course, laps: { count: 3 } as never } })).toBe('Circuit');
  });

  it('are the same after an export', () => {
    for (const said of house) {
      const first = chosenIn(rundownsFrom([said], null, manifests).rundowns);
      const again = rundownIn(rundownText(first), 'a file');
      expect(again).toEqual({ ok: true, value: saidRundownOf(first) });
    }
  });
});

describe('a file', () => {
  const of = (json: unknown) => {
    const read = rundownIn(typeof json === 'string' ? json : JSON.stringify(json), 'stage.json');
    return read.ok ? null : read.error;
  };

  it('that is wrong is told where, and what to write', () => {
    const items = (...all: object[]) => ({ rundown: 1, name: 'N', items: all });
    expect(of('{"rundown":')).toMatch(/^stage\.json is no JSON .*write it as \{"rundown": 1/);
    expect(of({ name: 'N', items: [] })).toBe(
      'stage.json: rundown is missing; a rundown has "rundown": 1, name and items, each once.',
    );
    expect(of(items({ overlay: 'a' }, { overlay: 'a', key: 'x' }))).toBe(
      'stage.json: items.1.key is "x"; write a key as "1", one of 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, or null.',
    );
    expect(of(items({ overlay: 'a', outS: 1.5 }))).toMatch(/items\.0\.outS is 1\.5; write seconds as a whole number/);
    expect(of(items({ overlay: 'a', colour: 'red' }))).toMatch(/items\.0\.colour has no place here; an item has/);
    expect(of(items({ title: 'A' }))).toMatch(/items\.0\.overlay is missing; an item has overlay, title/);
  });
});

describe('the rundown of the desk', () => {
  it('is edited by several controls, told to all, logged, and back after a kill', async () => {
    await begin();
    const [ann, ben] = [await linked('control'), await linked('control')];
    const program = await linked('program');
    expect(rundown(ann).name).toBe('Road stage');
    const rider = rundown(ann).items.find(({ overlay }) => overlay === 'rider-strap')!;
    expect(await ann.edit({ do: 'edit', id: rider.id, item: { params: { bib: '3' }, outS: 5 } })).toEqual({ ok: true });
    expect(await ben.edit({ do: 'duplicate', id: rider.id })).toEqual({ ok: true });
    await Promise.all([
      ann.edit({ do: 'add', to: 'Road stage', item: { overlay: 'climb-card', title: 'By Ann' } }),
      ben.edit({ do: 'add', to: 'Road stage', item: { overlay: 'climb-card', title: 'By Ben' } }),
    ]);
    await until('both see both', () => [ann, ben].every((link) => titles(link).includes('By Ann')));
    await until('both see the same', () => JSON.stringify(rundown(ann)) === JSON.stringify(rundown(ben)));
    expect(titles(ann)).toContain('By Ben');
    const twin = rundown(ann).items.find(({ title }) => title === 'Rider 2')!;
    expect(twin).toMatchObject({ params: { bib: '3' }, outS: 5 });
    expect(program.replica().rundowns.names).toEqual([]);
    expect(await ann.edit({ do: 'edit', id: twin.id, item: { params: { fact: 'gossip' } } })).toMatchObject({
      ok: false,
      error: expect.stringMatching(/does not fit fact of rider-strap: it wants one of auto/),
    });
    expect(await ann.edit({ do: 'paint' } as never)).toMatchObject({ ok: false });
    expect(await ann.edit({ do: 'new', name: 'Finale' })).toEqual({ ok: true });
    const said = () => ann.replica().log.filter(({ kind }) => kind === 'rundown');
    await until('it is logged', () => said().length >= 5);
    expect(said().map(({ author, what }) => `${author} ${what}`)).toEqual(
      expect.arrayContaining([
        'control 1 edits Rider: out after 5 s, bib "3"',
        'control 2 duplicates Rider',
        'control 2 adds By Ben to "Road stage"',
        'control 1 begins the rundown "Finale"',
      ]),
    );
    await ann.edit({ do: 'choose', name: 'Road stage' });
    await until('it is chosen again', () => rundown(ben).name === 'Road stage');
    const before = rundown(ann);

    await end('SIGKILL');
    await until('it is lost', () => ann.replica().connection === 'lost');
    await begin();
    await back(ann);
    expect(rundown(ann)).toEqual(before);
    expect(ann.replica().rundowns.names).toEqual(['Road stage', 'Time trial', 'Circuit', 'Finale']);

    // Another race begins with what was made for it; a file that cannot be read is kept, and said.
    await end('SIGINT');
    await begin('--fresh');
    await back(ann);
    expect(titles(ann)).toEqual(before.items.map(({ title }) => title));
    await end('SIGINT');
    writeFileSync(join(tapes(), 'rundowns.json'), '{"all": 7}');
    await begin('--fresh');
    await back(ann);
    expect(ann.replica().rundowns.names).toEqual(['Road stage', 'Time trial', 'Circuit']);
    expect(existsSync(join(tapes(), 'rundowns.json.unread'))).toBe(true);
    expect(ann.replica().desk.notices.some(({ text }) => text.includes('is no list of rundowns'))).toBe(true);
  });
});

describe('what leaves by itself', () => {
  it('leaves on its second, by a rule and with the reason, unless it is held', async () => {
    await begin();
    const control = await linked('control');
    await control.command({ do: 'take-direct', overlay: 'rider-strap', params: { bib: '1' }, outS: 2 });
    await until('it is told', () => control.replica().leaving.length === 1);
    const sinceMs = performance.now();
    expect(control.replica().leaving).toEqual([{ overlay: 'rider-strap', outS: 2, leftS: 2 }]);
    await until('a second has passed', () => control.replica().leaving[0]?.leftS === 1);
    await until('it is out', () => control.replica().show.program.strap === undefined);
    expect(performance.now() - sinceMs).toBeGreaterThan(1700);
    const isRule = () => control.replica().log.find(({ author }) => author === 'rule');
    await until('it is logged', () => isRule() !== undefined);
    expect(isRule()).toMatchObject({ kind: 'air', what: 'takes out Rider', why: 'its 2 s are over' });
    await control.command({ do: 'undo' });
    await until('it is back, and stays', () => control.replica().show.program.strap !== undefined);
    expect(control.replica().leaving).toEqual([]);

    await control.command({ do: 'take-direct', overlay: 'rider-strap', params: { bib: '2' }, outS: 1 });
    await control.command({ do: 'hold', overlay: 'rider-strap' });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(control.replica().show.program.strap?.params.bib).toBe('2');
    expect(control.replica().leaving).toEqual([]);
  });

  it('has its deadline after a kill; what was due meanwhile leaves at once', async () => {
    await begin();
    const control = await linked('control');
    await control.command({ do: 'take-direct', overlay: 'rider-strap', outS: 1 });
    await control.command({ do: 'take-direct', overlay: 'last-km', outS: 600 });
    await end('SIGKILL');
    await until('it is lost', () => control.replica().connection === 'lost');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await begin();
    await back(control);
    await until('the late one is gone', () => control.replica().show.program.strap === undefined);
    const [left] = control.replica().leaving;
    expect(left).toMatchObject({ overlay: 'last-km', outS: 600 });
    expect(left!.leftS).toBeGreaterThan(500);
    expect(left!.leftS).toBeLessThan(600);
  });
});

it('is exported and imported by HTTP, as one more, or not at all', async () => {
  await begin();
  const control = await linked('control');
  const read = async (query = '') => await (await fetch(`${url()}/api/rundown${query}`)).text();
  const text = await read('?name=Circuit');
  expect(JSON.parse(text)).toMatchObject({ rundown: 1, name: 'Circuit' });
  expect(JSON.parse(await read())).toMatchObject({ name: 'Road stage' });
  expect(JSON.parse(await read('?name=Nothing'))).toMatchObject({
    ok: false,
    error: expect.stringMatching(/"Nothing"/),
  });
  const post = async (body: string) => (await fetch(`${url()}/api/rundown`, { method: 'POST', body })).json();
  expect(await post(text)).toMatchObject({ ok: true });
  await until('it is chosen', () => rundown(control).name === 'Circuit 2');
  expect(JSON.parse(await read()).items).toEqual(JSON.parse(text).items);
  const wrong = JSON.parse(text);
  wrong.items[2].params = { rows: 99 };
  expect(await post(JSON.stringify(wrong))).toMatchObject({
    ok: false,
    error: expect.stringMatching(/^items\.2 of "Circuit" is wrong: 99 does not fit rows/),
  });
  expect(await post('')).toMatchObject({ ok: false, error: expect.stringMatching(/no JSON/) });
  expect(rundown(control).name).toBe('Circuit 2');
  const tape = readFileSync(join(tapes(), 'rundowns.json'), 'utf8');
  expect(JSON.parse(tape).all).toHaveLength(4);
});
