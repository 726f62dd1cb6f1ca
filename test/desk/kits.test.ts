import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withBroughtAlong } from '../../src/desk/brought-along.ts';
import { kitsIn, notInRace, readKits } from '../../src/desk/kits.ts';
import { createEngine } from '../../src/race/engine.ts';
import type { KitParts } from '../../src/race/event.ts';
import { rider, sheet } from '../support/race.ts';

const read = (json: unknown) => {
  const kits = kitsIn(typeof json === 'string' ? json : JSON.stringify(json), 'kits.json');
  return kits.ok ? kits.value : kits.error;
};

describe('a file of kits', () => {
  it('has two colours a team, wearers and looks, or only some of them', () => {
    const all = {
      teams: { ABC: ['#112233', '#AABBCC'], DEF: null },
      jerseys: { general: '31', points: 7, mountain: '', young: null },
      looks: { general: 'pink' },
    };
    expect(read(`\uFEFF${JSON.stringify(all)}`)).toEqual({
      teams: { ABC: ['#112233', '#aabbcc'], DEF: null },
      jerseys: { general: '31', points: '7', mountain: '', young: null },
      looks: { general: 'pink' },
    });
    expect(read({ jerseys: { young: ' 12A ' } })).toEqual({ jerseys: { young: '12A' } });
  });

  it.each([
    [{ teams: { ABC: ['red', '#445566'] } }, 'kits.json: teams.ABC.0 is "red"; write a colour as "#1a2b3c".'],
    [{ teams: { ABC: ['#112233'] } }, 'kits.json: teams.ABC.1 is missing; write a colour as "#1a2b3c".'],
    [
      { teams: { ABC: ['#112233', '#112233', '#112233'] } },
      'kits.json: teams.ABC.2 has no place here; write two colours, as ["#1a2b3c", "#ffffff"].',
    ],
    [{ teams: { ABC: '#112233' } }, 'kits.json: teams.ABC is "#112233"; write two colours, as ["#1a2b3c", "#ffffff"].'],
    [{ teams: 5 }, 'kits.json: teams is 5; write the two colours of each team by its code.'],
    [
      { jerseys: { sprint: '31' } },
      'kits.json: jerseys.sprint has no place here; write general, points, mountain and young, each once.',
    ],
    [
      { jerseys: { general: -1 } },
      'kits.json: jerseys.general is -1; write the number of a rider, as "31", or "" where nobody wears it.',
    ],
    [
      { jerseys: { general: true } },
      'kits.json: jerseys.general is true; write the number of a rider, as "31", or "" where nobody wears it.',
    ],
    [{ looks: { young: 'beige' } }, /^kits\.json: looks\.young is "beige"; write one of yellow, pink, .*blue-dots\.$/],
    [{ kits: {} }, 'kits.json: kits has no place here; write teams, jerseys and looks, each once.'],
    ['5', 'kits.json: all of it is 5; write teams, jerseys and looks, each once.'],
    ['{"teams": ', /^kits\.json is no JSON \(.+\); write it as \{"teams": /],
    [{ teams: {} }, /^kits\.json says nothing; write it as \{"teams": /],
  ])('%j is refused in a sentence with its path', (json, error) => {
    expect(read(json)).toEqual(typeof error === 'string' ? error : expect.stringMatching(error));
  });

  it('tells each of its mistakes, the first five in full', () => {
    const two = read({ teams: { ABC: ['x', 'y'] }, looks: { general: 'x' } });
    expect(String(two).match(/kits\.json: /g)).toHaveLength(3);
    const many = read({ teams: Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`T${i}`, 'x'])) });
    expect(many).toMatch(/teams\.T4 is "x".*\. kits\.json: 4 more\.$/);
  });

  it('is read, or refused by its name', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'ardoise-kits-')), 'kits.json');
    expect(readKits(path)).toEqual({
      ok: false,
      error: expect.stringContaining(`${path} cannot be read; give --kits a JSON file such as {"teams"`),
    });
    writeFileSync(path, '{"looks":{"general":"red"}}');
    expect(readKits(path)).toEqual({ ok: true, value: { looks: { general: 'red' } } });
  });
});

describe('kits brought along', () => {
  const kits: KitParts = {
    teams: { T01: ['#111111', '#222222'], XYZ: ['#333333', '#444444'] },
    jerseys: { young: '3' },
  };
  const papers = sheet();
  const through = (own: Parameters<typeof withBroughtAlong>[1]) =>
    withBroughtAlong(
      () => () => ({ events: [{ kind: 'sheet', sheet: papers }], faults: [] }),
      own,
      () => {},
    )();
  const input = { feed: 'any', topic: 'any', text: '' };

  it('win over each sheet of the feed, and say once whom the race does not have', () => {
    const engine = createEngine();
    const reader = through({ kits });
    const first = reader(input);
    for (const event of [...first.events, ...reader(input).events]) engine.apply(event);
    const { teams, jerseys } = engine.race(0)!.sheet;
    expect(teams[0]).toMatchObject({ code: 'T01', colors: ['#111111', '#222222'] });
    expect(jerseys).toEqual([{ kind: 'young', bib: '3' }]);
    expect(first.faults).toEqual([expect.stringMatching(/^the kits name the team XYZ, not in this race: .*check it$/)]);
    expect(reader(input).faults).toEqual([]);
  });

  it('know riders by their number, however it is written', () => {
    const listed = sheet({ riders: new Map([['007', rider('007')]]) });
    expect(notInRace(listed, { jerseys: { general: '7', young: '', points: null } })).toBe('');
    expect(notInRace(listed, { jerseys: { general: '8' } })).toMatch(/^the kits name number 8, not in/);
  });
});
