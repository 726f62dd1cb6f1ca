import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../src/show/apply.ts';
import type { Command } from '../../src/show/command.ts';
import { plan, type Step } from '../../src/show/plan.ts';
import { entries, type Items, itemOf } from '../../src/show/show.ts';
import { excludes } from '../../src/show/zones.ts';
import { command, home, show } from './arbitrary.ts';

const steps: readonly Command['do'][] = ['next', 'previous'];

describe('the laws of the show', () => {
  it('twice is once, for every command that is a wish', () => {
    const wish = command.filter((its) => !steps.includes(its.do));
    fc.assert(
      fc.property(show, wish, (before, its) => {
        const after = apply(before, its);
        expect(apply(after, its)).toBe(after);
      }),
    );
  });

  it('a graphic stands once, in its own layer', () => {
    fc.assert(
      fc.property(show, ({ program, preview }) => {
        for (const items of [program, preview])
          for (const [layer, item] of Object.entries(items)) expect(layer).toBe(home[item.overlay]);
      }),
    );
  });

  it('no two graphics stand in zones that exclude each other', () => {
    fc.assert(
      fc.property(show, ({ program, preview }) => {
        for (const items of [program, preview])
          for (const [a] of entries(items))
            for (const [b] of entries(items)) if (a !== b) expect(excludes(a, b), `${a} ${b}`).toBe(false);
      }),
    );
  });

  it('after a take nothing is cued, and all that was cued is on air', () => {
    fc.assert(
      fc.property(show, (shown) => {
        const before = { ...shown, latched: false };
        const after = apply(before, { do: 'take' });
        expect(after.preview).toEqual({});
        for (const [layer, item] of Object.entries(before.preview))
          expect(Object.entries(after.program)).toContainEqual([
            layer,
            expect.objectContaining({ overlay: item.overlay, params: item.params }),
          ]);
      }),
    );
  });

  it('a panic leaves nothing on air', () => {
    fc.assert(
      fc.property(show, (before) => {
        const after = apply(before, { do: 'panic' });
        expect(after).toEqual({ ...before, program: {}, cut: true, latched: true, replay: false });
      }),
    );
  });

  it('nothing is on air while a panic is latched, and only a release ends that', () => {
    fc.assert(
      fc.property(show, command, (before, its) => {
        if (before.latched) expect(before.program).toEqual({});
        const after = apply(before, its);
        if (before.latched && its.do !== 'release') expect(after.latched).toBe(true);
        if (!before.latched && its.do !== 'panic') expect(after.latched).toBe(false);
      }),
    );
  });

  it('no replay runs while a panic is latched', () => {
    fc.assert(
      fc.property(show, ({ latched, replay }) => {
        if (latched) expect(replay).toBe(false);
      }),
    );
  });

  it('a step never leaves the steps that there are', () => {
    fc.assert(
      fc.property(show, command, (before, its) => {
        if (its.do !== 'next' && its.do !== 'previous') return;
        const step = itemOf(apply(before, its).program, its.overlay)?.step ?? 0;
        expect(step).toBeGreaterThanOrEqual(0);
        expect(step).toBeLessThan(its.steps);
      }),
    );
  });

  it('a command that touches neither program nor preview gives the same object back', () => {
    fc.assert(
      fc.property(show, command, (before, its) => {
        const after = apply(before, its);
        for (const part of ['program', 'preview'] as const)
          if (JSON.stringify(sorted(after[part])) === JSON.stringify(sorted(before[part])))
            expect(after[part]).toBe(before[part]);
      }),
    );
  });
});

describe('the laws of the plan', () => {
  it('there is nothing to do where what is shown is what is wanted', () => {
    fc.assert(
      fc.property(show, fc.boolean(), ({ program }, cut) => {
        expect(plan(program, structuredClone(program), cut)).toEqual([]);
      }),
    );
  });

  it('its steps bring what is shown to what is wanted, and none is idle', () => {
    fc.assert(
      fc.property(show, show, fc.boolean(), ({ program: shown }, { program: wanted }, cut) => {
        const steps = plan(shown, wanted, cut);
        expect(steps.reduce(walk, shown)).toEqual(wanted);
        for (const step of steps) expect(step).toMatchObject({ cut, why: expect.stringContaining(step.item.overlay) });
      }),
    );
  });
});

/** What a stage does with one step; says so when the step does not fit what stands there. */
function walk(shown: Items, { do: kind, layer, item }: Step): Items {
  const held = shown[layer]?.overlay;
  expect(held).toBe(kind === 'enter' ? undefined : item.overlay);
  if (kind === 'enter') for (const [other] of entries(shown)) expect(excludes(other, layer)).toBe(false);
  const { [layer]: _, ...others } = shown;
  return kind === 'leave' ? others : { ...others, [layer]: item };
}

const sorted = (items: Items) => Object.entries(items).sort(([a], [b]) => (a < b ? -1 : 1));
