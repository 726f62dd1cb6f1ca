import { Agent, request } from 'node:http';
import { askOf } from '../../src/control/rundown/rundown.ts';
import { type Link, openLink } from '../../src/host/link.ts';
import type { Ask } from '../../src/show/command.ts';
import { placing } from '../../src/show/placing.ts';
import { itemOf } from '../../src/show/show.ts';
import type { Answer } from '../../src/wire/protocol.ts';
import { openPanel, type Panel } from '../desk/doors/remote/panel.ts';
import { type HandGust, handManifests, type Words } from './hand-gusts.ts';
import { until } from './small-desk.ts';

/** One who commands, through one door; asks one thing after the other. */
export interface Hand {
  /** As the log calls it. */
  readonly author: string;
  /** Answers as its door does, and says what was done: "take-direct tower"; more than one where the door does not say. */
  ask(gust: HandGust): Promise<Done>;
  close(): void;
}

export interface Done {
  readonly answer: Answer;
  readonly did: readonly string[];
}

export interface PageHand extends Hand {
  readonly link: Link;
}

/** A page of control, or of buttons: it sees the show, and its toggles mean what it has seen. */
export async function openPageHand(url: string, role: 'control' | 'buttons'): Promise<PageHand> {
  const link = openLink(role, { url });
  await until(`${role} is admitted, and has the race`, () => {
    const { admitted, race } = link.replica();
    return admitted !== null && race !== null;
  });
  return {
    link,
    author: link.replica().admitted!.author,
    async ask(gust) {
      const ask = askOfPage(gust, link);
      const about = ['overlay', 'layer', 'output'].flatMap(
        (name) => (ask as Partial<Record<string, string>>)[name] ?? [],
      );
      return { answer: await link.command(ask), did: [[ask.do, ...about].join(' ')] };
    },
    close: link.close,
  };
}

function askOfPage({ do: what, said }: HandGust, link: Link): Ask {
  const { show, rundowns } = link.replica();
  const { overlay, item: key, layer, output, s, outS, ...params } = said;
  const rundown = rundowns.chosen;
  const item = rundown.items.find((one) => key === (one.bank === 1 ? one.key : `${one.bank}.${one.key}`));
  if (item && what === 'toggle') {
    const facts = { show, rundown, bank: 1, manifests: handManifests, touched: null, leaving: null } as const;
    return askOf({ do: 'direct', item: item.id }, facts)!;
  }
  if (item && (what === 'cue' || what === 'take-direct')) return { do: what, ...placing(item) };
  const about = item?.overlay ?? overlay ?? key;
  const isOn = what === 'toggle' && itemOf(show.program, String(about)) !== null;
  return {
    do: what === 'toggle' ? (isOn ? 'out' : 'take-direct') : what,
    ...(about !== undefined && { overlay: about }),
    ...(layer !== undefined && { layer }),
    ...(output !== undefined && { output, delayS: s }),
    ...(outS !== undefined && { outS: outS === 'never' ? null : outS }),
    ...(Object.keys(params).length > 0 && { params }),
  } as Ask;
}

export interface HttpHand extends Hand {
  /** The newest state that it was answered. */
  now(): Readonly<Record<string, unknown>>;
}

/** As Companion asks by HTTP: by GET with the words in the address, and by POST in turn; its toggles say what they showed. */
export function openHttpHand(url: string): HttpHand {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let count = 0;
  let state: Record<string, unknown> = {};
  return {
    author: 'http 127.0.0.1',
    now: () => state,
    async ask(gust) {
      count += 1;
      const said = withSeen(gust, state);
      const isPost = count % 2 === 0;
      const asked = `${url}/api/${encodeURIComponent(gust.do)}`;
      const its = isPost
        ? await fetched(agent, asked, JSON.stringify(said))
        : await fetched(agent, `${asked}?${queryOf(said)}`, null);
      if (its.ok) state = its as Record<string, unknown>;
      if (its.ok) return { answer: { ok: true }, did: [String(its.did)] };
      return { answer: { ok: false, error: String(its.error) }, did: [] };
    },
    close: () => agent.destroy(),
  };
}

const queryOf = (said: Words): URLSearchParams =>
  new URLSearchParams(Object.entries(said).map(([name, value]) => [name, String(value)]));

function fetched(agent: Agent, url: string, body: string | null): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, method: body === null ? 'GET' : 'POST' }, (response) => {
      let text = '';
      response.on('data', (data) => {
        text += data;
      });
      response.on('end', () => resolve(JSON.parse(text)));
    });
    asked.on('error', reject).end(body ?? '');
  });
}

/** A toggle of an item that says what its button showed. */
function withSeen({ do: what, said }: HandGust, state: Readonly<Record<string, unknown>>): Words {
  const light = state[`item_${String(said.item).replace('.', '_')}_state`];
  if (what !== 'toggle' || light === undefined) return said;
  return { ...said, seen: light === 'air' || light === 'taken' ? 'air' : 'off' };
}

export interface SocketHand extends Hand {
  readonly panel: Panel;
}

/** A panel on the plain socket, which says the same in all the ways that there are. */
export async function openSocketHand(url: string): Promise<SocketHand> {
  const panel = await openPanel(url);
  let count = 0;
  return {
    panel,
    author: 'socket 127.0.0.1',
    async ask(gust) {
      count += 1;
      const said = withSeen(gust, panel.now());
      const words = Object.entries(said).map(([name, value]) => `${name}="${value}"`);
      const line = [gust.do, ...words].join(' ');
      const inAddress = `${gust.do}?${queryOf(said)}`;
      const { error, did } = await panel.ask([line, inAddress, JSON.stringify({ do: gust.do, ...said })][count % 3]!);
      return error
        ? { answer: { ok: false, error: String(error) }, did: [] }
        : { answer: { ok: true }, did: [String(did)] };
    },
    close: panel.close,
  };
}
