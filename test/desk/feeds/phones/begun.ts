import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Delivery, FeedDoor, FromFeed, Live } from '../../../../src/desk/feeds/feed.ts';
import phonesKind from '../../../../src/desk/feeds/phones/index.ts';
import { withOneSheet } from '../../../../src/desk/papers/one-sheet.ts';
import { riderTable } from '../../../../src/desk/papers/rider-table.ts';
import type { RaceEvent } from '../../../../src/race/event.ts';
import type { Bib } from '../../../../src/race/units.ts';

export const NOON = Date.UTC(2026, 6, 4, 12);

/** A desk's end of the feed, with a list of riders where one is given. */
export function begun({
  list = null as string | null,
  folder = mkdtempSync(join(tmpdir(), 'ardoise-phones-')),
  port = 4000,
} = {}) {
  const opened = phonesKind.open({ argument: '', seed: 1, folder, port, names: [], parserOf: () => null });
  if (!opened.ok) throw new Error(opened.error);
  const live: Live = opened.value;
  const listed = list === null ? null : riderTable(list, 'riders.csv');
  if (listed && !listed.ok) throw new Error(listed.error);
  const read = withOneSheet(live.reader, { feeds: live.feeds, listed: listed ? listed.value : null })();
  const tape: FromFeed[] = [];
  const events: RaceEvent[] = [];
  const troubles: (readonly [string, string | undefined])[] = [];
  const deeds: string[] = [];
  const door: FeedDoor = live.doors![0]!;
  const stop = live.listen(
    (input) => {
      tape.push(input);
      const parsed = read(input);
      events.push(...parsed.events);
      return parsed.events;
    },
    (text, of) => troubles.push([text, of]),
    (what, author) => deeds.push(`${author} ${what}`),
  );
  const codeNow = () => /code=(.+)$/.exec(live.invites!('http://desk/'))![1]!;
  const code = codeNow();
  const ask = (path: string, over: Partial<Delivery> = {}) =>
    door.receive({
      path,
      method: 'POST',
      query: new URLSearchParams(),
      headers: { authorization: undefined, 'content-type': undefined },
      body: '',
      atMs: NOON,
      address: '10.0.0.7',
      author: 'Eva',
      mayFeed: false,
      mayOperate: false,
      ...over,
    });
  const joins = (said: object) => ask('join', { body: JSON.stringify({ code, ...said }) });
  return {
    ask,
    joins,
    code,
    codeNow,
    tape,
    events,
    troubles,
    deeds,
    folder,
    stop,
    keyOf(bib: Bib, name?: string): string {
      const { status, body } = joins({ bib, name });
      if (status !== 200) throw new Error(JSON.stringify(body));
      return (body as { key: string }).key;
    },
    frees: (bib: Bib | null) =>
      ask('free', { mayOperate: true, query: new URLSearchParams(bib === null ? 'all' : { bib }) }),
    sends: (key: string, over: object = {}, atMs = NOON) =>
      ask(key, {
        atMs,
        body: JSON.stringify({ _type: 'location', tst: atMs / 1000, lat: 45, lon: 5, ...over }),
      }),
    bibs: () => events.flatMap((event) => (event.kind === 'positions' ? event.samples.map(({ bib }) => bib) : [])),
    names: () => {
      const sheet = events.findLast((event) => event.kind === 'sheet');
      return sheet?.kind === 'sheet'
        ? [...sheet.sheet.riders.values()].map(({ bib, family }) => `${bib} ${family}`)
        : [];
    },
  };
}
