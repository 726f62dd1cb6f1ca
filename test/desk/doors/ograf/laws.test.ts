import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { rendererIds } from '../../../../src/desk/doors/ograf/instances.ts';
import { readTape } from '../../../../src/desk/tape/read.ts';
import { pageCounts } from '../../../../src/race/listing/pages.ts';
import type { Command } from '../../../../src/show/command.ts';
import { deedsOf } from '../../../support/log-law.ts';
import { chances } from '../../../support/ride.ts';
import { manifest as gaps, type SmallDesk } from '../../../support/small-desk.ts';
import { strap } from '../remote/two-graphics.ts';
import { ask, idOf, ografDesk, ografManifests, profile, type Told, tower } from './controller.ts';

const CALLS = 300;
const graphics = [gaps, tower, strap, profile];
let desk: SmallDesk;

beforeAll(async () => {
  desk = await ografDesk();
});
afterAll(() => desk.stop());

/** How an answer to each may be, whatever was before. */
const allowed: Readonly<Record<string, readonly number[]>> = {
  load: [200, 400, 409],
  playAction: [200, 404, 409],
  updateAction: [200, 404, 409],
  stopAction: [200, 404, 409],
  'customActions/shake': [400, 404],
  clear: [200, 409],
  act: [200, 404, 409],
  hand: [200],
};

it(`${CALLS} calls in any order: answers are as they should be, instances are what the show says, the tape has each command once`, async () => {
  const chance = chances(20261128);
  const one = <T>(things: readonly T[]): T => things[Math.floor(chance() * things.length)]!;
  /** As they were loaded: on which renderer. */
  const ids: [string, 'program' | 'preview'][] = [['nothing.of.this', 'program']];
  const wrong = ['', null, 'x'.repeat(50), ['a'], {}, -7];
  const right: Readonly<Record<string, readonly unknown[]>> = {
    groups: [2, 3, '4'],
    mode: ['interval', 'GAP'],
    trend: [true, '0'],
    rows: [5, '12'],
    bib: ['31', 7],
    colour: ['red'],
  };
  const data = () =>
    Object.fromEntries(Object.entries(right).map(([name, values]) => [name, one(chance() < 0.7 ? values : wrong)]));
  const often = ['load', 'playAction', 'playAction', 'playAction', 'updateAction'];
  const done: string[] = [];
  const original = desk.desk.command;
  const command = vi.spyOn(desk.desk, 'command').mockImplementation((asks, author) => {
    const { show } = desk.desk.picture();
    const answer = original(asks, author);
    if (desk.desk.picture().show !== show) done.push((asks as Command).do);
    return answer;
  });

  async function call(): Promise<[string, Told]> {
    const what = chance() < 0.5 ? one(often) : one(Object.keys(allowed));
    const renderer = one(rendererIds);
    const graphic = one(graphics);
    const renderTarget = { zone: chance() < 0.1 ? one(graphics).layer : graphic.layer };
    const at = `/renderers/${renderer}/target/graphicInstance`;
    if (what === 'hand') {
      const { id: overlay } = graphic;
      const asks = [
        { do: 'take-direct', overlay },
        { do: 'cue', overlay },
        { do: 'take' },
        { do: 'undo' },
        { do: 'release' },
      ];
      desk.desk.command(one(asks), 'control 1');
      return [what, await ask(desk, 'GET', '/')];
    }
    if (what === 'act') {
      const action = one(['clear', 'panic', 'release', 'release', 'release', 'freeze', 'thaw', 'take', 'explode']);
      return [what, await ask(desk, 'POST', `/renderers/${renderer}/customActions/${action}`, { payload: data() })];
    }
    if (what === 'clear') {
      const filter = one([{ renderTarget }, { graphicId: idOf(graphic) }, { graphicInstanceId: one(ids)[0] }]);
      return [what, await ask(desk, 'PUT', `${at}/clear`, { filters: one([[], [filter], [filter]]) })];
    }
    if (what === 'load') {
      const told = await ask(desk, 'POST', `${at}/load`, {
        renderTarget,
        graphicId: idOf(graphic),
        params: { data: data() },
      });
      if (told.status === 200) ids.push([told.body.graphicInstanceId, renderer]);
      return [what, told];
    }
    // Mostly one that there may be still, on its own target; now and then on another renderer.
    const newest = ids.at(-1 - Math.floor(chance() * Math.min(6, ids.length)))!;
    const [graphicInstanceId, its] = chance() < 0.85 ? newest : one(ids);
    const zone = graphics.find(({ id }) => graphicInstanceId.startsWith(`${id}.`))?.layer ?? 'stack';
    const params = { data: data(), delta: one([undefined, 1, -1, 2, 0]), goto: one([undefined, undefined, 0, 1, 7]) };
    const targeted = { renderTarget: { zone }, graphicInstanceId, params };
    const on = chance() < 0.9 ? its : renderer;
    return [what, await ask(desk, 'POST', `/renderers/${on}/target/graphicInstance/${what}`, targeted)];
  }

  for (let i = 0; i < CALLS; i += 1) {
    const before = desk.desk.picture().show;
    command.mockClear();
    const [what, told] = await call();
    const asked = command.mock.calls.map(([asks]) => (asks as Command).do);
    expect(allowed[what], `${what} ${JSON.stringify(told.body)}`).toContain(told.status);
    if (what !== 'hand' && what !== 'playAction' && what !== 'clear' && what !== 'act')
      expect(asked.length, `${what} asked ${asked}`).toBeLessThanOrEqual(1);
    const { show } = desk.desk.picture();
    if (asked.length === 0) expect(show).toBe(before);
    // Each in its turn: what a call has made of the other one is seen next.
    const renderer = rendererIds[i % 2]!;
    const { renderTargets } = (await ask(desk, 'GET', `/renderers/${renderer}`)).body.renderer;
    const seen = renderTargets.flatMap(({ renderTarget, graphicInstances }: Told['body']) =>
      graphicInstances
        .filter((each: Told['body']) => each.v_state !== 'loaded')
        .map((each: Told['body']) => [renderTarget.zone, each.graphic.id, each.v_data, each.v_currentStep]),
    );
    const items = Object.entries(show[renderer]).map(([zone, { overlay, params, step }]) => [
      zone,
      `org.ardoise.${overlay}`,
      params,
      step,
    ]);
    expect(seen.sort(), `${renderer} after ${what}`).toEqual(items.sort());
    if (what === 'playAction' && told.status === 200) {
      const { graphicInstanceId, currentStep } = told.body;
      const item = Object.values(show.program).find(({ overlay }) => graphicInstanceId.startsWith(`${overlay}.`));
      if (currentStep !== undefined && currentStep > 0) expect(item?.step).toBe(currentStep);
    }
  }

  const tape = readTape(desk.tape, readFileSync(desk.tape, 'utf8'));
  if (!tape.ok) throw new Error(tape.error);
  const manifests = new Map(ografManifests.map((manifest) => [manifest.id, manifest]));
  const counts = pageCounts(desk.desk.picture().race);
  const deeds = deedsOf(tape.value.entries, { manifests, counts });
  expect(deeds.length).toBeGreaterThan(CALLS / 10);
  // What changes nothing is no entry.
  expect(deeds.map((deed) => deed.command.do)).toEqual(done);
  expect([...new Set(deeds.map(({ author }) => author))].sort()).toEqual(['OGraf 127.0.0.1', 'control 1']);
  expect(deeds.at(-1)?.is).toEqual(desk.desk.picture().show);
  const reached = new Set(done);
  for (const word of ['take-direct', 'cue', 'set', 'next', 'out', 'uncue', 'panic']) expect(reached).toContain(word);
});
