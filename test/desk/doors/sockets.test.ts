import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { io } from 'socket.io-client';
import { afterEach, describe, expect, it } from 'vitest';
import { type Link, openLink } from '../../../src/host/link.ts';
import { sayOf } from '../../../src/race/overrides/overrides.ts';
import type { Ask } from '../../../src/show/command.ts';
import { PROTOCOL } from '../../../src/wire/protocol.ts';
import { START_MS } from '../../support/race.ts';
import { frame, recording } from '../../support/recording.ts';
import { type SmallDesk, smallDesk, until } from '../../support/small-desk.ts';

const open: { close(): void }[] = [];
let desk: SmallDesk | null = null;

afterEach(async () => {
  for (const one of open.splice(0)) one.close();
  await desk?.stop();
  desk = null;
});

async function linked(role: string): Promise<Link> {
  const link = openLink(role, { url: desk!.url });
  open.push(link);
  await until(`${role} is live`, () => link.replica().connection === 'live' && link.replica().race !== null);
  return link;
}

function bare() {
  const socket = io(desk!.url, { transports: ['websocket'], forceNew: true });
  open.push(socket);
  return socket;
}

const take: Ask = { do: 'take-direct', overlay: 'gap-ticker', params: { groups: 3 } };

describe('pages of a desk', () => {
  it('see the same race, moving', async () => {
    desk = await smallDesk({ rate: 8 });
    const [a, b] = [await linked('program'), await linked('control')];
    const race = a.replica().race!;
    expect(race.sheet.riders.size).toBe(12);
    expect(race.groups.flatMap((group) => group.bibs)).toHaveLength(12);
    await until('time goes on', () => a.replica().race!.atMs > race.atMs + 3000);
    expect(a.replica().race!.sheet).toBe(race.sheet);
    await until('both are at the same moment', () => a.replica().race!.atMs === b.replica().race!.atMs);
    expect(a.replica().race).toEqual(b.replica().race);
    expect(a.replica().clock).toMatchObject({ rate: 8 });
    await until('control knows of both', () => b.replica().pages.counts.length === 2);
    expect(b.replica().pages.counts).toEqual([
      { role: 'control', monitor: false, count: 1, lost: 0 },
      { role: 'program', monitor: false, count: 1, lost: 0 },
    ]);
  });

  it('agree on the show, whoever changes it, and each command is acknowledged and on the tape', async () => {
    desk = await smallDesk();
    const [one, two, program] = [await linked('control'), await linked('control'), await linked('program')];
    expect(await one.command(take)).toEqual({ ok: true });
    await until('two sees it', () => two.replica().show.program.stack?.overlay === 'gap-ticker');
    expect(await two.command({ do: 'set', overlay: 'gap-ticker', params: { groups: 4 } })).toEqual({ ok: true });
    await until('one sees it', () => one.replica().show.program.stack?.params.groups === 4);
    await Promise.all([one.command({ do: 'panic' }), two.command(take), one.command({ do: 'clear' })]);
    const agrees = (link: Link, show: object) => isDeepStrictEqual(link.replica().show, show);
    await until('all agree', () => {
      const { show } = desk!.desk.picture();
      return agrees(one, show) && agrees(two, show) && agrees(program, { ...show, preview: {} });
    });
    const authors = readFileSync(desk.tape, 'utf8').match(/"author":"[^"]+"/g);
    expect(new Set(authors)).toEqual(new Set(['"author":"desk"', '"author":"control 1"', '"author":"control 2"']));
  });

  it('who say hello with their socket are given all at once, before they ask anything', async () => {
    desk = await smallDesk();
    await until('there is a race', () => desk!.desk.picture().race !== null);
    desk.desk.transport({ do: 'pause' }, 'control 1');
    const hello = { protocol: PROTOCOL, role: 'preview' };
    const socket = io(desk.url, { transports: ['websocket'], forceNew: true, auth: { hello } });
    open.push(socket);
    const heard: string[] = [];
    socket.onAny((event) => heard.push(event));
    await until('all has come', () => heard.includes('crew'));
    expect(heard.slice(0, 4)).toEqual(['themes', 'clock', 'snapshot', 'crew']);
    const wrong = io(desk.url, { transports: ['websocket'], forceNew: true, auth: { hello: { protocol: 0 } } });
    open.push(wrong);
    expect(await new Promise((resolve) => wrong.on('refused', resolve))).toMatch(/^This is no hello/);
  });

  it('that come late, or again, get the picture as it is', async () => {
    desk = await smallDesk();
    await (await linked('control')).command(take);
    const late = await linked('program');
    expect(late.replica().show.program.stack).toEqual({
      overlay: 'gap-ticker',
      params: { groups: 3, mode: 'gap', trend: true },
      step: 0,
    });
  });

  it('steer the feed: pause is still, seeking goes both ways', async () => {
    desk = await smallDesk({ rate: 8 });
    const link = await linked('control');
    const { fromMs, toMs } = link.replica().desk.span!;
    // While the past is folded the clock stands as well.
    await until('it runs', () => link.replica().clock.rate === 8 && !link.replica().desk.busy);
    expect(await link.transport({ do: 'pause' })).toEqual({ ok: true });
    await until('it stands', () => link.replica().clock.rate === 0);
    await until('the log says so', () => link.replica().log[0]?.what === 'pauses the race');
    let changes = 0;
    link.onChange(() => {
      changes += 1;
    });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(changes).toBe(0);
    await link.transport({ do: 'seek', atMs: toMs - 5000 });
    await until('it is late', () => link.replica().race!.atMs === toMs - 5000);
    expect(link.replica().race!.places[0]!.distanceM).toBeGreaterThan(6000);
    await link.transport({ do: 'seek', atMs: fromMs + 20_000 });
    await until('it is early', () => link.replica().race!.atMs === fromMs + 20_000);
    expect(link.replica().race!.places[0]!.distanceM).toBeLessThan(900);
    expect(link.replica().clock.rate).toBe(0);
  });

  it('tell the race what the operator knows, and it comes again after seeking back', async () => {
    desk = await smallDesk();
    const link = await linked('control');
    await link.transport({ do: 'seek', atMs: START_MS + 120_000 });
    await until('there are groups', () => link.replica().race!.atMs >= START_MS + 120_000);
    const { id } = link.replica().race!.groups[0]!;
    expect(await link.tell(sayOf({ atMs: 0 }, `group/${id}/name`, 'The front'))).toEqual({ ok: true });
    await until('it is named', () => link.replica().race!.groups[0]!.name === 'The front');
    await link.transport({ do: 'seek', atMs: START_MS + 90_000 });
    await until('not yet named', () => link.replica().race!.groups[0]!.name === null);
    await link.transport({ do: 'seek', atMs: START_MS + 150_000 });
    await until('named again', () => link.replica().race!.groups[0]!.name === 'The front');
  });
});

describe('strangers at the socket', () => {
  it('of another protocol are refused in a sentence, which the producer reads as well', async () => {
    desk = await smallDesk();
    const socket = bare();
    const refused = new Promise((resolve) => socket.on('refused', resolve));
    socket.emit('hello', { protocol: PROTOCOL + 1, role: 'program' });
    const why = `A program page speaks protocol ${PROTOCOL + 1} and this desk ${PROTOCOL}: reload that page from this desk.`;
    expect(await refused).toBe(why);
    const control = await linked('control');
    await until('control shows it', () => control.replica().desk.notices.some(({ text }) => text === why));
  });

  it('who say no hello may ask nothing', async () => {
    desk = await smallDesk();
    const answer = await bare().timeout(2000).emitWithAck('command', { do: 'panic' });
    expect(answer).toEqual({ ok: false, error: expect.stringMatching(/hello/) });
  });

  it('who talk nonsense get a sentence, and the desk goes on', async () => {
    desk = await smallDesk();
    const socket = bare();
    socket.emit('hello', { protocol: PROTOCOL, role: 'control' });
    const nonsense: [unknown, RegExp][] = [
      [null, /^This is no command: .+\.$/],
      ['take', /^This is no command: .+\.$/],
      [{ do: 'explode' }, /^There is no command "explode"; .+\.$/],
      [{ do: 'cue', overlay: '', layer: 'moon', params: {} }, /^Say which overlay: one of gap-ticker\.$/],
      [{ do: 'set', overlay: 'gap-ticker', params: { groups: 2.5 } }, /^2\.5 does not fit groups of gap-ticker: .+\.$/],
      [{ do: 'set', overlay: 'gap-ticker', params: { size: 3 } }, /^gap-ticker has no "size"; .+\.$/],
    ];
    for (const [command, sentence] of nonsense) {
      const answer = await socket.timeout(2000).emitWithAck('command', command);
      expect(answer).toEqual({ ok: false, error: expect.stringMatching(sentence) });
    }
    socket.emit('hello');
    socket.emit('command');
    socket.emit('resync', 1, 2, 3);
    const fast = await socket.timeout(2000).emitWithAck('transport', { do: 'speed', rate: 1e9 });
    expect(fast.ok).toBe(false);
    expect((await linked('program')).replica().race).not.toBeNull();
  });

  it('from another site listen to the public half, command nothing, and are no page that airs anything', async () => {
    desk = await smallDesk();
    const control = await linked('control');
    const socket = io(desk.url, {
      transports: ['websocket'],
      extraHeaders: { origin: 'http://evil.example' },
      reconnection: false,
    });
    open.push(socket);
    const heard: string[] = [];
    socket.onAny((event) => heard.push(event));
    socket.emit('hello', { protocol: PROTOCOL, role: 'control' });
    await until('it is greeted', () => heard.includes('snapshot'));
    for (const [event, question] of [
      ['command', take],
      ['transport', { do: 'pause' }],
      ['race', { kind: 'camera', group: null }],
    ] as const)
      expect(await socket.timeout(2000).emitWithAck(event, question), event).toEqual({
        ok: false,
        error: expect.stringMatching(/may listen to this desk but not command it/),
      });
    await control.command({ do: 'cue', overlay: 'gap-ticker', params: {} });
    await until('control knows of it', () => control.replica().pages.counts.some(({ role }) => role === 'listener'));
    expect(heard.filter((event) => event.startsWith('crew'))).toEqual([]);
    expect(desk.desk.picture().show.program).toEqual({});
  });

  it("by a name that is not the desk's own do not get in", async () => {
    desk = await smallDesk();
    const extraHeaders = { host: 'evil.example' };
    const socket = io(desk.url, { transports: ['websocket'], extraHeaders, reconnection: false });
    open.push(socket);
    await expect(
      new Promise((resolve, reject) => socket.on('connect', () => resolve('in')).on('connect_error', reject)),
    ).rejects.toThrow();
  });
});

describe('a bad feed', () => {
  it('is counted with its first sample, in control, and the race goes on', async () => {
    const content = JSON.parse(recording({ riders: 4, seconds: 60, every: 1 }));
    const bad = ['{"bind":"telemetry', '{"bind":', frame(START_MS + 61_000, 1, { Riders: [{ Bib: null }] })];
    content.events.splice(5, 0, ...bad);
    desk = await smallDesk({ rate: 60, content: JSON.stringify(content) });
    const control = await linked('control');
    await until('it went by', () => control.replica().race!.atMs > START_MS + 80_000);
    expect(control.replica().desk.notices).toMatchObject([
      { level: 'warning', text: 'race-center: telemetry: a rider without a number was left out.', count: 1 },
      {
        level: 'warning',
        text: 'race-center: stream: what came is not JSON and was left out: "{"bind":"telemetry"',
        count: 2,
      },
    ]);
    expect(control.replica().race!.places.filter((place) => place.rank !== null)).toHaveLength(4);
  });
});
