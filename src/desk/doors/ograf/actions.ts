import { fromForeign } from '../../../show/foreign.ts';
import type { Manifest, Params } from '../../../show/manifest.ts';
import type { Desk } from '../../desk.ts';
import type { Json } from '../../feeds/json.ts';
import { graphicFailed, type OgrafAnswer, problem, yes } from './answer.ts';
import type { OgrafGraphics } from './graphics.ts';
import type { Instance, Instances, RendererId } from './instances.ts';
import { failedWords, type Renderers } from './renderers.ts';
import { dataSaid, playSaid, skipsSaid, zoneSaid } from './said.ts';
import { type OnPages, seenNow, seenSoon } from './seen.ts';
import { createWalk } from './walk.ts';

/** What was asked of a renderer: its body, and who signs for it. */
export interface Asked {
  readonly renderer: RendererId;
  readonly body: Json;
  readonly author: string;
}

export type Action = (asked: Asked) => OgrafAnswer | Promise<OgrafAnswer>;

/** What a controller does with one graphic. Whatever it changes in the picture is a command of the show. */
export interface InstanceActions {
  readonly load: Action;
  readonly update: Action;
  readonly play: Action;
  readonly stop: Action;
  custom(asked: Asked, action: string): OgrafAnswer;
}

export interface House {
  readonly desk: Desk;
  readonly manifests: ReadonlyMap<string, Manifest>;
  readonly graphics: OgrafGraphics;
  readonly instances: Instances;
  readonly renderers: Renderers;
}

/** Said to who wants a cut: the show knows one, and that is the panic. */
const ANIMATES = 'It moves all the same: only a panic is a cut.';

export function createInstanceActions({ desk, manifests, graphics, instances, renderers }: House): InstanceActions {
  const show = () => desk.picture().show;
  const walk = createWalk(desk, manifests, instances);
  const manifestOf = ({ overlay }: Instance) => manifests.get(overlay)!;
  const fitting = (manifest: Manifest, given: Json, stays: string): { params: Params; notes: readonly string[] } => {
    const { params, faults } = fromForeign(manifest, given);
    return { params, notes: faults.map(({ sentence }) => `${sentence} ${stays}`) };
  };
  /** The instance that a body names, or why there is none. */
  const named = ({ renderer, body }: Asked): Instance | OgrafAnswer => {
    const { renderTarget, graphicInstanceId: id } = body;
    const zone = zoneSaid(renderTarget);
    if (renderTarget !== undefined && (!zone || !renderers.zones.includes(zone))) return noTarget(renderers);
    if (typeof id !== 'string') return problem(400, 'Say which "graphicInstanceId" is meant: "load" has given it.');
    const one = instances.find(show(), renderer, id);
    if (!one || (zone && one.zone !== zone))
      return problem(404, `There is no graphic instance "${id.slice(0, 80)}" on this target: load it (again).`);
    return one;
  };
  const answer = ({ id, overlay }: Instance, seen: OnPages | null, notes: readonly string[], more: object = {}) => {
    if (seen?.isFailed) {
      const why = failedWords(manifests.get(overlay)?.title ?? overlay, seen.why);
      return graphicFailed(why, { graphicInstanceId: id, statusCode: 550, statusMessage: why, ...more });
    }
    const said = [...notes, ...(seen?.note ? [seen.note] : [])].join(' ');
    return yes({ graphicInstanceId: id, statusCode: 200, ...(said && { statusMessage: said }), ...more });
  };

  return {
    load({ renderer, body, author }) {
      const { renderTarget, graphicId } = body;
      if (renderTarget === undefined) return problem(400, 'Say onto which "renderTarget": {"zone": …}.');
      const zone = zoneSaid(renderTarget);
      if (!zone || !renderers.zones.includes(zone)) return noTarget(renderers);
      if (typeof graphicId !== 'string')
        return problem(400, 'Say which "graphicId": GET /ograf/v1/graphics lists them.');
      const manifest = graphics.manifest(graphicId);
      if (!manifest) return graphics.one(graphicId);
      if (manifest.layer !== zone)
        return problem(
          400,
          `${manifest.title} stands in the ${manifest.layer}: load it onto {"zone": "${manifest.layer}"}.`,
        );
      const data = dataSaid(body.params);
      if (!data.ok) return problem(400, data.error);
      const { params, notes } = fitting(manifest, data.value, 'The default stays.');
      const one = instances.load(renderer, manifest, params);
      if (renderer === 'program') return answer(one, null, notes);
      const told = walk.bring(one, author);
      if (told.ok) return answer(one, null, [...notes, ...told.notes]);
      instances.clear(one);
      return problem(409, told.error);
    },
    update(asked) {
      const one = named(asked);
      if ('status' in one) return one;
      const data = dataSaid(asked.body.params);
      if (!data.ok) return problem(400, data.error);
      const { params, notes } = fitting(manifestOf(one), data.value, 'The value before it stays.');
      const told = walk.change(one, params, asked.author);
      if (!told.ok) return problem(409, told.error);
      const cut = one.item && skipsSaid(asked.body.params) ? [ANIMATES] : [];
      return answer(one, one.item && seenNow(desk, one.renderer, one.overlay), [...notes, ...told.notes, ...cut]);
    },
    async play(asked) {
      const one = named(asked);
      if ('status' in one) return one;
      const said = playSaid(asked.body.params);
      if (!said.ok) return problem(400, said.error);
      const told = walk.play(one, said.value, asked.author);
      if (!told.ok) return problem(409, told.error);
      const { step, notes } = told;
      const cut = skipsSaid(asked.body.params) ? [ANIMATES] : [];
      const more = step === null ? {} : { currentStep: step };
      if (step === null) return answer(one, null, [...notes, ...cut], more);
      const seen = one.item
        ? seenNow(desk, one.renderer, one.overlay)
        : await seenSoon(desk, one.renderer, one.overlay);
      return answer(one, seen, [...notes, ...cut], more);
    },
    stop(asked) {
      const one = named(asked);
      if ('status' in one) return one;
      const told = walk.out(one, asked.author);
      if (!told.ok) return problem(409, told.error);
      return answer(one, null, [...told.notes, ...(one.item && skipsSaid(asked.body.params) ? [ANIMATES] : [])]);
    },
    custom(asked, action) {
      const one = named(asked);
      if ('status' in one) return one;
      const why = `${manifestOf(one).title} has no custom action "${action.slice(0, 80)}": it has none.`;
      return problem(400, why, { graphicInstanceId: one.id, statusCode: 400, statusMessage: why });
    },
  };
}

const noTarget = ({ zones }: Renderers): OgrafAnswer =>
  problem(404, `There is no such render target: it is {"zone": …}, one of ${zones.join(', ')}.`);
