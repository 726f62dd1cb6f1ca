import { describe, expect, it } from 'vitest';
import { createInstances } from '../../../../src/desk/doors/ograf/instances.ts';
import { routeOf } from '../../../../src/desk/doors/ograf/routes.ts';
import { bodySaid, dataSaid, playSaid, zoneSaid } from '../../../../src/desk/doors/ograf/said.ts';
import { emptyShow, type Show } from '../../../../src/show/show.ts';
import { manifest as gaps } from '../../../support/small-desk.ts';
import { strap } from '../remote/two-graphics.ts';
import { tower } from './controller.ts';

const onAir = (overlay: string, params = {}): Show => ({
  ...emptyShow,
  program: { stack: { overlay, params, step: 0 } },
});

describe('instances', () => {
  it('know what was on air by the id of the desk before, and nothing else of it', () => {
    const before = createInstances(emptyShow, 'one');
    const played = before.load('program', gaps, {});
    const waiting = before.load('program', strap, {});
    before.placed(played);
    const show = onAir(gaps.id);
    const after = createInstances(show, 'two');
    expect(after.find(show, 'program', played.id)).toMatchObject({ overlay: gaps.id, item: { step: 0 } });
    expect(after.find(show, 'program', waiting.id)).toBeNull();
    expect(after.find(show, 'preview', played.id)).toBeNull();
    for (const id of ['gap-ticker', 'gap-ticker.one', 'gap-ticker.two.9', ''])
      expect(after.find(show, 'program', id)).toBeNull();
    // When it has left and another hand brings it again, it is another one.
    after.list(emptyShow, 'program');
    expect(after.find(show, 'program', played.id)).toBeNull();
    expect(after.list(show, 'program')).toHaveLength(1);
  });

  it('are twenty in a zone at most, beside what is in the picture: the oldest is forgotten', () => {
    const instances = createInstances(emptyShow, 'one');
    const first = instances.load('program', gaps, {});
    instances.placed(first);
    const show = onAir(gaps.id, first.params);
    const ids = Array.from({ length: 30 }, () => instances.load('program', tower, {}).id);
    expect(instances.list(show, 'program').map(({ id }) => id)).toEqual([first.id, ...ids.slice(10)]);
    expect(instances.find(show, 'program', ids[0]!)).toBeNull();
  });
});

describe('what controllers say', () => {
  it('is a zone as an object, as a text, as a text within a text, or as the word', () => {
    const object = { zone: 'stack' };
    const texts = [JSON.stringify(object), JSON.stringify(JSON.stringify(object)), 'stack', '"stack"'];
    for (const said of [object, ...texts]) expect(zoneSaid(said), JSON.stringify(said)).toBe('stack');
    for (const said of [null, undefined, 7, [], {}, { zone: 'moon' }, { zone: {} }, '', '{', 'moon', '{"zone":1}'])
      expect(zoneSaid(said), JSON.stringify(said)).toBeNull();
  });

  it('is values, steps and bodies, or is none', () => {
    for (const params of [undefined, null, {}, { data: null }, { data: '' }, { data: {} }, { data: '{}' }])
      expect(dataSaid(params)).toEqual({ ok: true, value: {} });
    for (const params of [7, 'x', [], { data: 7 }, { data: '[]' }, { data: 'x' }])
      expect(dataSaid(params).ok, JSON.stringify(params)).toBe(false);
    expect(playSaid(undefined)).toEqual({ ok: true, value: { goto: null, delta: null } });
    expect(playSaid({ goto: '2', delta: -1 })).toEqual({ ok: true, value: { goto: 2, delta: -1 } });
    for (const params of [{ goto: 0.5 }, { delta: '' }, { goto: true }, { goto: 1e300 }, []])
      expect(playSaid(params).ok, JSON.stringify(params)).toBe(false);
    expect([bodySaid(''), bodySaid(' {"a":1} '), bodySaid('[]'), bodySaid('{')]).toEqual([{}, { a: 1 }, null, null]);
  });

  it('is asked at an address with any slashes around it', () => {
    for (const path of ['/renderers/a%20b/target', 'renderers/a%20b/target/', '//renderers//a%20b/target//'])
      expect(routeOf('HEAD', path)).toMatchObject({ name: 'target', values: { renderer: 'a b' } });
    for (const path of ['', '/', '//']) expect(routeOf('GET', path)).toMatchObject({ name: 'server' });
    expect(routeOf('PATCH', '/graphics/x')).toEqual({ methods: ['GET', 'DELETE'] });
    for (const path of ['/x', '/graphics/x/y', '/renderers/x/target/graphicInstance', '/graphics/%'])
      expect(routeOf('GET', path), path).toBeNull();
  });
});
