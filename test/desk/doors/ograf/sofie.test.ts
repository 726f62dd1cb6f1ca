import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifest as gaps, type SmallDesk } from '../../../support/small-desk.ts';
import { idOf, ografDesk, tower } from './controller.ts';

/*
 * A controller that asks as the device "ograf" of Sofie's timeline-state-resolver does: it gives up after 3 s, reads JSON
 * out of every answer, tracks one instance a layer, and where it tracks none it asks the target, whose name it sends as a
 * text within a text.
 */

const MAPPING = '{"zone": "stack"}';
let desk: SmallDesk;
const show = () => desk.desk.picture().show;

beforeAll(async () => {
  desk = await ografDesk();
});
afterAll(() => desk.stop());

function sofie(baseUrl: string) {
  let tracked: string | undefined;
  const errors: string[] = [];
  async function call(path: string, method = 'GET', body?: object) {
    const response = await fetch(`${baseUrl}/${path}`, {
      method,
      signal: AbortSignal.timeout(3000),
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const content = JSON.parse(await response.text());
    if (response.status !== 200) errors.push(`${content.status}: ${content.title}, ${content.detail}`);
    return { status: response.status, content };
  }
  const renderTarget = JSON.parse(MAPPING);
  const at = 'renderers/program/target/graphicInstance';
  async function instance(graphicId: string): Promise<string | undefined> {
    const asked = encodeURIComponent(JSON.stringify(MAPPING));
    if (tracked === undefined) {
      const { status, content } = await call(`renderers/program/target?renderTarget=${asked}`);
      if (status === 200)
        tracked = content.graphicInstances.find(
          ({ graphic }: { graphic: { id: string } }) => graphic.id === graphicId,
        )?.graphicInstanceId;
    }
    return tracked;
  }
  const act = async (what: string, graphicId: string, params: object) =>
    call(`${at}/${what}`, 'POST', { renderTarget, graphicInstanceId: await instance(graphicId), params });
  return {
    errors,
    poll: async () => (await call('')).status === 200,
    async load(graphicId: string, data: object) {
      const { status, content } = await call(`${at}/load`, 'POST', { graphicId, renderTarget, params: { data } });
      if (status === 200) tracked = content.graphicInstanceId;
    },
    play: (graphicId: string, delta?: number, goto?: number) =>
      act('playAction', graphicId, { delta, goto, skipAnimation: undefined }),
    update: (graphicId: string, data: object) => act('updateAction', graphicId, { data }),
    stop: (graphicId: string) => act('stopAction', graphicId, {}),
    async clear(graphicId: string) {
      const graphicInstanceId = await instance(graphicId);
      const told = await call(`${at}/clear`, 'PUT', { filters: [{ renderTarget, graphicInstanceId }] });
      tracked = undefined;
      return told;
    },
    /** Its action for hands: the target as the mapping has it, and one filter that may be empty. */
    clearAll: () => call(`${at}/clear`, 'PUT', { renderTarget: MAPPING, filters: [{}] }),
  };
}

describe('Sofie', () => {
  it('polls, plays a timeline and replaces what is there', async () => {
    const one = sofie(`${desk.url}/ograf/v1`);
    expect(await one.poll()).toBe(true);
    await one.load(idOf(gaps), { groups: 3 });
    expect((await one.play(idOf(gaps), undefined, 0)).content.currentStep).toBe(0);
    expect(show().program.stack).toMatchObject({ overlay: gaps.id, params: { groups: 3 } });
    await one.update(idOf(gaps), { groups: 4, mode: 'gap' });
    expect((await one.play(idOf(gaps), 1)).content.currentStep).toBe(1);
    expect(show().program.stack).toMatchObject({ params: { groups: 4 }, step: 1 });
    // Another graphic: it clears, loads and plays.
    await one.clear(idOf(gaps));
    expect(show().program).toEqual({});
    await one.load(idOf(tower), {});
    await one.play(idOf(tower));
    expect(show().program.stack?.overlay).toBe(tower.id);
    await one.stop(idOf(tower));
    expect(show().program).toEqual({});
    await one.play(idOf(tower), undefined, 0);
    expect((await one.clearAll()).content.graphicInstances).toHaveLength(1);
    expect(show().program).toEqual({});
    expect(one.errors).toEqual([]);
  });

  it('finds again what is on air when it has forgotten it', async () => {
    const before = sofie(`${desk.url}/ograf/v1`);
    await before.load(idOf(tower), {});
    await before.load(idOf(gaps), {});
    await before.play(idOf(gaps));
    const after = sofie(`${desk.url}/ograf/v1`);
    await after.update(idOf(gaps), { groups: 2 });
    expect(show().program.stack).toMatchObject({ overlay: gaps.id, params: { groups: 2 } });
    await after.clear(idOf(gaps));
    expect(show().program).toEqual({});
    expect(after.errors).toEqual([]);
  });

  it('is told why in a sentence that it shows', async () => {
    const one = sofie(`${desk.url}/ograf/v1`);
    await one.load('org.ardoise.moon', {});
    desk.desk.command({ do: 'panic' }, 'control 1');
    await one.load(idOf(gaps), {});
    await one.play(idOf(gaps));
    desk.desk.command({ do: 'release' }, 'control 1');
    expect(one.errors).toEqual([
      '404: Not Found, There is no graphic "org.ardoise.moon": GET /ograf/v1/graphics lists them.',
      '409: Conflict, The picture is kept clean after a panic: release it first.',
    ]);
    await one.clearAll();
  });
});
