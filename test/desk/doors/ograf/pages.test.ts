import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../../../src/wire/crew/report.ts';
import { PROTOCOL } from '../../../../src/wire/protocol.ts';
import { report, saying } from '../../../support/report.ts';
import { manifest as gaps, type SmallDesk, until } from '../../../support/small-desk.ts';
import { ask, controllerOf, idOf, ografDesk, tower } from './controller.ts';

let desk: SmallDesk;
const open: Socket[] = [];

beforeEach(async () => {
  desk = await ografDesk();
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.close();
  await desk.stop();
});

/** A page that says what `reports` has for it whenever it hears of a change. */
async function page(role: 'program' | 'preview', reports: () => Report | null = () => null, monitor = false) {
  const hello = { protocol: PROTOCOL, role, page: `${role} ${open.length}`, monitor };
  const socket = io(desk.url, { transports: ['websocket'], forceNew: true, auth: { hello } });
  open.push(socket);
  let heard = false;
  socket.on('snapshot', () => {
    heard = true;
  });
  const say = () => {
    const said = reports();
    if (said) socket.emit('report', said);
  };
  socket.on('delta', say);
  await until('it has the race', () => heard);
  say();
  return socket;
}
const statusOf = async (id = 'program') => (await ask(desk, 'GET', `/renderers/${id}`)).body.renderer.status;
const stack = () => controllerOf(desk, 'program', 'stack');
const isOnAir = () => desk.desk.picture().show.program.stack !== undefined;

describe('what pages say', () => {
  it('is how a renderer is', async () => {
    await page('program', () => null, true);
    expect(await statusOf()).toEqual({ status: 'WARNING', message: 'No page shows the program.' });
    const one = await page('program', () => report());
    expect(await statusOf()).toEqual({ status: 'OK' });
    expect(await statusOf('preview')).toEqual({ status: 'WARNING', message: 'No page shows the preview.' });
    await page('preview', () => null, true);
    expect(await statusOf('preview')).toEqual({ status: 'OK' });

    one.emit('report', report({ missing: ['The font Sofia could not be loaded: reload the page.'] }));
    await until('it lacks a font', () =>
      desk.desk.register.pages().list.some((each) => each.report?.missing.length === 1),
    );
    expect(await statusOf()).toEqual({
      status: 'WARNING',
      message: 'The font Sofia could not be loaded: reload the page.',
    });
    one.emit('report', saying(gaps.id, 'failed', 'no font'));
    const isFailed = () =>
      desk.desk.register.pages().list.some((each) => each.report?.lives.some(({ life }) => life === 'failed'));
    await until('it has failed', isFailed);
    expect(await statusOf()).toEqual({
      status: 'ERROR',
      message: 'Gaps failed on a page (no font): take it out, and take it again.',
    });
    one.emit('report', report());
    await until('it is well', () => !isFailed());
    desk.desk.command({ do: 'panic' }, 'test');
    expect((await statusOf()).status).toBe('WARNING');
    desk.desk.command({ do: 'release' }, 'test');

    const two = await page('program', () => report());
    // It falls silent without a word.
    two.io.engine.close();
    await until('one is lost', () => desk.desk.register.pages().counts.some(({ lost }) => lost === 1));
    expect(await statusOf()).toEqual({
      status: 'WARNING',
      message: 'Of the pages that show the program, 1 fell silent.',
    });
    one.io.engine.close();
    await until('both are lost', () => desk.desk.register.pages().counts.some(({ lost }) => lost === 2));
    expect(await statusOf()).toEqual({
      status: 'ERROR',
      message: 'No page shows the program: 2 that did fell silent.',
    });
  });

  it('is 550 where a graphic fails, as soon as a page says so', async () => {
    await page('program', () => (isOnAir() ? saying(gaps.id, 'failed', 'x is undefined') : report()));
    const { graphicInstanceId: id } = (await stack().load(gaps)).body;
    const why = 'Gaps failed on a page (x is undefined): take it out, and take it again.';
    const failed = {
      status: 550,
      body: { title: 'Graphic Failed', detail: why, graphicInstanceId: id, statusCode: 550 },
    };
    expect(await stack().act('playAction', id)).toMatchObject({ ...failed, body: { ...failed.body, currentStep: 0 } });
    expect(await stack().act('updateAction', id, { data: { groups: 2 } })).toMatchObject(failed);
    expect(await stack().act('playAction', id)).toMatchObject({ status: 550, body: { currentStep: 1 } });
    // What was asked is done, and what takes it away is not hindered.
    expect(desk.desk.picture().show.program.stack).toMatchObject({ params: { groups: 2 }, step: 1 });
    expect((await stack().act('stopAction', id)).status).toBe(200);
    const other = (await stack().load(tower)).body.graphicInstanceId;
    expect((await stack().act('playAction', other)).status).toBe(200);
  });

  it('is heard before the answer, and not waited for without end', async () => {
    let says: Report | null = null;
    await page('program', () => says ?? report());
    const { graphicInstanceId: id } = (await stack().load(gaps)).body;
    const beganMs = performance.now();
    expect((await stack().act('playAction', id)).body.statusMessage).toBe('No page has said yet that it draws it.');
    expect(performance.now() - beganMs).toBeLessThan(2500);
    await stack().act('stopAction', id);
    says = saying(gaps.id, 'waiting', 'no group on the road');
    expect((await stack().act('playAction', id)).body.statusMessage).toBe(
      'Nothing is drawn yet: no group on the road.',
    );
    await stack().act('stopAction', id);
    desk.desk.command({ do: 'replay' }, 'test');
    says = report();
    expect((await stack().act('playAction', id)).body.statusMessage).toBe(
      'Nothing is drawn of it: hidden for the replay.',
    );
  });
});

describe('the stream of events', () => {
  interface Heard {
    readonly event: string;
    // biome-ignore lint/suspicious/noExplicitAny: what a server says, as a test looks into it
    readonly data: any;
  }

  async function listen() {
    const abort = new AbortController();
    const response = await fetch(`${desk.url}/ograf/v1/events`, { signal: abort.signal });
    const heard: Heard[] = [];
    const reading = (async () => {
      let rest = '';
      const decoder = new TextDecoder();
      for await (const part of response.body!) {
        rest += decoder.decode(part as Uint8Array, { stream: true });
        const blocks = rest.split('\n\n');
        rest = blocks.pop()!;
        for (const block of blocks) {
          const [, event, data] = /^event: (\w+)\ndata: (.+)$/.exec(block) ?? [];
          if (event && data) heard.push({ event, data: JSON.parse(data) });
        }
      }
    })().catch(() => {});
    return { response, heard, close: () => abort.abort(), reading };
  }

  it('begins with all, and tells each change once', async () => {
    const one = await listen();
    expect(one.response.headers.get('content-type')).toBe('text/event-stream');
    await until('all is told', () => one.heard.length === 8);
    expect(one.heard.filter(({ event }) => event === 'status').map(({ data }) => data)).toEqual([
      { rendererId: 'program', status: 'WARNING', message: 'No page shows the program.' },
      { rendererId: 'preview', status: 'WARNING', message: 'No page shows the preview.' },
    ]);
    one.heard.length = 0;

    const { graphicInstanceId } = (await stack().load(gaps)).body;
    const told = (n: number) => until(`change ${n} is told`, () => one.heard.length === n);
    await told(1);
    expect(one.heard[0]).toEqual({
      event: 'target',
      data: { rendererId: 'program', ...(await stack().target()).body },
    });
    desk.desk.command({ do: 'cue', overlay: gaps.id, params: { groups: 3 } }, 'control 1');
    await told(2);
    expect(one.heard[1]?.data).toMatchObject({
      rendererId: 'preview',
      renderTarget: { zone: 'stack' },
      graphicInstances: [{ graphic: { id: idOf(gaps) }, v_state: 'cued', v_data: { groups: 3 } }],
    });
    await stack().act('playAction', graphicInstanceId);
    // What is taken is not cued any more.
    await told(4);
    expect(one.heard.slice(2).map(({ data }) => [data.rendererId, data.graphicInstances])).toMatchObject([
      ['program', [{ graphicInstanceId, v_state: 'on air' }]],
      ['preview', []],
    ]);
    await page('program', () => report());
    await until('the page is told', () => one.heard.some(({ data }) => data.status === 'OK'));
    // What comes in later begins with what is true now.
    const two = await listen();
    await until('all is told', () => two.heard.length === 8);
    expect(two.heard.filter(({ data }) => data.graphicInstances?.length > 0)).toHaveLength(1);
    await stack().clear();
    await until('both are told', () =>
      [one, two].every(
        ({ heard }) => heard.at(-1)?.event === 'target' && heard.at(-1)?.data.graphicInstances.length === 0,
      ),
    );
    for (const each of [one, two]) each.close();
    await Promise.all([one.reading, two.reading]);
  });

  it('ends with the desk', async () => {
    const one = await listen();
    await until('all is told', () => one.heard.length === 8);
    await desk.stop();
    await one.reading;
    desk = await ografDesk();
  });
});
