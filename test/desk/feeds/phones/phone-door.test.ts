import { beforeEach, describe, expect, it } from 'vitest';
import { begun, NOON } from './begun.ts';

type Desk = ReturnType<typeof begun>;

describe('a phone that has joined', () => {
  let desk: Desk;
  let key: string;
  beforeEach(() => {
    desk = begun();
    key = desk.keyOf('31', 'Ana');
    desk.keyOf('12', 'Jo');
  });

  it('is heard as whatever app it has, and answered as that expects', () => {
    expect(desk.sends(key).body).toEqual([]);
    const location = { timestamp: NOON + 1000, coords: { latitude: 45, longitude: 5, speed: 10 } };
    expect(desk.ask(`${key}/`, { atMs: NOON + 1000, body: JSON.stringify({ location, device_id: 'x' }) }).status).toBe(
      200,
    );
    const query = (s: number) => new URLSearchParams({ lat: '45', lon: '5', timestamp: String(NOON / 1000 + s) });
    expect(desk.ask(key, { method: 'GET', query: query(2), atMs: NOON + 2000 }).status).toBe(200);
    expect(desk.ask(key, { query: query(3), atMs: NOON + 3000 }).status).toBe(200);
    expect(desk.ask(key, { body: query(4).toString(), atMs: NOON + 4000 }).status).toBe(200);
    expect(desk.bibs()).toEqual(['31', '31', '31', '31', '31']);
    // Nothing to say is nothing wrong.
    expect(desk.ask(key, { body: '{"_type":"status"}' })).toMatchObject({ status: 200 });
    expect(desk.ask(key).status).toBe(200);
    expect(desk.troubles).toEqual([]);
    expect(desk.tape.at(-1)?.topic).toBe('query');
  });

  it('speaks for its own rider alone, whoever it says it is', () => {
    expect(desk.sends(key, { topic: 'owntracks/x/12', tid: '12' }).status).toBe(200);
    expect(desk.bibs()).toEqual(['31']);
    expect(desk.troubles).toEqual([
      ['phones: number 31: its phone says that it is number 12; that is not believed.', '31'],
    ]);
  });

  it('is refused where it sends too often, too much or junk, with its number', () => {
    const statuses = Array.from({ length: 60 }, (_, i) => desk.sends(key, {}, NOON + i * 10).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(50);
    expect(new Set(statuses.slice(50))).toEqual(new Set([429]));
    expect(desk.sends(desk.keyOf('44', 'Bo')).status).toBe(200);
    const other = desk.keyOf('5', 'Al');
    expect(desk.ask(other, { body: null }).status).toBe(413);
    expect(desk.ask(other, { body: 'junk' }).status).toBe(400);
    expect(desk.ask(other, { body: '{"lat":1}' }).status).toBe(400);
    expect(desk.ask(other, { body: '{"_type":"encrypted","data":"x"}' })).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(/encryption key/) },
    });
    expect(new Set(desk.troubles.map(([, of]) => of))).toEqual(new Set(['31', '5']));
    for (const [text] of desk.troubles) expect(text).toMatch(/^phones: number (31|5): [^\n]+\.$/);
  });

  it('is not guessed: an address that is nobody’s is refused, and soon without a word', () => {
    const tries = Array.from({ length: 12 }, (_, i) => desk.sends(`${key.slice(0, -2)}${10 + i}`).status);
    expect(tries.filter((status) => status === 404)).toHaveLength(10);
    expect(tries.slice(10)).toEqual([429, 429]);
    // Its neighbour with a right key is heard.
    expect(desk.sends(key).status).toBe(200);
  });
});
