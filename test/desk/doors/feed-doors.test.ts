import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Delivery, FeedDoor } from '../../../src/desk/feeds/feed.ts';
import { type SmallDesk, smallDesk } from '../../support/small-desk.ts';

const brought: Delivery[] = [];
const door: FeedDoor = {
  name: 'letters',
  mostBytes: 20,
  receive(delivery) {
    brought.push(delivery);
    if (delivery.body === null) return { status: 413, body: { ok: false, error: 'Too long.' } };
    return { status: 200, body: { ok: true } };
  },
};

describe('the doors of feeds', () => {
  let desk: SmallDesk;
  beforeAll(async () => {
    desk = await smallDesk({ feedDoors: [door] });
  });
  afterAll(() => desk.stop());
  const ask = (path: string, how: RequestInit = {}) => fetch(`${desk.url}/api/feed/${path}`, how);

  it('are given what came, and their answer goes back', async () => {
    const answer = await ask('letters/31-abc?lat=1', {
      method: 'POST',
      body: 'hello',
      headers: { 'content-type': 'a/b' },
    });
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
    expect(brought.at(-1)).toMatchObject({ path: '31-abc', method: 'POST', body: 'hello', mayFeed: true });
    expect(brought.at(-1)?.headers['content-type']).toBe('a/b');
    expect(brought.at(-1)?.query.get('lat')).toBe('1');
    expect(Math.abs(brought.at(-1)!.atMs - Date.now())).toBeLessThan(60_000);
    expect((await ask('letters?a=1')).status).toBe(200);
    expect(brought.at(-1)).toMatchObject({ path: '', method: 'GET', body: '' });
  });

  it('are told that a body was too long, and are not given it', async () => {
    expect((await ask('letters', { method: 'POST', body: 'x'.repeat(21) })).status).toBe(413);
    expect(brought.at(-1)?.body).toBeNull();
  });

  it('do not let a page of another site speak for a rider', async () => {
    await ask('letters', { method: 'POST', body: 'x', headers: { origin: 'http://evil.example' } });
    expect(brought.at(-1)?.mayFeed).toBe(false);
  });

  it('say which there are', async () => {
    const answer = await ask('nothing', { method: 'POST', body: 'x' });
    expect(answer.status).toBe(404);
    expect((await answer.json()).error).toBe('This desk has no door for a feed "nothing": there is /api/feed/letters.');
    expect((await ask('letters', { method: 'PUT', body: 'x' })).status).toBe(405);
  });
});
