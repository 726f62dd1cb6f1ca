import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { defaultEdition } from '../../src/edition/edition.ts';
import { type HostedGraphic, hostGraphic } from '../../src/host/graphic.ts';
import { overlays } from '../../src/host/overlays.ts';
import { catalogue } from '../../src/host/scenes.ts';
import { emptyShow } from '../../src/show/show.ts';
import { mostSteps } from '../../src/show/steps.ts';
import { nowAt } from '../../src/stage/inbox.ts';
import { loadFonts } from '../../src/stage/kit/fonts.ts';
import { asOf } from '../support/as-of.ts';
import { saidLink } from '../support/link.ts';

const [id, overlay] = [...overlays].find(([, { manifest }]) => mostSteps(manifest) > 2)!;
const [name, choice] = Object.entries(overlay.manifest.params).find(([, { type }]) => type === 'number')!;
const { race } = catalogue.get(id)!.full!;
const hosted: HostedGraphic[] = [];
const elements: HTMLElement[] = [];

async function host({ attached = true, said = saidLink({ race }) } = {}) {
  const element = document.createElement('div');
  Object.assign(element.style, { width: '960px', height: '540px' });
  if (attached) document.body.append(element);
  elements.push(element);
  const complaints: string[] = [];
  const graphic = await hostGraphic(element, overlay, {
    edition: defaultEdition,
    renderer: 'canvas',
    guides: false,
    link: said.link,
    complain: (sentence) => complaints.push(sentence),
  });
  hosted.push(graphic);
  const life = () => graphic.page.stage.lives().map((one) => `${one.life} ${one.item.step}`);
  const value = () => graphic.page.stage.lives()[0]?.item.params[name];
  return { element, graphic, said, complaints, life, value };
}

beforeAll(() => loadFonts());
afterEach(() => {
  for (const graphic of hosted.splice(0)) graphic.close();
  for (const element of elements.splice(0)) element.remove();
});

describe('a graphic under the command of its host', () => {
  test('stands when its promise is kept, walks its steps, and is gone when that of out is', async () => {
    const { graphic, life } = await host();
    expect([graphic.step(), life()]).toEqual([null, []]);
    await graphic.take(0);
    expect([graphic.step(), life()]).toEqual([0, ['on 0']]);
    await graphic.take(1);
    expect([graphic.step(), life()]).toEqual([1, ['on 1']]);
    await graphic.out();
    expect([graphic.step(), life()]).toEqual([null, []]);
  });

  test('goes behind its last step', async () => {
    const { graphic, life } = await host();
    await graphic.take(graphic.steps() - 1, true);
    expect(life()).toEqual([`on ${graphic.steps() - 1}`]);
    await graphic.take(graphic.steps());
    expect([graphic.step(), life()]).toEqual([null, []]);
  });

  test('comes and goes in one frame where no animation is wanted', async () => {
    const { graphic, life } = await host();
    const seen = new Set<string>();
    const watch = setInterval(() => seen.add(life().join()), 4);
    await graphic.take(0, true);
    await graphic.out(true);
    clearInterval(watch);
    expect([...seen].filter((one) => /entering|leaving/.test(one))).toEqual([]);
  });

  test('takes the values of a stranger, keeps the good ones, and complains once', async () => {
    const { graphic, value, complaints } = await host();
    const wanted = choice.type === 'number' ? choice.max - 1 : 0;
    await graphic.set({ [name]: String(wanted), _layer: 'x' });
    await graphic.take(0);
    expect(value()).toBe(wanted);
    await graphic.set({ [name]: 'a dozen' });
    await graphic.set({ [name]: 'a gross' });
    expect([value(), complaints.length]).toEqual([wanted, 1]);
  });

  test('may be commanded at any moment, and ends as it was asked last', async () => {
    const { graphic, life } = await host();
    await Promise.all([
      graphic.take(0),
      graphic.out(),
      graphic.take(1),
      graphic.set({}),
      graphic.out(),
      graphic.take(0),
    ]);
    expect(life()).toEqual(['on 0']);
  });

  test('answers soon where nobody looks', async () => {
    const { graphic } = await host({ attached: false });
    const fromMs = performance.now();
    await graphic.take(0);
    await graphic.out();
    expect(performance.now() - fromMs).toBeLessThan(2 * 1500 + 300);
  });

  test('answers soon where it has nothing to show, also out and in again', async () => {
    const { graphic, life } = await host({ said: saidLink({}) });
    const fromMs = performance.now();
    await graphic.take(0);
    await Promise.all([graphic.out(true), graphic.take(0)]);
    expect(life()).toEqual(['waiting 0']);
    expect(performance.now() - fromMs).toBeLessThan(1000);
  });

  test('leaves in a panic, stays out until the release, and is then taken anew', async () => {
    const said = saidLink({ race });
    const { graphic, life } = await host({ said });
    await graphic.take(0);
    said.say({ show: { ...emptyShow, latched: true } });
    await expect.poll(life).toEqual([]);
    await graphic.take(0);
    expect(life()).toEqual([]);
    said.say({ show: emptyShow });
    expect(graphic.step()).toBe(null);
    await graphic.take(0);
    expect(life()).toEqual(['on 0']);
  });

  test('leaves by the age of its news where its desk is lost, and is back in a cut', async () => {
    const clockReceivedMs = performance.now();
    const clock = { atMs: race.atMs, rate: 40 };
    const said = saidLink({ race, clock, clockReceivedMs });
    const { graphic, life } = await host({ said });
    await graphic.take(0);
    said.say({ connection: 'lost' });
    await expect.poll(life, { timeout: 10_000 }).toEqual(['waiting 0']);
    const { raceClock } = graphic.page.stage.told!;
    expect(nowAt(raceClock, performance.now()) - race.atMs).toBeGreaterThanOrEqual(overlay.manifest.hold!.outS! * 1000);
    const seen = new Set<string>();
    const watch = setInterval(() => seen.add(life().join()), 2);
    const atMs = nowAt(raceClock, performance.now());
    said.say({
      race: asOf(race, atMs),
      connection: 'live',
      clock: { ...clock, atMs },
      clockReceivedMs: performance.now(),
    });
    await expect.poll(life).toEqual(['on 0']);
    clearInterval(watch);
    expect([...seen].filter((one) => one.startsWith('entering'))).toEqual([]);
  });

  test('leaves its element as it found it, and nobody who listens', async () => {
    const said = saidLink({ race });
    const { element, graphic } = await host({ said });
    const taking = graphic.take(0);
    graphic.close();
    hosted.pop();
    await taking;
    expect([element.childElementCount, said.listeners.size]).toEqual([0, 0]);
  });
});
