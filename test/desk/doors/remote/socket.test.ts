import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { type SmallDesk, until } from '../../../support/small-desk.ts';
import { openPanel } from './panel.ts';
import { deskOfTwo } from './two-graphics.ts';

let desk: SmallDesk;

beforeAll(async () => {
  desk = await deskOfTwo();
});
afterAll(() => desk.stop());
beforeEach(() => fetch(`${desk.url}/api/clear`));

const state = async () => (await (await fetch(`${desk.url}/api/state`)).json()) as Record<string, unknown>;
/** What an upgrade is answered with where it is refused. */
const refused = (path: string, headers: Record<string, string> = {}) =>
  new Promise<number | undefined>((resolve, reject) => {
    const socket = new WebSocket(`${desk.url.replace('http', 'ws')}${path}`, { headers });
    socket.on('unexpected-response', (_, { statusCode }) => resolve(statusCode));
    socket.on('open', () => reject(new Error('It was let in.')));
    socket.on('error', () => {});
  });

describe('the socket for panels', () => {
  it('tells the state that GET tells, in names without a dot, at once and at each change', async () => {
    const panel = await openPanel(desk.url);
    const { answered, did, note, error, clockMs: _, clock: __, ...told } = panel.now();
    const { clockMs: ___, clock: ____, ...got } = await state();
    expect(told).toEqual(got);
    expect({ answered, did, note, error }).toEqual({ answered: 0, did: '', note: '', error: '' });
    // What Companion copies a field by takes a dot for a way into an object.
    expect(Object.keys(told).filter((name) => !/^[-\w]+$/.test(name))).toEqual([]);
    expect(Object.values(told).filter((value) => typeof value === 'object')).toEqual([]);
    await fetch(`${desk.url}/api/cue?item=6`);
    await until('it hears of the cue', () => panel.now().item_6_state === 'cued');
    expect(panel.now()).toMatchObject({ item_6: 'Pogačar', item_7_state: 'off', 'rider-strap_wished': 'cued' });
    await fetch(`${desk.url}/api/take`);
    await until('it hears of the take', () => panel.now().item_6_state === 'taken');
    expect(panel.now().undo).toBe('take');
    panel.close();
  });

  it('takes commands as a line, as JSON, or as an address has them, and answers each with the state', async () => {
    const panel = await openPanel(desk.url);
    const asks: [string, string][] = [
      ['take-direct overlay=gap-ticker groups=3', 'take-direct gap-ticker'],
      ['toggle 7', 'take-direct rider-strap'],
      ['toggle item=7 seen=air\r\n', 'out rider-strap'],
      ['toggle Pogacar', 'take-direct rider-strap'],
      ['take-direct "écharpe" bib=9', 'take-direct rider-strap'],
      ['{"do":"cue","overlay":"Gaps","params":{"groups":4}}', 'cue gap-ticker'],
      ['out?item=2', 'out gap-ticker'],
      ['clear', 'clear'],
      ['state', 'state'],
    ];
    for (const [i, [text, did]] of asks.entries())
      expect(await panel.ask(text), text).toMatchObject({ answered: i + 1, did, error: '', rundown: 'Étape' });
    expect(await panel.ask('take-direct moon')).toMatchObject({
      did: '',
      error: expect.stringMatching(/There is no overlay "moon"/),
    });
    expect(await panel.ask('explode')).toMatchObject({
      error: expect.stringMatching(/^There is no command "explode"/),
    });
    expect(await panel.ask('{"overlay":"gap-ticker"}')).toMatchObject({ error: 'Say what to do: {"do": "take"}.' });
    expect(await panel.ask('take now')).toMatchObject({
      error: '"now" belongs to nothing in "take": write name=value.',
    });
    expect(await panel.ask('{')).toMatchObject({ error: expect.stringMatching(/^This is no JSON/) });
    // A NUL only keeps the line open.
    panel.send(Buffer.from([0]));
    expect(await panel.ask('clear')).toMatchObject({ answered: asks.length + 6, error: '' });
    panel.close();
  });

  it('tells many changes together, and what two panels have at the end is the same', async () => {
    const [one, two] = [await openPanel(desk.url), await openPanel(desk.url)];
    const before = one.told.length;
    const fromMs = performance.now();
    for (let i = 0; i < 50; i += 1) await fetch(`${desk.url}/api/${i % 2 ? 'clear' : 'take-direct?item=6'}`);
    await fetch(`${desk.url}/api/take-direct?item=7`);
    const elapsedS = (performance.now() - fromMs) / 1000;
    await until('both have it', () => [one, two].every((panel) => panel.now().item_7_state === 'taken'));
    expect(one.told.length - before).toBeLessThanOrEqual(Math.ceil(elapsedS * 10) + 2);
    const { clock: _, clockMs: __, ...last } = one.now();
    expect(two.now()).toMatchObject(last);
    one.close();
    two.close();
  });

  it('lets a page of another site hear what is public, and command nothing', async () => {
    const panel = await openPanel(desk.url, { origin: 'http://evil.example', 'user-agent': 'Mozilla/5.0 (X11)' });
    expect(panel.now()).toMatchObject({ onAir: '', wished: '' });
    expect(panel.now()).not.toHaveProperty('cued');
    expect(panel.now()).not.toHaveProperty('item_6');
    expect(await panel.ask('take-direct gap-ticker')).toMatchObject({
      error: expect.stringMatching(/^A page of another site may listen/),
    });
    expect(desk.desk.picture().show.program).toEqual({});
    await fetch(`${desk.url}/api/take-direct?overlay=gap-ticker`);
    await until('it hears what is wished', () => panel.now().wished === 'gap-ticker');
    panel.close();
    expect(await refused('/api/socket', { host: 'evil.example' })).toBe(403);
    expect(await refused('/api/other')).toBe(404);
    expect((await fetch(`${desk.url}/api/socket`)).status).toBe(426);
  });

  it('outlives who asks too much, or too much at once', async () => {
    const eager = await openPanel(desk.url);
    for (let i = 0; i < 2000; i += 1) eager.send(' ');
    await until('it is told so', () =>
      eager.told.some(({ error }) => /more than 100 times a second/.test(String(error))),
    );
    eager.close();
    const long = await openPanel(desk.url);
    long.send(`cue ${'x'.repeat(30_000)}`);
    await long.closed;
    const loud = await openPanel(desk.url);
    expect(await loud.ask('thaw')).toMatchObject({ did: 'thaw', frozen: false });
    loud.close();
  });
});
