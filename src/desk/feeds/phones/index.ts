import type { RaceEvent } from '../../../race/event.ts';
import { ok, type Result } from '../../../wire/result.ts';
import type { FeedKind, FromFeed, Live } from '../feed.ts';
import type { KnownRiders } from './join-phones.ts';
import { type KeyBook, openKeyBook } from './key-book.ts';
import { FEED, phonesParse } from './parse.ts';
import { createPhoneDoor } from './phone-door.ts';

export default {
  name: FEED,
  takes: null,
  help: "riders' phones, which join by a link; their road comes with --course, or they draw it",
  isLive: true,
  comesByNetwork: true,
  parser: phonesParse,
  open({ folder, port, names }): Result<Live> {
    const book = openKeyBook(folder, port);
    return book.ok ? ok(phones(book.value, names)) : book;
  },
} satisfies FeedKind;

/** Phones that bring the desk their positions: who has joined is told first, then what comes to the door. `names`: see `Asked`. */
export function phones(book: KeyBook, names: readonly string[]): Live {
  let known: KnownRiders = new Map();
  let hear: { take: Take; trouble: Trouble; deed: Deed | undefined } | null = null;
  const tell = (topic: string, text: string) => {
    for (const event of hear?.take({ feed: FEED, topic, text }) ?? [])
      if (event.kind === 'sheet')
        known = new Map([...event.sheet.riders].map(([bib, { given, family }]) => [bib, `${given} ${family}`.trim()]));
  };
  const door = createPhoneDoor({
    book,
    names,
    known: () => known,
    tell,
    trouble: (text, of) => hear?.trouble(text, of),
    deed: (what, author) => hear?.deed?.(what, author),
    now: () => performance.now(),
  });
  return {
    title: 'phones',
    feeds: [FEED],
    tellsNoTime: true,
    doors: [{ ...door, receive: (delivery) => (hear ? door.receive(delivery) : notYet) }],
    invites: (url) => `${url}?join#code=${book.code()}`,
    reader: phonesParse,
    listen(take, trouble, deed) {
      hear = { take, trouble, deed };
      const at = Date.now();
      tell('start', JSON.stringify({ at, utcOffsetMin: -new Date().getTimezoneOffset() }));
      for (const { bib, name } of book.given())
        tell('join', JSON.stringify({ at, bib, ...(name !== null && { name }) }));
      return () => {
        hear = null;
      };
    },
  };
}

type Take = (input: FromFeed) => readonly RaceEvent[];
type Trouble = (text: string, of?: string) => void;
type Deed = (what: string, author: string) => void;

const notYet = { status: 503, body: { ok: false, error: 'The desk is starting: ask again in a second.' } } as const;
