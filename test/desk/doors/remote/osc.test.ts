import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OscDoor, openOsc } from '../../../../src/desk/doors/remote/osc.ts';
import { mayCommandByOsc } from '../../../../src/desk/doors/remote/osc-sender.ts';
import { manifest as gaps, type SmallDesk, until } from '../../../support/small-desk.ts';
import { bundle, message, openSurface, type Surface } from './surface.ts';
import { deskOfTwo, strap } from './two-graphics.ts';

let desk: SmallDesk;
let door: OscDoor;
let surface: Surface;

beforeAll(async () => {
  desk = await deskOfTwo();
  surface = await openSurface();
  const manifests = new Map([gaps, strap].map((one) => [one.id, one]));
  const to = [{ address: '127.0.0.1', port: surface.port }];
  door = openOsc({ port: 0, from: [], to, host: '127.0.0.1' }, desk.desk, manifests, desk.notices);
  await until('it listens', () => door.port() !== null);
});
afterAll(async () => {
  door.stop();
  surface.close();
  await desk.stop();
});
beforeEach(async () => {
  await fetch(`${desk.url}/api/clear`);
  await fetch(`${desk.url}/api/take-direct?overlay=gap-ticker`);
});

const send = (...[address, ...args]: Parameters<typeof message>) =>
  surface.send(message(address, ...args), door.port()!);
const onAir = () =>
  Object.values(desk.desk.picture().show.program).map(({ overlay, params }) => ({ overlay, ...params }));
const names = () => onAir().map(({ overlay }) => overlay);
const noticed = () => desk.notices.list().map(({ text }) => text);
/** What was sent before it has been heard. */
async function heard(): Promise<void> {
  const { frozen } = desk.desk.picture().show;
  send(frozen ? '/ardoise/thaw' : '/ardoise/freeze');
  await until('it is heard', () => desk.desk.picture().show.frozen !== frozen);
}

describe('commands by OSC', () => {
  it('press by 1, by true, by a bang or by nothing, and are let go by 0 and false', async () => {
    for (const press of [[], [['i', 1]], [['f', 1]], [['T']], [['I']], [['N']], [['i', 127]]] as const) {
      send('/ardoise/take-direct/6', ...press);
      await until(`${press} takes it`, () => names().includes('rider-strap'));
      for (const release of [['i', 0], ['f', 0], ['F']] as const) send('/ardoise/clear', release);
      await heard();
      expect(names(), String(press)).toContain('rider-strap');
      send('/ardoise/out/6');
      await until('it is out', () => !names().includes('rider-strap'));
    }
    // A fader on a button's address is neither.
    send('/ardoise/clear', ['f', 0.5]);
    send('/ardoise/clear', ['f', Number.NaN]);
    await heard();
    expect(names()).toEqual(['gap-ticker']);
    const neither = /^NaN beside \/ardoise\/clear is neither 1, a button that is pressed, nor 0/;
    await until('it is said', () => neither.test(String(surface.lit.get('/ardoise/error'))));
  });

  it('are about a graphic or an item, in the address or as a text, with values beside it', async () => {
    send('/ardoise/take-direct/rider-strap', ['s', 'bib=9']);
    await until('the graphic', () => onAir().some((one) => 'bib' in one && one.bib === '9'));
    send('/ardoise/take-direct', ['s', 'Pogačar']);
    await until('the item', () => onAir().some((one) => 'bib' in one && one.bib === '3'));
    send('/ardoise/toggle/2.3', ['f', 1]);
    await until('the item of a bank', () => onAir().some((one) => 'bib' in one && one.bib === '5'));
    send('/ardoise/toggle/%C3%A9charpe', ['i', 1]);
    await until('the graphic by its title', () => !names().includes('rider-strap'));
    send('/ardoise/set', ['s', 'gap-ticker'], ['s', 'mode=interval'], ['i', 1]);
    await until('its value', () => onAir().some((one) => 'mode' in one && one.mode === 'interval'));
    send('/ardoise/panic', ['i', 1]);
    await until('the panic', () => desk.desk.picture().show.latched);
    send('/ardoise/release', ['i', 1]);
    await until('the release', () => !desk.desk.picture().show.latched);
    // Where a number is what it is about.
    send('/ardoise/lap', ['i', 0]);
    await until('the lap is read', () => /^"0" is no lap of this road/.test(String(surface.lit.get('/ardoise/error'))));
  });

  it('come several in a bundle', async () => {
    surface.send(bundle(message('/ardoise/clear'), bundle(message('/ardoise/take-direct/7', ['i', 1]))), door.port()!);
    await until('both are done', () => names().join() === 'rider-strap');
    expect(onAir()[0]).toMatchObject({ bib: '4' });
  });

  it('say in one sentence what was not done, and never answer another desk', async () => {
    const wrong: [Parameters<typeof message>, RegExp][] = [
      [['/ardoise/explode'], /^There is no command "explode"/],
      [['/mixer/1', ['f', 0.5]], /^An OSC address of this desk begins with \/ardoise\//],
      [['/ardoise/take-direct/moon'], /^There is no overlay "moon"/],
      [['/ardoise/toggle/9', ['i', 1]], /^There is no item "9" in the rundown "Étape"/],
      [['/ardoise/take', ['s', 'now']], /^"now" belongs to nothing in "take"/],
    ];
    for (const [said, sentence] of wrong) {
      send(...said);
      await until(String(sentence), () => sentence.test(String(surface.lit.get('/ardoise/error'))));
    }
    const last = surface.lit.get('/ardoise/error');
    send('/ardoise/state/onAir', ['s', 'gap-ticker']);
    send('/ardoise/error', ['s', 'There is no command.']);
    await heard();
    // What answers it would have come by now: another answer has.
    send('/ardoise/take', ['s', 'now']);
    await heard();
    expect(surface.lit.get('/ardoise/error')).toBe(last);
    expect(names()).toEqual(['gap-ticker']);
  });

  it('are counted where they are junk, and throw nothing', async () => {
    const junk = [
      Buffer.from(''),
      Buffer.from('GET / HTTP/1.1\r\n\r\n'),
      Buffer.from('/ardoise/clear'),
      Buffer.alloc(60_000, 0x23),
      message('/ardoise/clear').subarray(0, 13),
      bundle(Buffer.from('junk')),
      message('/ardoise/clear\u0001'),
    ];
    for (const bytes of junk) surface.send(bytes, door.port()!);
    let deep = message('/ardoise/freeze');
    for (let i = 0; i < 2000; i += 1) deep = bundle(deep);
    surface.send(deep, door.port()!);
    await until('it is counted', () => noticed().some((text) => /^What came from 127\.0\.0\.1 is no OSC/.test(text)));
    send('/ardoise/thaw');
    await heard();
    expect(names()).toEqual(['gap-ticker']);
  });
});

describe('feedback by OSC', () => {
  it('has had every field at the start, each typed as surfaces take it', async () => {
    await until('all has come', () => surface.lit.has('/ardoise/state/rundown'));
    const state: Record<string, unknown> = await (await fetch(`${desk.url}/api/state`)).json();
    const told = Object.keys(state).filter((name) => name !== 'clockMs');
    expect([...surface.lit.keys()].filter((name) => name.startsWith('/ardoise/state/')).sort()).toEqual(
      told.map((name) => `/ardoise/state/${name}`).sort(),
    );
    expect(surface.types.get('/ardoise/state/latched')).toBe('i');
    expect(surface.types.get('/ardoise/state/rate')).toBe('f');
    expect(surface.types.get('/ardoise/state/item_6')).toBe('s');
    expect(surface.lit.get('/ardoise/state/item_6')).toBe('Pogačar');
  });

  it('comes with each change, and all of it to who asks', async () => {
    send('/ardoise/take-direct/6');
    await until('it is lit', () => surface.lit.get('/ardoise/state/item_6_state') === 'taken');
    send('/ardoise/panic');
    await until('the panic is lit', () => surface.lit.get('/ardoise/state/latched') === 1);
    send('/ardoise/release');
    await until('the release', () => surface.lit.get('/ardoise/state/latched') === 0);
    const another = await openSurface();
    another.send(message('/ardoise/state'), door.port()!);
    await until('it has all', () => another.lit.has('/ardoise/state/rundown'));
    expect(another.lit.get('/ardoise/state/item_2')).toBe('Écarts');
    another.close();
  });
});

describe('a port that is taken', () => {
  it('is said as long as it stands, and the desk goes on', async () => {
    const port = door.port()!;
    const second = openOsc({ port, from: [], to: [], host: '127.0.0.1' }, desk.desk, new Map(), desk.notices);
    await until('it is said', () =>
      noticed().some((text) => text.startsWith(`OSC is not heard: port ${port} is in use`)),
    );
    expect(second.port()).toBeNull();
    second.stop();
    send('/ardoise/clear');
    await until('the first one hears', () => names().length === 0);
    desk.notices.stand('OSC', null);
  });
});

describe('who may command by OSC', () => {
  it('is this machine by any of its addresses, and whom the operator named', () => {
    const own = Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address));
    expect(own.length).toBeGreaterThan(0);
    for (const address of ['127.0.0.1', '127.0.1.1', '::1', ...own])
      expect([address, mayCommandByOsc(address, [])]).toEqual([address, true]);
    // A block that no machine has: it is for documents.
    for (const address of ['192.0.2.7', '2001:db8::7', '', '1.127.0.0', '::1:7'])
      expect([address, mayCommandByOsc(address, ['192.0.2.8'])]).toEqual([address, false]);
    expect(mayCommandByOsc('192.0.2.8', ['192.0.2.8'])).toBe(true);
  });
});
