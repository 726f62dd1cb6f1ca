import { Container, Sprite, Texture } from 'pixi.js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Items } from '../../src/show/show.ts';
import { type Draw, type Manifest, nothing, type Overlay, overlay, type Seen } from '../../src/stage/overlay.ts';
import { plate } from '../support/overlay.ts';
import { race } from '../support/race.ts';
import { onStage } from '../support/stage.ts';

type OnStage = Awaited<ReturnType<typeof onStage>>;
let air: OnStage;
afterEach(() => air.close());

interface View {
  readonly text: string;
}

/** A draw that is shared, and what it was told. */
function shared() {
  const told = { nodes: [] as Container[], views: [] as (readonly [string, string | null])[], ins: 0, outs: 0 };
  const draw: Draw<View> = ({ animations }) => {
    const back = new Sprite({ texture: Texture.WHITE });
    back.setSize(400, 100);
    const node = new Container({ children: [back], x: 100, y: 200 });
    const slide = (from: number, to: number) =>
      animations.timeline().fromTo(node, { x: from }, { x: to, duration: 0.5, ease: 'none' });
    told.nodes.push(node);
    return {
      node,
      box: { x: 0, y: 200, width: 500, height: 100 },
      update: (view, before) => told.views.push([view.text, before?.text ?? null]),
      playIn() {
        told.ins += 1;
        return slide(0, 100);
      },
      playOut() {
        told.outs += 1;
        return slide(node.x, 0);
      },
    };
  };
  return { draw, told };
}

const manifest = (id: string): Manifest => ({
  id,
  title: id,
  layer: 'flash',
  params: {},
  steps: 1,
  glideHz: 0,
  hold: { outS: 60 },
});

const says = (id: string, draw: Draw<View>, select: Overlay<View>['select'] = () => ({ text: id })): Overlay =>
  overlay(manifest(id), select, draw) as Overlay;

/** Two graphics of one layer that share a draw. */
async function open(select?: (seen: Seen) => View | ReturnType<typeof nothing>) {
  const { draw, told } = shared();
  air = await onStage([says('test-gaps', draw), says('test-tower', draw, select)]);
  return told;
}

const items = (id: string): Items => ({ flash: { overlay: id, params: {}, step: 0 } });
const take = (id: string, cut = false) => air.tell({ items: items(id), cut });
const lives = () => Object.fromEntries(air.stage.lives().map(({ overlay, life }) => [overlay, life]));
const inPicture = () => air.picture.element.querySelectorAll('canvas').length;
const log = () => air.stage.log.map(({ text }) => text);

describe('two graphics of a layer that share a draw', () => {
  test('hand over in their nodes: none leaves, none enters, and the log says it', async () => {
    const told = await open();
    take('test-gaps');
    air.clock.run(500);
    expect(lives()).toEqual({ 'test-gaps': 'on' });
    const [node] = told.nodes;
    take('test-tower');
    for (let n = 0; n < 30; n++) {
      expect(lives(), `frame ${n}`).toEqual({ 'test-tower': 'on' });
      expect([node!.x, inPicture()], `frame ${n}`).toEqual([100, 1]);
      air.clock.run(20, 50);
    }
    expect(told).toMatchObject({ nodes: [node], ins: 1, outs: 0 });
    expect(told.views).toEqual([
      ['test-gaps', null],
      ['test-tower', 'test-gaps'],
    ]);
    expect(log()).toEqual([
      'test-gaps is taken',
      'test-gaps makes way for test-tower',
      'test-tower is taken after test-gaps',
    ]);
  });

  test('go back and forth in one graphic, and leave as one', async () => {
    const told = await open();
    for (const id of ['test-gaps', 'test-tower', 'test-gaps', 'test-tower']) {
      take(id);
      air.clock.run(600);
      expect(lives()).toEqual({ [id]: 'on' });
    }
    air.want();
    expect(lives()).toEqual({ 'test-tower': 'leaving' });
    air.clock.run(600);
    expect(lives()).toEqual({});
    expect(told).toMatchObject({ ins: 1, outs: 1 });
    expect([told.nodes.length, inPicture()]).toEqual([1, 0]);
    expect(told.nodes[0]!.destroyed).toBe(true);
  });

  test('taken while the first enters, the second goes on with its entrance', async () => {
    const told = await open();
    take('test-gaps');
    air.clock.run(200);
    take('test-tower');
    expect([lives(), told.nodes[0]!.x]).toEqual([{ 'test-tower': 'entering' }, 40]);
    air.clock.run(300);
    expect([lives(), told.nodes[0]!.x]).toEqual([{ 'test-tower': 'on' }, 100]);
    expect(told).toMatchObject({ ins: 1, outs: 0 });
  });

  test('taken while the first leaves, it turns round with the words of the second', async () => {
    const told = await open();
    take('test-gaps');
    air.clock.run(500);
    air.want();
    air.clock.run(200);
    expect([lives(), told.nodes[0]!.x]).toEqual([{ 'test-gaps': 'leaving' }, 60]);
    take('test-tower');
    expect([lives(), told.nodes[0]!.x]).toEqual([{ 'test-tower': 'entering' }, 60]);
    air.clock.run(200);
    expect([lives(), told.nodes[0]!.x]).toEqual([{ 'test-tower': 'on' }, 100]);
    expect(told.views.at(-1)).toEqual(['test-tower', 'test-gaps']);
    expect([told.nodes.length, inPicture()]).toEqual([1, 1]);
  });

  test('what the second has nothing to show of leaves, and comes with its words', async () => {
    const hasGroups = ({ race }: Seen) => (race.groups.length > 0 ? { text: 'riders' } : nothing('no group'));
    const told = await open(hasGroups);
    take('test-gaps');
    air.clock.run(500);
    take('test-tower');
    expect(air.stage.lives()).toMatchObject([{ overlay: 'test-tower', life: 'leaving', why: 'no group' }]);
    expect(log().at(-1)).toBe('test-tower leaves by itself: no group');
    air.clock.run(500);
    expect([lives(), inPicture()]).toEqual([{ 'test-tower': 'waiting' }, 0]);
    air.tell({ race: race({ groups: [{} as never] }) });
    air.clock.run(500);
    expect(lives()).toEqual({ 'test-tower': 'on' });
    expect(told.views.at(-1)).toEqual(['riders', null]);
  });

  test('a cut shows the second in one frame, at rest', async () => {
    const told = await open();
    for (const waitMs of [200, 600]) {
      take('test-gaps');
      air.clock.run(waitMs);
      take('test-tower', true);
      expect([lives(), inPicture()], `after ${waitMs} ms`).toEqual([{ 'test-tower': 'on' }, 1]);
      expect(told.nodes.at(-1)!.x).toBe(100);
      expect(told.views.at(-1), 'still').toEqual(['test-tower', null]);
      expect(air.clock.next).toBe(Infinity);
    }
  });

  test('the second brings its own parameters, the first is not asked again', async () => {
    const { draw } = shared();
    const gaps = vi.fn(() => ({ text: 'gaps' }));
    const tower = vi.fn(({ step }: Seen) => ({ text: `page ${step + 1}` }));
    air = await onStage([says('test-gaps', draw, gaps), says('test-tower', draw, tower)]);
    take('test-gaps');
    air.clock.run(500);
    gaps.mockClear();
    air.tell({ items: { flash: { overlay: 'test-tower', params: {}, step: 2 } } });
    air.tell({ race: race() });
    expect(gaps).not.toHaveBeenCalled();
    expect(tower.mock.results.at(-1)?.value).toEqual({ text: 'page 3' });
  });
});

test('a cut of a graphic that enters, or of one that leaves, is at rest in one frame', async () => {
  const told = await open();
  take('test-gaps');
  air.clock.run(200);
  air.tell({ items: { flash: { overlay: 'test-gaps', params: {}, step: 1 } }, cut: true });
  expect([lives(), told.nodes.at(-1)!.x]).toEqual([{ 'test-gaps': 'on' }, 100]);
  air.tell({ items: {}, cut: false });
  air.clock.run(200);
  take('test-gaps', true);
  expect([lives(), told.nodes.at(-1)!.x, inPicture()]).toEqual([{ 'test-gaps': 'on' }, 100, 1]);
});

test('two of a layer that draw each in its own way are never there at once: the first leaves first', async () => {
  air = await onStage([says('test-gaps', shared().draw), says('test-tower', shared().draw), plate()]);
  take('test-gaps');
  air.clock.run(500);
  take('test-tower');
  expect(lives()).toEqual({ 'test-gaps': 'leaving', 'test-tower': 'waiting' });
  for (let n = 0; n < 30; n++) {
    expect(inPicture(), `frame ${n}`).toBe(1);
    air.clock.run(20, 50);
  }
  air.clock.run(500);
  expect(lives()).toEqual({ 'test-tower': 'on' });
});
