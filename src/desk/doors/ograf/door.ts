import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Manifest } from '../../../show/manifest.ts';
import { seesCrew } from '../../../wire/trust.ts';
import type { Desk } from '../../desk.ts';
import { bodyOf } from '../body.ts';
import { type Guest, type Porter, whyNot } from '../porter.ts';
import { askedOf, type Handler } from '../reply.ts';
import { createInstanceActions } from './actions.ts';
import { type OgrafAnswer, problem, yes } from './answer.ts';
import { createRendererHand } from './clear.ts';
import { createOgrafEvents } from './events.ts';
import { createOgrafGraphics } from './graphics.ts';
import { createInstances } from './instances.ts';
import { createRenderers } from './renderers.ts';
import { OGRAF_PATH, replyOgraf, sharing } from './reply-ograf.ts';
import { type RouteName, routeOf } from './routes.ts';
import { bodySaid, zoneSaid } from './said.ts';
import { tokenGiven } from './token-given.ts';

/** The desk as an OGraf server: controllers that speak the Server API of EBU OGraf command it as any hand does. */
export interface OgrafDoor {
  readonly handle: Handler;
  stop(): void;
}

export interface OgrafDoorOptions {
  readonly desk: Desk;
  readonly manifests: ReadonlyMap<string, Manifest>;
  readonly porter: Porter;
  /** Where a build puts the graphics for other renderers, with their thumbnails. */
  readonly folder: string;
  /** Of this program. */
  readonly version: string;
}

const TOO_OFTEN = 'This address asks too often: ask less than 100 times a second.';
const NO_BODY = 'What came is no JSON object of at most a million bytes.';
const KEPT = 'The graphics are part of this program: none is deleted here.';
const STUMBLED = 'The desk stumbled over this request; control says more.';
const MANY = 'Too many listen to this stream: close some.';

export function createOgrafDoor({ desk, manifests, porter, folder, version }: OgrafDoorOptions): OgrafDoor {
  const now = Date.now();
  const instances = createInstances(desk.picture().show, now.toString(36));
  const graphics = createOgrafGraphics({ manifests, folder, version, since: new Date(now).toISOString() });
  const renderers = createRenderers(desk, manifests, instances, graphics);
  const house = { desk, manifests, graphics, instances, renderers };
  const [actions, hand] = [createInstanceActions(house), createRendererHand(house)];
  const events = createOgrafEvents(renderers, porter.isStill);
  desk.onFrame(events.look);
  const server = { name: 'Ardoise', description: ABOUT, author: { name: 'Ardoise' }, version };

  function read(name: RouteName, values: Readonly<Record<string, string>>, query: URLSearchParams) {
    const renderer = renderers.id(values.renderer ?? '');
    switch (name) {
      case 'server':
        return yes(server);
      case 'graphics':
        return graphics.all();
      case 'graphic':
        return graphics.one(values.graphic ?? '');
      case 'thumbnail':
        return graphics.thumbnail(values.graphic ?? '', query.get('file'));
      case 'renderers':
        return yes({ renderers: renderers.list });
      case 'renderer':
        return renderer ? yes({ renderer: renderers.info(renderer) }) : noRenderer(values.renderer);
    }
    if (!renderer) return noRenderer(values.renderer);
    const given = query.get('renderTarget');
    if (given === null)
      return problem(400, 'Say which target: ?renderTarget= and its JSON, such as {"zone": "stack"}.');
    const target = renderers.targets(renderer).find(({ renderTarget }) => renderTarget.zone === zoneSaid(given));
    return target
      ? yes(target)
      : problem(404, `There is no such render target; there are ${renderers.zones.join(', ')}.`);
  }
  function command(name: RouteName, values: Readonly<Record<string, string>>, text: string | null, author: string) {
    if (name === 'delete-graphic') {
      const { graphic = '' } = values;
      return graphics.manifest(graphic)
        ? { ...problem(405, KEPT), headers: { allow: 'GET, OPTIONS' } }
        : graphics.one(graphic);
    }
    const renderer = renderers.id(values.renderer ?? '');
    if (!renderer) return noRenderer(values.renderer);
    if (text === null) return problem(413, NO_BODY);
    const body = bodySaid(text);
    if (!body) return problem(400, NO_BODY);
    const [asked, action] = [{ renderer, body, author }, values.action ?? ''];
    if (name === 'act') return hand.act(renderer, action, author);
    if (name === 'custom') return actions.custom(asked, action);
    if (name === 'clear') return hand.clear(asked);
    return actions[name as 'load' | 'update' | 'play' | 'stop'](asked);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<OgrafAnswer | null> {
    const admitted = porter.admit(request, tokenGiven(request.headers));
    if (!admitted.ok) return problem(admitted.status, admitted.why);
    const { guest } = admitted;
    if (!porter.hasTime(guest)) return { ...problem(429, TOO_OFTEN), headers: { 'retry-after': '1' } };
    const url = askedOf(request)!;
    const found = routeOf(request.method ?? '', url.pathname.slice(OGRAF_PATH.length));
    if (!found) return problem(404, 'There is nothing at this address: begin at "/ograf/v1/".');
    if ('methods' in found) return notSo(found.methods);
    const { name, route, values } = found;
    const why = route.may === 'anyone' || (route.may === 'crew' && seesCrew(guest.trust)) ? null : whyNot(guest);
    // Who could bring a token is told so.
    if (why !== null) return problem(guest.trust === 'listener' && !guest.isForeign ? 401 : 403, why);
    if (name === 'events') return events.listen(response, sharing, guest) ? null : problem(503, MANY);
    if (route.method === 'GET') return read(name, values, url.searchParams);
    const text = await bodyOf(request);
    const told = await command(name, values, text, authorOf(guest));
    events.look();
    return told;
  }
  return {
    handle(request, response) {
      if (request.method === 'OPTIONS') return void response.writeHead(204, sharing).end();
      const reply = (told: OgrafAnswer) => replyOgraf(request, response, told);
      answer(request, response)
        .then((told) => told && reply(told))
        .catch((error: unknown) => {
          reply(problem(500, STUMBLED));
          throw error;
        });
    },
    stop: events.stop,
  };
}

const ABOUT = 'Live television graphics for cycling: program and preview of one desk are its two renderers.';

const noRenderer = (asked = ''): OgrafAnswer =>
  problem(404, `There is no renderer "${asked.slice(0, 80)}"; there are program and preview.`);

const notSo = (methods: readonly string[]): OgrafAnswer => ({
  ...problem(405, `This address is asked with ${methods.join(' or ')}.`),
  headers: { allow: [...methods, 'OPTIONS'].join(', ') },
});

/** "Ana", by her token, as at every other door; else "OGraf 10.0.0.7". */
const authorOf = ({ holder, address }: Guest): string => holder?.name ?? `OGraf ${address}`;
