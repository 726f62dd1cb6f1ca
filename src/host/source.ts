import type { Race } from '../race/race.ts';
import { fromForeign } from '../show/foreign.ts';
import { type DeskAddress, readDeskAddress } from '../wire/foreign/desk-address.ts';
import { hostFields } from '../wire/foreign/host-fields.ts';
import { readSentRace } from '../wire/foreign/sent-race.ts';
import { builtInLink } from './built-in/built-in-link.ts';
import { type Link, type LinkOptions, openLink } from './link.ts';
import { type AloneLink, aloneLink } from './link-alone.ts';
import { switchLink } from './link-switch.ts';
import { tokenFor } from './link-token.ts';

/** Where the race of a hosted graphic comes from. */
export interface Source {
  /** The same as long as the graphic lives, whatever is behind it. */
  readonly link: Link;
  /** What the host sends, as it comes: its fields `desk`, `race` and `preview` are for here, others are others'. */
  hear(given: object): void;
  /** There is somebody who tells of a race, or may yet. */
  isAsking(): boolean;
}

export interface SourceOptions {
  /** As control lists the page: "overlay gap-ticker". */
  readonly role: string;
  /** What the address of the page says: "192.168.1.20:4000". */
  readonly desk?: string | null;
  /** The page came from a desk, which is asked where nobody says anything else. */
  readonly isFromDesk?: boolean;
  /** What the address of the page says: "" and "true" are yes. On air is no race that nobody rides: a preview alone has one. */
  readonly preview?: string | null;
  readonly builtIn?: () => Link;
  /** Told in one sentence of what is wrong with a field, once. */
  readonly complain?: (sentence: string) => void;
}

type Field = 'desk' | 'race' | 'preview';

/** What the race comes from, by its name: another name is another one. */
interface Origin {
  readonly name: string;
  readonly open: () => Link;
}

/**
 * A desk that somebody names, else the race that the host sends, else the desk that the page came from, else in a preview
 * the built-in race, else nothing. A field that is wrong leaves what was said before it.
 */
export function openSource(options: SourceOptions): Source {
  const { role, isFromDesk = false, builtIn = builtInLink, complain = console.error } = options;
  const ways = switchLink();
  const wrong = new Set<Field>();
  const desks = { byPage: readDesk(options.desk ?? ''), byHost: null as DeskAddress | null };
  const previews = { byPage: options.preview === '' || (readPreview(options.preview) ?? false), byHost: false };
  let race: Race | null = null;
  let sent: AloneLink | null = null;
  let name = '';

  function complainOnce(field: Field, sentence: string) {
    if (!wrong.has(field)) complain(sentence);
    wrong.add(field);
  }
  function readDesk(typed: string): DeskAddress | null {
    const read = isEmpty(typed) ? null : readDeskAddress(typed);
    const error = read?.ok === false ? read.error : read && isKeptFrom(read.value) ? INSECURE : null;
    if (error === null) wrong.delete('desk');
    else complainOnce('desk', error);
    return read?.ok ? read.value : null;
  }
  function readPreview(given: unknown): boolean | null {
    const { preview } = hostFields;
    const { params, faults } = fromForeign({ id: role, params: { preview } }, { preview: given });
    const [fault] = faults;
    if (fault) complainOnce('preview', `${fault.sentence}.`);
    else wrong.delete('preview');
    return typeof params.preview === 'boolean' ? params.preview : null;
  }
  const origin = (): Origin => {
    const desk = desks.byHost ?? desks.byPage;
    if (desk) return { name: `desk ${desk.url} ${desk.token}`, open: () => openLink(role, deskOf(desk)) };
    if (race) return { name: 'sent', open: sending };
    if (isFromDesk) return { name: 'home', open: () => openLink(role) };
    if (previews.byPage || previews.byHost) return { name: 'built in', open: builtIn };
    return { name: NOBODY, open: () => aloneLink().link };
  };
  const sending = () => {
    sent = aloneLink();
    return sent.link;
  };
  const settle = () => {
    const next = origin();
    if (next.name !== name) {
      sent = null;
      const link = next.open();
      show();
      ways.to(link);
    } else show();
    name = next.name;
  };
  /** Who sends a race says what is so now: its clock stands until he sends the next. */
  const show = () => {
    if (race && sent)
      sent.become({
        race,
        clock: { atMs: race.atMs, rate: 0 },
        clockReceivedMs: performance.now(),
        connection: 'live',
      });
  };
  const hearRace = (given: unknown) => {
    if (isEmpty(given)) race = null;
    else {
      const read = readSentRace(given);
      if (!read.ok)
        return complainOnce('race', `${read.error} ${race ? 'The race before it stays' : 'There is none'}.`);
      race = read.value;
    }
    wrong.delete('race');
  };
  settle();
  return {
    link: ways.link,
    hear(given) {
      const fields = new Map<string, unknown>(Object.entries(given));
      const [desk, its] = [fields.get('desk'), fields.get('race')];
      previews.byHost = readPreview(fields.get('preview')) ?? previews.byHost;
      if (typeof desk === 'string') desks.byHost = isEmpty(desk) ? null : (readDesk(desk) ?? desks.byHost);
      if (its !== undefined && its !== null) hearRace(its);
      settle();
    },
    isAsking: () => name !== NOBODY,
  };
}

/** How the desk that an address names is asked: nothing to say of it where none is named, or it is none. */
export function deskNamed(typed: string | null, complain: (sentence: string) => void): Partial<LinkOptions> {
  if (typed === null || isEmpty(typed)) return {};
  const read = readDeskAddress(typed);
  if (!read.ok || isKeptFrom(read.value)) complain(read.ok ? INSECURE : read.error);
  return read.ok ? deskOf(read.value) : {};
}

const NOBODY = 'nobody';

const isEmpty = (given: unknown): boolean => typeof given === 'string' && given.trim() === '';

/** A page that a desk did not serve is loaded anew by nobody: it is what it is, whatever protocol a desk speaks. */
const deskOf = ({ url, token }: DeskAddress): LinkOptions => ({
  url,
  token: () => tokenFor(url, token),
  reload: () => {},
});

const INSECURE =
  'This page came by https, and browsers let such a page ask no desk by http: open the page by http, or give the desk a certificate.';

/** Browsers let a page that came by https ask only what is encrypted, or is on the same machine. */
const isKeptFrom = ({ url }: DeskAddress): boolean =>
  globalThis.location?.protocol === 'https:' &&
  url.startsWith('http:') &&
  !/^http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|$)/.test(url);
