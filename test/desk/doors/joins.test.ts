import { afterEach, describe, expect, it } from 'vitest';
import { type Link, openLink } from '../../../src/host/link.ts';
import { type RawPage, rawPage } from '../../support/raw-page.ts';
import { saying } from '../../support/report.ts';
import { type SmallDesk, smallDesk, until } from '../../support/small-desk.ts';

const open: { destroy(): void }[] = [];
let desk: SmallDesk;

afterEach(async () => {
  for (const one of open.splice(0)) one.destroy();
  await desk.stop();
});

async function joined(count: number, role = 'program', onMessage?: (payload: Buffer) => void): Promise<RawPage[]> {
  const pages = await Promise.all(
    Array.from({ length: count }, () => rawPage({ url: desk.url, role, ...(onMessage && { onMessage }) })),
  );
  open.push(...pages);
  return pages;
}

async function linked(role: string): Promise<Link> {
  const link = openLink(role, { url: desk.url });
  open.push({ destroy: link.close });
  await until(`${role} is live`, () => link.replica().connection === 'live');
  return link;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** A desk on which nothing moves: what is sent then, is sent because of pages. */
async function stillDesk(): Promise<SmallDesk> {
  desk = await smallDesk();
  await until('there is a race', () => desk.desk.picture().race !== null);
  desk.desk.transport({ do: 'pause' }, 'control 1');
  await pause(300);
  return desk;
}
const messages = (pages: readonly RawPage[]) => pages.reduce((sum, page) => sum + page.messages, 0);

describe('pages that join', () => {
  it('200 at once get three messages each, and those who are there get none', async () => {
    await stillDesk();
    const before = await joined(3);
    const control = await linked('control');
    await pause(1200);
    const [held, changes] = [messages(before), { count: 0 }];
    control.onChange(() => {
      changes.count += 1;
    });
    const pages = await joined(200);
    await until('control knows of all', () => control.replica().pages.counts.some(({ count }) => count === 203));
    expect(messages(pages)).toBe(600);
    expect(changes.count).toBeLessThan(8);
    const [came] = [changes.count];
    for (const page of pages) page.destroy();
    await until('control knows that they went', () => control.replica().pages.counts.some(({ lost }) => lost === 200));
    expect(changes.count - came).toBeLessThan(8);
    expect(messages(before)).toBe(held);
  });

  it('hear of each delta once, in one message, the same for all', async () => {
    await stillDesk();
    const heard: string[] = [];
    const pages = await joined(20, 'program', (payload) => heard.push(payload.toString('latin1')));
    heard.length = 0;
    desk.desk.transport({ do: 'seek', atMs: desk.desk.picture().clock.atMs + 60_000 }, 'control 1');
    await until('all have heard', () => heard.length >= 20);
    await pause(300);
    expect(heard).toHaveLength(20 * new Set(heard).size);
    expect(messages(pages)).toBe(60 + heard.length);
  });

  it('are told nothing of what is cued, noticed or not believed', async () => {
    await stillDesk();
    const heard: string[] = [];
    const hears = (payload: Buffer) => heard.push(payload.toString('latin1'));
    const overlays = await joined(1, 'overlay gap-ticker', hears);
    const pages = [...overlays, ...(await joined(1, 'program', hears))];
    const control = await linked('control');
    await control.command({ do: 'cue', overlay: 'gap-ticker', params: { groups: 3 } });
    desk.notices.add('error', 'secret: the tape cannot be written');
    await until('control is told', () => control.replica().desk.notices.length === 1);
    for (const page of pages) page.emit('resync');
    await pause(1200);
    expect(messages(pages)).toBeGreaterThanOrEqual(12);
    expect(heard.join()).not.toMatch(/secret|preview|notices|quarantine|pages|gap-ticker/);
    await control.command({ do: 'take' });
    await until('the cue is on air', () => heard.join().includes('gap-ticker'));
  });
});

describe('a page that asks without end', () => {
  it('for snapshots is served a few, and nothing of them stays', async () => {
    await stillDesk();
    const [page] = await joined(1);
    for (let i = 0; i < 5000; i += 1) page!.emit('resync');
    await pause(500);
    expect(page!.messages).toBeLessThanOrEqual(12);
  });

  it('is refused in a sentence', async () => {
    await stillDesk();
    const link = await linked('control');
    expect(await link.command({ do: 'cue', overlay: 'x'.repeat(30_000) })).toEqual({
      ok: false,
      error: expect.stringMatching(/^This message has 300\d\d letters, and the desk reads 20000 at most: .+\.$/),
    });
    const beganMs = performance.now();
    const answers = await Promise.all(Array.from({ length: 4000 }, () => link.command({ do: 'clear' })));
    const tookS = (performance.now() - beganMs) / 1000;
    expect(answers[0]).toEqual({ ok: true });
    const refused = answers.filter(({ ok }) => !ok);
    expect(answers.length - refused.length).toBeLessThanOrEqual(500 + 100 * Math.ceil(tookS));
    expect(refused[0]).toEqual({ ok: false, error: expect.stringMatching(/ask less often\.$/) });
  });

  it('is cut off when it goes on in vain', async () => {
    await stillDesk();
    const [page] = await joined(1, 'control');
    const asks = (count: number) => {
      for (let i = 0; i < count; i += 1) page!.emit('command', { do: 'clear' });
    };
    asks(2000);
    await pause(500);
    expect(page!.closed).toBe(false);
    asks(6000);
    await until('it is cut off', () => page!.closed);
    expect((await linked('program')).replica().connection).toBe('live');
  });
});

describe('a page that falls silent', () => {
  it('is lost after three seconds, with its last report, and is there again when it is back', async () => {
    await stillDesk();
    const control = await linked('control');
    const [page] = await joined(1);
    page!.emit('report', saying('gap-ticker', 'on'));
    await until('control knows', () => control.replica().shown.air.some(({ on }) => on === 1));
    page!.stopAnswering();
    const sinceMs = performance.now();
    const program = () => control.replica().pages.list.find(({ role }) => role === 'program');
    await until('it is lost', () => program()?.lost === true);
    // Three seconds, the second in which control is told, and what a busy machine adds.
    expect(performance.now() - sinceMs).toBeLessThan(5000);
    expect(program()?.report?.lives).toEqual(saying('gap-ticker', 'on').lives);
    expect(control.replica().shown.air).toEqual([]);
    await joined(1);
    await until('it is back', () => program()?.lost === false);
  });

  it('is no loss when it said goodbye', async () => {
    await stillDesk();
    const control = await linked('control');
    const program = await linked('program');
    await until('it is counted', () => control.replica().pages.counts.length === 2);
    program.close();
    await until('it is gone', () => control.replica().pages.counts.length === 1);
    expect(control.replica().pages.list.map(({ lost }) => lost)).toEqual([false]);
  });
});
