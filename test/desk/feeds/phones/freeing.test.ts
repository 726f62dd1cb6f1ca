import { beforeEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../../../../src/desk/feeds/feed.ts';
import { begun } from './begun.ts';

describe('freeing a number', () => {
  let desk: ReturnType<typeof begun>;
  beforeEach(() => {
    desk = begun();
  });

  it('gives a number once, until the crew frees it, which takes the first key back', () => {
    const first = desk.keyOf('31', 'Ana');
    expect(desk.joins({ bib: '31', name: 'Eve' })).toMatchObject({
      status: 409,
      body: { error: 'Number 31 has a phone already: if it is not yours, ask the crew to free the number.' },
    });
    const free = (over: Partial<Delivery>) => desk.ask('free', { query: new URLSearchParams({ bib: '31' }), ...over });
    expect(free({}).status).toBe(401);
    expect(free({ mayOperate: true, method: 'GET' }).status).toBe(405);
    expect(free({ mayOperate: true }).status).toBe(200);
    expect(free({ mayOperate: true }).status).toBe(404);
    expect(desk.sends(first).status).toBe(404);
    const second = desk.keyOf('31', 'Ana');
    expect(second).not.toBe(first);
    expect(desk.sends(second).status).toBe(200);
    expect(desk.bibs()).toEqual(['31']);
    // Who was freed is still no list.
    expect(desk.joins({ bib: '8', name: 'Jo' }).status).toBe(200);
  });

  it('is known again by the next desk, which frees all for the next race', () => {
    const key = desk.keyOf('31', 'Ana');
    desk.stop();
    expect(desk.sends(key).status).toBe(503);
    const next = begun({ folder: desk.folder });
    expect(next.code).toBe(desk.code);
    expect(next.names()).toEqual(['31 Ana']);
    expect(next.sends(key).status).toBe(200);
    expect(next.frees(null).status).toBe(200);
    expect(next.sends(key).status).toBe(404);
    expect(begun({ folder: desk.folder }).names()).toEqual([]);
  });

  it('renews the join code with all of them: the sign of this race is none of the next', () => {
    desk.keyOf('31', 'Ana');
    desk.keyOf('12', 'Jo');
    desk.frees('12');
    expect(desk.codeNow()).toBe(desk.code);
    const left = desk.keyOf('7', 'Al');
    desk.frees(null);
    const code = desk.codeNow();
    expect(code).not.toBe(desk.code);
    expect(code).toHaveLength(desk.code.length);
    for (const path of ['join', 'riders'])
      expect(desk.ask(path, { body: JSON.stringify({ code: desk.code, bib: '8', name: 'Bo' }) })).toEqual({
        status: 403,
        body: { ok: false, error: 'This join code is not the one of this race: scan the one that the crew shows now.' },
      });
    expect(desk.sends(left).status).toBe(404);
    expect(desk.joins({ code, bib: '8', name: 'Bo' }).status).toBe(200);
    expect(begun({ folder: desk.folder }).code).toBe(code);
  });

  it('takes who has only joined off the sheet, until he joins again', () => {
    desk.keyOf('31', 'Ana');
    desk.keyOf('99', 'Batman');
    desk.frees('99');
    expect(desk.names()).toEqual(['31 Ana']);
    desk.keyOf('99', 'Bo');
    expect(desk.names()).toEqual(['31 Ana', '99 Bo']);
    // The race that is over was theirs.
    desk.frees(null);
    expect(desk.names()).toEqual(['31 Ana', '99 Bo']);
  });

  it('leaves who is on a list on it', () => {
    desk = begun({ list: 'bib,family\n31,Novak\n12,Dupont\n' });
    desk.keyOf('31');
    desk.frees('31');
    expect(desk.names()).toEqual(['31 Novak', '12 Dupont']);
  });

  it('is on the tape and in the log, with whose hand it was', () => {
    desk.keyOf('31', 'Ana');
    desk.keyOf('12', 'Jo');
    desk.keyOf('7', 'Al');
    desk.frees('99');
    desk.frees('31');
    desk.frees(null);
    expect(desk.deeds).toEqual([
      'Eva frees number 31 Ana',
      'Eva frees all 2 numbers of phones, and renews the join code',
    ]);
    const said = desk.tape.filter(({ topic }) => topic === 'free').map(({ text }) => JSON.parse(text));
    expect(said).toMatchObject([
      { bib: '31', by: 'Eva' },
      { bib: null, by: 'Eva' },
    ]);
  });

  it('is of one desk: another one of the same folder has phones and a code of its own', () => {
    const key = desk.keyOf('31', 'Ana');
    const other = begun({ folder: desk.folder, port: 4001 });
    expect(other.code).not.toBe(desk.code);
    expect(other.names()).toEqual([]);
    const theirs = other.keyOf('31', 'Eve');
    expect([other.sends(key).status, desk.sends(theirs).status]).toEqual([404, 404]);
    other.frees(null);
    expect(desk.sends(key).status).toBe(200);
    expect(begun({ folder: desk.folder }).code).toBe(desk.code);
  });
});
