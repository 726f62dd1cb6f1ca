import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { manifest as gaps, type SmallDesk } from '../../../support/small-desk.ts';
import { strap } from '../remote/two-graphics.ts';
import { ask, controllerOf, idOf, ografDesk, profile, tower } from './controller.ts';

let desk: SmallDesk;
const show = () => desk.desk.picture().show;

beforeAll(async () => {
  const ografFolder = mkdtempSync(join(tmpdir(), 'ardoise-ograf-'));
  mkdirSync(join(ografFolder, gaps.id));
  writeFileSync(join(ografFolder, gaps.id, 'secret.txt'), 'not listed');
  writeFileSync(join(ografFolder, gaps.id, 'full.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47]));
  const resolution = { width: 480, height: 270 };
  const thumbnails = ['full.png', 'gone.png', '../../../etc/hosts.png'].map((file) => ({ file, resolution }));
  writeFileSync(join(ografFolder, gaps.id, `${idOf(gaps)}.ograf.json`), JSON.stringify({ thumbnails }));
  desk = await ografDesk({ ografFolder });
});
afterAll(() => desk.stop());
beforeEach(async () => {
  desk.desk.command({ do: 'release' }, 'test');
  for (const layer of ['stack', 'strap']) desk.desk.command({ do: 'free', layer }, 'Ana');
  for (const renderer of ['program', 'preview'] as const) await controllerOf(desk, renderer, 'stack').clear();
});

describe('what is there', () => {
  it('says who it is, with and without the slash', async () => {
    for (const path of ['', '/'])
      expect((await ask(desk, 'GET', path)).body).toEqual({
        name: 'Ardoise',
        description: expect.any(String),
        author: { name: 'Ardoise' },
        version: '0.0.0',
      });
  });

  it('lists what a producer may take, with its manifest', async () => {
    for (const path of ['/graphics', '/graphics/']) {
      const { graphics } = (await ask(desk, 'GET', path)).body;
      expect(graphics.map(({ id }: { id: string }) => id)).toEqual([gaps, tower, strap, profile].map(idOf));
      expect(graphics[0].thumbnails).toEqual([
        { file: 'full.png', resolution: { width: 480, height: 270 } },
        { file: 'gone.png', resolution: { width: 480, height: 270 } },
      ]);
      expect(graphics[1].thumbnails).toBeUndefined();
    }
    const { graphic, metadata } = (await ask(desk, 'GET', `/graphics/${idOf(gaps)}/`)).body;
    expect(graphic).toMatchObject({ id: idOf(gaps), name: 'Gaps', version: '0.0.0', stepCount: 2 });
    // What a page of the desk knows by itself is asked of nobody.
    expect(Object.keys(graphic.schema.properties)).toEqual(['groups', 'mode', 'trend']);
    expect(Date.parse(metadata.createdAt)).toBeLessThanOrEqual(Date.now());
    expect((await ask(desk, 'GET', `/graphics/${idOf(tower)}`)).body.graphic.stepCount).toBe(-1);
  });

  it('gives the thumbnails that a build has listed, and no other file', async () => {
    const at = `${desk.url}/ograf/v1/graphics/${idOf(gaps)}/thumbnail`;
    for (const query of ['', '?file=full.png']) {
      const given = await fetch(at + query);
      expect(given.headers.get('content-type')).toBe('image/png');
      expect((await given.arrayBuffer()).byteLength).toBe(4);
    }
    for (const file of ['gone.png', 'secret.txt', '../../../etc/hosts.png', ''])
      expect((await ask(desk, 'GET', `/graphics/${idOf(gaps)}/thumbnail?file=${file}`)).status, file).toBe(404);
    expect((await ask(desk, 'GET', `/graphics/${idOf(strap)}/thumbnail`)).status).toBe(404);
  });

  it('has program and preview as renderers, and zones as their targets', async () => {
    const { renderers } = (await ask(desk, 'GET', '/renderers/')).body;
    expect(renderers.map(({ id }: { id: string }) => id)).toEqual(['program', 'preview']);
    for (const id of ['program', 'preview']) {
      const { renderer } = (await ask(desk, 'GET', `/renderers/${id}`)).body;
      expect(renderer).toMatchObject({
        id,
        renderCharacteristics: { resolution: { width: 1920, height: 1080 }, accessToPublicInternet: false },
        status: { status: 'WARNING', message: `No page shows the ${id}.` },
      });
      const zone = renderer.renderTargetSchema.properties.zone;
      expect(zone).toMatchObject({ type: 'string', gddType: 'select', enum: ['stack', 'strip', 'strap'] });
      expect(Object.keys(zone.gddOptions.labels)).toEqual(zone.enum);
      expect(renderer.renderTargets.map((one: { renderTarget: object }) => one.renderTarget)).toEqual(
        zone.enum.map((name: string) => ({ zone: name })),
      );
    }
    expect((await ask(desk, 'GET', '/renderers/program')).body.renderer.customActions).toMatchObject(
      ['clear', 'panic', 'release', 'freeze', 'thaw'].map((id) => ({ id })),
    );
  });

  it('refuses in JSON what is not there, and what is asked otherwise', async () => {
    const at = '/renderers/program/target/graphicInstance';
    const wrong: [number, string, string, (object | string)?][] = [
      [404, 'GET', '/nothing'],
      [404, 'GET', '/graphics/org.ardoise.moon'],
      [404, 'GET', '/graphics/%E0%A4%A'],
      [404, 'GET', '/renderers/moon'],
      [404, 'GET', '/renderers/moon/target?renderTarget={}'],
      [404, 'GET', '/renderers/program/target?renderTarget={"zone":"sheet"}'],
      [400, 'GET', '/renderers/program/target'],
      [405, 'POST', '/'],
      [405, 'GET', `${at}/clear`],
      [405, 'GET', `${at}/load`],
      [405, 'PUT', `${at}/playAction`],
      [405, 'DELETE', `/graphics/${idOf(gaps)}`],
      [404, 'DELETE', '/graphics/org.ardoise.moon?force=true'],
      [404, 'POST', '/renderers/moon/target/graphicInstance/load', {}],
      [404, 'POST', '/renderers/program/customActions/explode', {}],
      [400, 'POST', `${at}/load`, ''],
      [400, 'POST', `${at}/load`, '{"renderTarget":'],
      [400, 'POST', `${at}/load`, '[]'],
      [400, 'POST', `${at}/load`, 'null'],
      [400, 'POST', `${at}/load`, { renderTarget: { zone: 'stack' } }],
      [400, 'POST', `${at}/load`, { renderTarget: { zone: 'stack' }, graphicId: idOf(gaps), params: 3 }],
      [400, 'POST', `${at}/load`, { renderTarget: { zone: 'stack' }, graphicId: idOf(gaps), params: { data: [1] } }],
      [400, 'POST', `${at}/load`, { renderTarget: { zone: 'strap' }, graphicId: idOf(gaps) }],
      [404, 'POST', `${at}/load`, { renderTarget: { zone: 'tag' }, graphicId: 'org.ardoise.replay-tag' }],
      [404, 'POST', `${at}/load`, { renderTarget: { layer: 1 }, graphicId: idOf(gaps) }],
      [404, 'POST', `${at}/load`, { renderTarget: { zone: 'stack' }, graphicId: 'org.ardoise.moon' }],
      [404, 'POST', `${at}/playAction`, { renderTarget: { zone: 'stack' }, graphicInstanceId: 'x', params: {} }],
      [400, 'POST', `${at}/playAction`, { renderTarget: { zone: 'stack' }, params: {} }],
      [400, 'PUT', `${at}/clear`, { filters: 'all' }],
      [400, 'PUT', `${at}/clear`, { filters: [null] }],
      [413, 'POST', `${at}/load`, JSON.stringify({ renderTarget: 'x'.repeat(1024 * 1024) })],
    ];
    for (const [status, method, path, body] of wrong)
      expect(
        (await ask(desk, method, path, body)).status,
        `${method} ${path} ${JSON.stringify(body)?.slice(0, 80)}`,
      ).toBe(status);
    expect((await ask(desk, 'PUT', '/renderers')).headers.get('allow')).toBe('GET, OPTIONS');
    expect(show()).toMatchObject({ program: {}, preview: {} });
  });

  it('takes what lies deep and what is large for what it is', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const target = '"renderTarget":{"zone":"strap"},"graphicId":"org.ardoise.rider-strap"';
    const path = '/renderers/program/target/graphicInstance/load';
    const large = 'x'.repeat(900_000);
    for (const [value, quote] of [
      [deep, 'a list'],
      [`"${large}"`, 'xxx…'],
    ] as const) {
      const told = await ask(desk, 'POST', path, `{${target},"params":{"data":{"bib":${value},"__proto__":{}}}}`);
      expect(told.body).toMatchObject({ statusCode: 200, statusMessage: expect.stringContaining(quote) });
      expect(told.body.statusMessage.length).toBeLessThan(300);
    }
  });

  it('says to browsers what they may ask', async () => {
    const preflight = await fetch(`${desk.url}/ograf/v1/renderers`, { method: 'OPTIONS' });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, PUT, POST, HEAD, OPTIONS, DELETE');
    const head = await fetch(`${desk.url}/ograf/v1/`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});

describe('on the program', () => {
  const stack = () => controllerOf(desk, 'program', 'stack');

  it('loads without being seen, plays, steps, changes, and goes', async () => {
    const loaded = await stack().load(gaps, { groups: '3', mode: 'Interval' });
    expect(loaded.body).toEqual({ graphicInstanceId: expect.any(String), statusCode: 200 });
    const id = loaded.body.graphicInstanceId;
    expect(show().program).toEqual({});
    expect((await stack().target()).body.graphicInstances).toEqual([
      {
        graphicInstanceId: id,
        graphic: { id: idOf(gaps), name: 'Gaps' },
        v_state: 'loaded',
        v_data: { groups: 3, mode: 'interval', trend: true },
      },
    ]);

    expect((await stack().act('playAction', id)).body).toMatchObject({ graphicInstanceId: id, currentStep: 0 });
    expect(show().program.stack).toEqual({
      overlay: gaps.id,
      params: { groups: 3, mode: 'interval', trend: true },
      step: 0,
    });
    expect((await stack().act('playAction', id, { delta: 1 })).body.currentStep).toBe(1);
    expect((await stack().act('playAction', id, { goto: 0, skipAnimation: true })).body).toMatchObject({
      currentStep: 0,
      statusMessage: expect.stringContaining('only a panic is a cut'),
    });
    expect((await stack().act('playAction', id, { delta: -3 })).body.currentStep).toBe(0);
    expect((await stack().act('playAction', id, { goto: '1' })).body.currentStep).toBe(1);

    const updated = await stack().act('updateAction', id, { data: { groups: 99, trend: '0', colour: 'red' } });
    expect(updated.body).toMatchObject({ graphicInstanceId: id, statusCode: 200 });
    expect(updated.body.statusMessage).toContain('99 does not fit groups of gap-ticker');
    expect(updated.body.statusMessage).toContain('The value before it stays.');
    expect(show().program.stack).toMatchObject({ params: { groups: 3, mode: 'interval', trend: false }, step: 1 });

    expect((await stack().act('stopAction', id)).body).toMatchObject({ graphicInstanceId: id, statusCode: 200 });
    expect(show().program).toEqual({});
    expect((await stack().act('stopAction', id)).status).toBe(200);
    // It is still loaded, with the values that it had.
    expect((await stack().act('playAction', id, { goto: 1 })).body.currentStep).toBe(1);
    expect(show().program.stack).toMatchObject({ params: { groups: 3, trend: false }, step: 1 });
    const ended = (await stack().act('playAction', id)).body;
    expect(ended).toMatchObject({ statusCode: 200 });
    expect('currentStep' in ended).toBe(false);
    expect(show().program).toEqual({});
  });

  it('stays out where it is to go where it has no step', async () => {
    const { graphicInstanceId: id } = (await stack().load(gaps)).body;
    for (const params of [{ goto: 2 }, { delta: 0 }, { delta: -1 }]) {
      const told = await stack().act('playAction', id, params);
      expect(told).toMatchObject({ status: 200, body: { statusMessage: expect.stringContaining('stays out') } });
      expect('currentStep' in told.body).toBe(false);
    }
    for (const params of [{ goto: 1.5 }, { goto: -1 }, { delta: 'one' }, { delta: {} }, 7])
      expect((await stack().act('playAction', id, params as object)).status, JSON.stringify(params)).toBe(400);
    expect(show().program).toEqual({});
  });

  it('has one on air in a zone, and what is loaded beside it waits', async () => {
    const [a, b] = [(await stack().load(gaps)).body, (await stack().load(tower, { rows: 12 })).body];
    await stack().act('playAction', a.graphicInstanceId);
    await stack().act('updateAction', b.graphicInstanceId, { data: '{"rows": 8}' });
    expect(show().program.stack?.overlay).toBe(gaps.id);
    await stack().act('playAction', b.graphicInstanceId);
    expect(show().program.stack).toMatchObject({ overlay: tower.id, params: { rows: 8 } });
    const states = (await stack().target()).body.graphicInstances.map(
      ({ graphicInstanceId: id, v_state }: Record<string, string>) => [id, v_state],
    );
    expect(states).toEqual([
      [b.graphicInstanceId, 'on air'],
      [a.graphicInstanceId, 'loaded'],
    ]);
    // The same graphic a second time is another instance, with its own values from its first step on.
    await stack().act('playAction', b.graphicInstanceId, { goto: 1 });
    const { graphicInstanceId: again } = (await stack().load(tower, { rows: 5 })).body;
    expect((await stack().act('playAction', again)).body.currentStep).toBe(0);
    expect(show().program.stack).toMatchObject({ overlay: tower.id, params: { rows: 5 }, step: 0 });
    await stack().clear({ graphicInstanceId: b.graphicInstanceId });
    expect(show().program.stack).toMatchObject({ params: { rows: 5 } });
  });

  it('clears by filters, and says what', async () => {
    const straps = controllerOf(desk, 'program', 'strap');
    const ids: string[] = [];
    for (const [on, graphic] of [
      [stack(), gaps],
      [stack(), tower],
      [straps, strap],
    ] as const)
      ids.push((await on.load(graphic)).body.graphicInstanceId);
    for (const [on, id] of [
      [stack(), ids[0]!],
      [straps, ids[2]!],
    ] as const)
      await on.act('playAction', id);
    const cleared = async (...filters: object[]) => {
      const { graphicInstances } = (await stack().clear(...filters)).body;
      return graphicInstances.map((one: { graphicInstanceId: string }) => one.graphicInstanceId);
    };
    expect(await cleared({ graphicId: idOf(profile) })).toEqual([]);
    expect(await cleared({ renderTarget: { zone: 'strap' }, graphicId: idOf(gaps) })).toEqual([]);
    expect(await cleared({ renderTarget: 'nonsense' })).toEqual([]);
    expect(await cleared({ graphicId: idOf(tower) }, { graphicInstanceId: 'x' })).toEqual([ids[1]]);
    expect(show().program).toMatchObject({ stack: { overlay: gaps.id }, strap: { overlay: strap.id } });
    expect(await cleared({ renderTarget: { zone: 'strap' } })).toEqual([ids[2]]);
    expect(Object.keys(show().program)).toEqual(['stack']);
    expect((await stack().act('playAction', ids[2]!)).status).toBe(404);
    desk.desk.command({ do: 'take-direct', overlay: profile.id }, 'test');
    expect((await cleared()).sort()).toHaveLength(2);
    expect(show().program).toEqual({});
    expect(await cleared()).toEqual([]);
  });

  it('has what other hands bring, as instances of their own', async () => {
    desk.desk.command({ do: 'take-direct', overlay: gaps.id, params: { groups: 2 } }, 'control 1');
    const [one] = (await stack().target()).body.graphicInstances;
    expect(one).toMatchObject({ v_state: 'on air', v_currentStep: 0, v_data: { groups: 2 } });
    expect((await stack().act('updateAction', one.graphicInstanceId, { data: { groups: 4 } })).status).toBe(200);
    expect(show().program.stack?.params.groups).toBe(4);
    desk.desk.command({ do: 'out', overlay: gaps.id }, 'control 1');
    expect((await stack().act('playAction', one.graphicInstanceId)).status).toBe(404);
    expect((await stack().target()).body.graphicInstances).toEqual([]);
  });

  it('is refused by the show in its own sentence: after a panic, and in the zone of another', async () => {
    const { graphicInstanceId: id } = (await stack().load(gaps)).body;
    expect((await ask(desk, 'POST', '/renderers/program/customActions/panic', { payload: {} })).status).toBe(200);
    const latched = await stack().act('playAction', id);
    expect(latched).toMatchObject({
      status: 409,
      body: { detail: 'The picture is kept clean after a panic: release it first.' },
    });
    await ask(desk, 'POST', '/renderers/program/customActions/release/');
    expect((await stack().act('playAction', id)).body.currentStep).toBe(0);
    desk.desk.command({ do: 'claim', layer: 'stack' }, 'Ana');
    const [play, update, stop] = [
      await stack().act('playAction', id),
      await stack().act('updateAction', id, { data: { groups: 2 } }),
      await stack().act('stopAction', id),
    ];
    for (const { status, body } of [play, update, stop])
      expect([status, body.detail]).toEqual([
        409,
        "The stack is Ana's: ask for it, or have the engineer take it over.",
      ]);
    const one = await stack().clear({ graphicId: idOf(gaps) });
    expect(one).toMatchObject({ status: 409, body: { graphicInstances: [] } });
    expect(show().program.stack).toMatchObject({ step: 0, params: { groups: 5 } });
    expect((await stack().clear()).body.graphicInstances).toHaveLength(1);
    expect(show().program).toEqual({});
  });

  it('knows no custom action of a graphic', async () => {
    const { graphicInstanceId: id } = (await stack().load(gaps)).body;
    const told = await stack().act('customActions/highlight', id, { payload: {} });
    expect(told).toMatchObject({ status: 400, body: { graphicInstanceId: id, statusCode: 400 } });
  });

  it('freezes, thaws and clears as a whole', async () => {
    const act = (what: string) => ask(desk, 'POST', `/renderers/program/customActions/${what}`, { payload: null });
    expect((await act('freeze')).body).toEqual({ result: 'Done.' });
    expect(show().frozen).toBe(true);
    await act('thaw');
    expect(show().frozen).toBe(false);
    const { graphicInstanceId } = (await stack().load(gaps)).body;
    await stack().act('playAction', graphicInstanceId);
    expect((await act('clear')).body).toEqual({
      result: { graphicInstances: [{ renderTarget: { zone: 'stack' }, graphicInstanceId }] },
    });
    expect(show().program).toEqual({});
  });

  it('signs for itself, and a producer undoes it', async () => {
    const { graphicInstanceId } = (await stack().load(gaps)).body;
    await stack().act('playAction', graphicInstanceId);
    expect(desk.desk.picture().changes.undo).toMatchObject({ do: 'take-direct', overlay: gaps.id });
    desk.desk.command({ do: 'undo' }, 'control 1');
    expect(show().program).toEqual({});
    expect((await stack().target()).body.graphicInstances).toMatchObject([{ graphicInstanceId, v_state: 'loaded' }]);
  });
});

describe('on the preview', () => {
  const stack = () => controllerOf(desk, 'preview', 'stack');

  it('cues what is loaded, and takes nothing by itself', async () => {
    const { graphicInstanceId: id } = (await stack().load(gaps, { groups: 3 })).body;
    expect(show().preview.stack).toMatchObject({ overlay: gaps.id, params: { groups: 3 } });
    expect((await stack().act('playAction', id)).body).toEqual({
      graphicInstanceId: id,
      statusCode: 200,
      statusMessage: 'No page shows the preview.',
      currentStep: 0,
    });
    expect((await stack().act('playAction', id, { goto: 1 })).body).toMatchObject({
      currentStep: 0,
      statusMessage: expect.stringContaining('steps are walked on the program'),
    });
    expect(show().program).toEqual({});
    expect((await ask(desk, 'POST', '/renderers/preview/customActions/take', {})).status).toBe(200);
    expect(show()).toMatchObject({ preview: {}, program: { stack: { params: { groups: 3 } } } });
    expect((await stack().act('playAction', id)).body.currentStep).toBe(0);
    expect(show().preview.stack).toMatchObject({ overlay: gaps.id });
  });

  it('changes what is cued, and nothing on air', async () => {
    desk.desk.command({ do: 'take-direct', overlay: gaps.id }, 'control 1');
    const { graphicInstanceId: id } = (await stack().load(gaps)).body;
    await stack().act('updateAction', id, { data: { mode: 'interval' } });
    expect(show()).toMatchObject({
      program: { stack: { params: { groups: 5, mode: 'gap' } } },
      preview: { stack: { params: { groups: 5, mode: 'interval' } } },
    });
    await stack().act('stopAction', id);
    expect(show().preview).toEqual({});
    await stack().act('playAction', id);
    expect(show().preview.stack?.params.mode).toBe('interval');
    expect((await stack().clear()).body.graphicInstances).toMatchObject([{ graphicInstanceId: id }]);
    expect(show().preview).toEqual({});
  });

  it('is not loaded where the show refuses it', async () => {
    desk.desk.command({ do: 'claim', layer: 'stack' }, 'Ana');
    expect((await stack().load(gaps)).status).toBe(409);
    expect((await stack().target()).body.graphicInstances).toEqual([]);
  });
});
