import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { begun, NOON } from './begun.ts';

type Desk = ReturnType<typeof begun>;

describe('joining with a phone', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = begun();
  });

  it('takes no name that nobody sees, and none of the signs that turn a line of the picture around', () => {
    expect(desk.joins({ bib: '7', name: '\u200b\u200d' })).toMatchObject({ status: 400 });
    desk.keyOf('7', '\u202eAna\u0007\nNov\u2066ák');
    desk.keyOf('8', '\u{20000}'.repeat(50));
    expect(desk.names()).toEqual(['7 Ana Novák', `8 ${'\u{20000}'.repeat(40)}`]);
  });

  it('says of what is too long to be a number and a name that it is that, and no wrong code', () => {
    const { status, body } = desk.ask('join', { body: null });
    expect(status).toBe(413);
    expect(body).toMatchObject({ error: 'This is more than 200000 bytes: a number and a name are enough.' });
    expect(desk.troubles).toEqual([]);
  });

  it('makes a race with the riders who say their number and name, without any list', () => {
    expect(desk.ask('riders', { body: JSON.stringify({ code: desk.code }) }).body).toEqual({
      ok: true,
      riders: [],
      isOpen: true,
    });
    desk.keyOf('31', '  Ana   Novak ');
    desk.keyOf('7', 'Jo');
    expect(desk.names()).toEqual(['31 Ana Novak', '7 Jo']);
    expect(desk.joins({ bib: '12' })).toMatchObject({ status: 400, body: { error: expect.stringMatching(/name/) } });
    expect(desk.joins({ bib: '<b>' }).status).toBe(400);
  });

  it('offers the numbers of a list, and no others', () => {
    desk = begun({ list: 'bib,family,given\n001,Novak,Ana\n12,Dupont,Jo\n' });
    desk.keyOf('1');
    expect(desk.ask('riders', { body: JSON.stringify({ code: desk.code }) }).body).toEqual({
      ok: true,
      isOpen: false,
      riders: [
        { bib: '001', name: 'Ana Novak', isTaken: true },
        { bib: '12', name: 'Jo Dupont', isTaken: false },
      ],
    });
    expect(desk.joins({ bib: '99', name: 'Eve' }).status).toBe(400);
    expect(desk.joins({ bib: '12' }).body).toMatchObject({ bib: '12', name: 'Jo Dupont' });
    expect(desk.joins({ bib: '12', name: 'Eve' }).status).toBe(409);
    expect(desk.names()).toEqual(['001 Novak', '12 Dupont']);
  });

  it('wants the code, and tells nobody more who tries many', () => {
    const tries = Array.from({ length: 14 }, () =>
      desk.ask('join', { body: '{"code":"aaaaaaaa","bib":"1","name":"x"}' }),
    );
    expect(tries.map(({ status }) => status)).toEqual([...Array(10).fill(403), ...Array(4).fill(429)]);
    expect(desk.ask('riders', { address: '10.0.0.8', body: '{}' }).status).toBe(403);
    // Who has it is not held up by a neighbour.
    expect(desk.joins({ bib: '1', name: 'Ana' }).status).toBe(200);
    expect(desk.joins({ bib: '2', name: 'Jo', code: desk.code.toUpperCase() }).status).toBe(200);
  });

  it('tells the crew the code and who has joined, and nobody else', () => {
    desk.keyOf('31', 'Ana');
    expect(desk.ask('', { method: 'GET' }).status).toBe(401);
    expect(desk.ask('', { method: 'GET', mayOperate: true }).body).toMatchObject({
      code: desk.code,
      phones: [{ bib: '31', name: 'Ana', atMs: NOON }],
    });
  });

  it('leaves no secret on the tape, in a notice or in the open', () => {
    const key = desk.keyOf('31', 'Ana');
    desk.sends(key, { topic: `owntracks/${key}/x` });
    desk.ask(key, {
      method: 'GET',
      query: new URLSearchParams({ id: key, lat: '45', lon: '5', timestamp: '1783166400' }),
    });
    desk.ask(key, { body: 'junk' });
    desk.ask('join', { body: `{"code":"aaaaaaaa"}` });
    expect(desk.tape.map(({ topic }) => topic)).toEqual(['start', 'join', 'own-tracks', 'query']);
    const told = JSON.stringify([desk.tape, desk.troubles]);
    expect(told).not.toContain(key);
    expect(told).not.toContain(desk.code);
    const file = join(desk.folder, 'phones-4000.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).not.toContain(key);
  });
});
