import { afterEach, describe, expect, it } from 'vitest';
import { aloneLink } from '../../src/host/link-alone.ts';
import { openSource, type Source, type SourceOptions } from '../../src/host/source.ts';
import { freePort } from '../support/desk.ts';
import { saying } from '../support/report.ts';
import { type SmallDesk, smallDesk, until } from '../support/small-desk.ts';

const desks: SmallDesk[] = [];
const sources: Source[] = [];

async function desk(port = 0): Promise<SmallDesk> {
  const begun = await smallDesk({ port });
  desks.push(begun);
  return begun;
}
function source(options: Partial<SourceOptions> = {}) {
  const complaints: string[] = [];
  const opened = openSource({ role: 'overlay a-b', complain: (sentence) => complaints.push(sentence), ...options });
  sources.push(opened);
  return { opened, complaints, link: opened.link, race: () => opened.link.replica().race };
}
const listed = ({ desk }: SmallDesk) => desk.register.pages().list.filter(({ role }) => role === 'overlay a-b').length;
const sent = (bib: string) => ({ kmToGo: 42.3, groups: [{ bibs: [bib] }] });
const headOf = (opened: Source) => opened.link.replica().race?.groups[0]?.bibs.join();

afterEach(async () => {
  for (const one of sources.splice(0)) one.link.close();
  for (const one of desks.splice(0)) await one.stop();
});

describe('where the race of a hosted graphic comes from', () => {
  it('is a desk that the page or its host names, and back', async () => {
    const [a, b] = [await desk(), await desk()];
    const { opened, link, race } = source({ desk: a.url });
    await until('the first desk is heard', () => link.replica().connection === 'live' && race() !== null);
    opened.hear({ desk: b.url });
    await until('the second desk lists it', () => listed(b) === 1 && link.replica().connection === 'live');
    await until('the first desk has it no more', () => listed(a) === 0);
    opened.hear({ desk: '' });
    await until('it is back at the first', () => listed(a) === 1 && listed(b) === 0);
    expect(opened.link).toBe(link);
  });

  it('changes what is behind the link twenty times, and leaves nothing behind', async () => {
    const [a, b] = [await desk(), await desk()];
    const { opened, link } = source();
    let told = 0;
    const stop = link.onChange(() => {
      told += 1;
    });
    for (let i = 0; i < 20; i += 1) opened.hear({ desk: [a.url, b.url, ''][i % 3], race: sent(String(i)) });
    opened.hear({ desk: b.url });
    await until('one page is there', () => listed(a) === 0 && listed(b) === 1);
    stop();
    const heard = told;
    link.close();
    opened.hear({ desk: a.url });
    await until('none is there', () => listed(a) === 0 && listed(b) === 0);
    expect(told).toBe(heard);
  });

  it('says that a desk is lost that is not there, and has it when it comes', async () => {
    const port = await freePort();
    const { link, race } = source({ desk: `127.0.0.1:${port}` });
    await until('it is lost', () => link.replica().connection === 'lost');
    await desk(port);
    await until('it is heard', () => link.replica().connection === 'live' && race() !== null);
  });

  it('is what the host sends where nobody names a desk, and stands as it was sent', () => {
    const { opened, link } = source({ isFromDesk: false });
    expect(link.replica()).toMatchObject({ race: null, connection: 'connecting' });
    opened.hear({ race: JSON.stringify(sent('12')), desk: '' });
    expect([headOf(opened), link.replica().connection]).toEqual(['12', 'live']);
    expect(link.replica().clock).toEqual({ atMs: link.replica().race?.atMs, rate: 0 });
    opened.hear({ race: sent('54') });
    opened.hear({ somebody: 'else' });
    expect(headOf(opened)).toBe('54');
    opened.hear({ race: '' });
    expect(link.replica().race).toBe(null);
  });

  it('keeps the last good race and the last good desk, and complains once of each', async () => {
    const { opened, complaints } = source();
    opened.hear({ race: sent('12') });
    opened.hear({ race: '{"groups":' });
    opened.hear({ race: { kmToGo: -1 } });
    expect(headOf(opened)).toBe('12');
    expect(complaints).toEqual([expect.stringMatching(/no JSON: .* The race before it stays\.$/)]);
    opened.hear({ race: sent('13') });
    opened.hear({ race: { kmToGo: -1 } });
    expect(complaints[1]).toMatch(/wrong at kmToGo: it is less than 0/);
    const its = await desk();
    opened.hear({ desk: its.url });
    await until('the desk is heard', () => listed(its) === 1);
    opened.hear({ desk: 'the other one' });
    opened.hear({ desk: 'the other two' });
    expect(complaints.slice(2)).toEqual([expect.stringMatching(/^The address of the desk is "the other one"/)]);
    expect(listed(its)).toBe(1);
  });

  it('is the built-in race in a preview alone, and ends it when something better comes', () => {
    let ended = 0;
    const builtIn = () => {
      const alone = aloneLink(() => {
        ended += 1;
      });
      alone.become({ connection: 'live' });
      return alone.link;
    };
    for (const preview of [undefined, null, 'false', '0']) {
      const { opened, link } = source({ builtIn, preview });
      expect([link.replica().connection, opened.isAsking()]).toEqual(['connecting', false]);
    }
    const { opened, link } = source({ builtIn, preview: '' });
    expect([link.replica().connection, opened.isAsking(), ended]).toEqual(['live', true, 0]);
    // As SPX sends a field that nobody has ticked.
    opened.hear({ preview: '0' });
    expect([link.replica().connection, ended]).toEqual(['live', 0]);
    opened.hear({ race: sent('12') });
    expect([headOf(opened), ended]).toEqual(['12', 1]);
  });

  it('is the built-in race once its host says that this is a preview, and no more when it takes that back', () => {
    const builtIn = () => {
      const alone = aloneLink();
      alone.become({ connection: 'live' });
      return alone.link;
    };
    const { opened, link, complaints } = source({ builtIn });
    const isLive = () => link.replica().connection === 'live';
    opened.hear({ preview: '1' });
    expect(isLive()).toBe(true);
    opened.hear({ preview: 'perhaps' });
    opened.hear({ other: 'field' });
    expect([isLive(), complaints]).toEqual([true, [expect.stringMatching(/"perhaps" does not fit preview/)]]);
    opened.hear({ preview: false });
    expect(isLive()).toBe(false);
  });

  it('tells a new desk what the page shows', async () => {
    const a = await desk();
    const { opened, link } = source();
    link.report(saying('gap-ticker', 'on'));
    opened.hear({ desk: a.url });
    await until('it is listed with what it shows', () =>
      a.desk.register.pages().list.some(({ report }) => report?.lives[0]?.life === 'on'),
    );
  });
});
