import { io } from 'socket.io-client';
import { afterEach, describe, expect, it } from 'vitest';
import { type Link, type LinkOptions, openLink } from '../../../src/host/link.ts';
import { inFrames } from '../../../src/host/link-frames.ts';
import { PROTOCOL } from '../../../src/wire/protocol.ts';
import { report } from '../../support/report.ts';
import { type SmallDesk, smallDesk, until } from '../../support/small-desk.ts';

const open: { close(): void }[] = [];
let desk: SmallDesk;

afterEach(async () => {
  for (const one of open.splice(0)) one.close();
  await desk.stop();
});

function linked(role: string, options: LinkOptions = {}): Link {
  const link = openLink(role, { url: desk.url, ...options });
  open.push(link);
  return link;
}
const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const groupsOf = (link: Link) => link.replica().show.program.stack?.params.groups;
const take = (groups: number) =>
  desk.desk.command({ do: 'take-direct', overlay: 'gap-ticker', params: { groups } }, 'x');

describe('an output that is late', () => {
  it('comes in with the picture of then, and is told to control with its name and how late it is', async () => {
    desk = await smallDesk({ rate: 8 });
    await until('there is a race', () => desk.desk.picture().race !== null);
    expect(desk.desk.command({ do: 'delay', output: 'ott', delayS: 2 }, 'x')).toEqual({ ok: true });
    take(3);
    await soon(5000);
    take(4);
    const control = linked('control');
    const late = linked('program', { output: { name: 'ott', lateS: 0 } });
    const direct = linked('program', { output: { name: 'program', lateS: 0 } });
    for (const link of [late, direct]) link.report(report());
    await until('the late one shows what was', () => groupsOf(late) === 3);
    await until('the direct one shows what is', () => groupsOf(direct) === 4);
    expect(late.replica().connection).toBe('live');
    await until('the race is there', () => late.replica().race !== null && direct.replica().race !== null);
    const apartMs = direct.replica().race!.atMs - late.replica().race!.atMs;
    // Eight seconds of the race a second; a beat is one second of the recording.
    expect(apartMs).toBeGreaterThan(14_000);
    expect(apartMs).toBeLessThan(20_000);
    await until('it goes on', () => groupsOf(late) === 4);
    const lateOf = (output: string) =>
      control.replica().pages.list.find((page) => page.output === output)?.report?.lateS;
    await until('control knows how late each is', () => lateOf('ott') === 2 && lateOf('program') === 0);
    expect(control.replica().show.delays).toEqual({ ott: 2 });
  });

  it('of another site is told what is, and not the past', async () => {
    desk = await smallDesk();
    await until('there is a race', () => desk.desk.picture().race !== null);
    const heard: string[] = [];
    const from = (extraHeaders: Record<string, string>) => {
      const hello = { protocol: PROTOCOL, role: 'program', output: 'ott', lateS: 300 };
      const socket = io(desk.url, {
        ...inFrames,
        transports: ['websocket'],
        forceNew: true,
        extraHeaders,
        auth: { hello },
      });
      socket.onAny((event: string) => heard.push(event));
      open.push(socket);
    };
    from({ origin: 'http://evil.example' });
    await until('it is told', () => heard.includes('snapshot'));
    expect(heard).not.toContain('past');
    heard.length = 0;
    from({});
    await until('it is told all', () => heard.includes('delta'));
    expect(heard.slice(0, 4)).toEqual(['themes', 'past', 'clock', 'snapshot']);
  });

  it('is refused where it has no name that an output may have', async () => {
    desk = await smallDesk();
    const link = linked('program', { output: { name: 'no name', lateS: 0 }, reload: () => {} });
    await until('it is refused', () => link.replica().connection === 'refused');
    expect(link.replica().refusal).toMatch(/output is wrong/);
  });
});
