import { recordOf } from '../../feeds/json.ts';
import type { Action, House } from './actions.ts';
import { type OgrafAnswer, problem, yes } from './answer.ts';
import type { Instance, RendererId } from './instances.ts';
import { actionsOf } from './renderer-actions.ts';
import { zoneSaid } from './said.ts';

/** What a controller does with a renderer as a whole. */
export interface RendererHand {
  /** Takes out and forgets all that fits one of the filters; without filters, all. */
  readonly clear: Action;
  act(renderer: RendererId, action: string, author: string): OgrafAnswer;
}

export function createRendererHand({ desk, graphics, instances }: House): RendererHand {
  const all = (renderer: RendererId) => instances.list(desk.picture().show, renderer);
  const out = ({ renderer, overlay, item }: Instance, author: string) =>
    item ? desk.command({ do: renderer === 'program' ? 'out' : 'uncue', overlay }, author) : null;

  /** What could be cleared of it, and why the rest could not. */
  function clear(chosen: readonly Instance[], author: string): OgrafAnswer {
    const told = chosen.map((one) => ({ one, answer: out(one, author) }));
    const gone = told.flatMap(({ one, answer }) => (answer?.ok === false ? [] : one));
    for (const one of gone) instances.clear(one);
    const refusals = told.flatMap(({ answer }) => (answer?.ok === false ? answer.error : []));
    const cleared = { graphicInstances: gone.map(clearedInfo) };
    return refusals.length > 0 ? problem(409, [...new Set(refusals)].join(' '), cleared) : yes(cleared);
  }
  function clearAll(renderer: RendererId, author: string): OgrafAnswer {
    const gone = all(renderer);
    if (renderer === 'preview') return clear(gone, author);
    const told = desk.command({ do: 'clear' }, author);
    if (!told.ok) return problem(409, told.error);
    for (const one of gone) instances.clear(one);
    return yes({ graphicInstances: gone.map(clearedInfo) });
  }
  const fits = (filter: object) => {
    const { renderTarget, graphicId, graphicInstanceId } = filter as Readonly<Record<string, unknown>>;
    const zone = renderTarget === undefined ? null : zoneSaid(renderTarget);
    return (one: Instance): boolean =>
      (renderTarget === undefined || one.zone === zone) &&
      (graphicId === undefined || graphics.brief(one.overlay).id === graphicId) &&
      (graphicInstanceId === undefined || one.id === graphicInstanceId || one.id === foundId(one, graphicInstanceId));
  };
  const foundId = ({ renderer }: Instance, id: unknown) =>
    typeof id === 'string' ? instances.find(desk.picture().show, renderer, id)?.id : undefined;

  return {
    clear({ renderer, body, author }) {
      const { filters = [] } = body;
      if (!Array.isArray(filters)) return problem(400, '"filters" is no list: send {"filters": []} for all.');
      const each = filters.map(recordOf);
      if (each.some((filter) => filter === null))
        return problem(400, 'A filter is an object, such as {"renderTarget": {"zone": "stack"}}.');
      if (each.length === 0) return clearAll(renderer, author);
      const tests = each.map((filter) => fits(filter!));
      return clear(
        all(renderer).filter((one) => tests.some((test) => test(one))),
        author,
      );
    },
    act(renderer, action, author) {
      const known = actionsOf(renderer).find(({ id }) => id === action);
      if (!known) {
        const there = actionsOf(renderer).map(({ id }) => id);
        return problem(404, `The ${renderer} has no action "${action.slice(0, 80)}"; it has ${there.join(', ')}.`);
      }
      if (known.id === 'clear') {
        const { status, body } = clearAll(renderer, author);
        return status === 200 ? yes({ result: body }) : { status, body };
      }
      const told = desk.command({ do: known.id }, author);
      return told.ok ? yes({ result: told.note ?? 'Done.' }) : problem(409, told.error);
    },
  };
}

const clearedInfo = ({ id, zone }: Instance) => ({ renderTarget: { zone }, graphicInstanceId: id });
