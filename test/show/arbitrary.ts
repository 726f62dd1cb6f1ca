import fc from 'fast-check';
import { apply } from '../../src/show/apply.ts';
import type { Command } from '../../src/show/command.ts';
import type { Params } from '../../src/show/manifest.ts';
import { emptyShow } from '../../src/show/show.ts';
import type { Layer } from '../../src/show/zones.ts';

/** A small world in which layers collide often: two graphics share one, and two have layers that exclude others'. */
export const home: Readonly<Record<string, Layer>> = {
  tower: 'flash',
  ticker: 'tag',
  profile: 'strip',
  results: 'flash',
  poster: 'sheet',
  credit: 'card',
};

const overlay = fc.constantFrom(...Object.keys(home));
const params: fc.Arbitrary<Params> = fc.record(
  { rows: fc.integer({ min: 1, max: 3 }), title: fc.constantFrom('Tête', 'Peloton'), gaps: fc.boolean() },
  { requiredKeys: [] },
);
const placed = fc.record({ overlay, params }).map((its) => ({ ...its, layer: home[its.overlay]! }));

export const command: fc.Arbitrary<Command> = fc.oneof(
  placed.map((its): Command => ({ do: 'cue', ...its })),
  overlay.map((its): Command => ({ do: 'uncue', overlay: its })),
  fc.constant<Command>({ do: 'take' }),
  placed.map((its): Command => ({ do: 'take-direct', ...its })),
  fc.record({ overlay, params }).map((its): Command => ({ do: 'set', ...its })),
  fc.record({
    do: fc.constantFrom('next' as const, 'previous' as const),
    overlay,
    steps: fc.integer({ min: 1, max: 3 }),
  }),
  overlay.map((its): Command => ({ do: 'out', overlay: its })),
  fc
    .record({ overlay, outS: fc.constantFrom(undefined, null, 10, 120) })
    .map(({ overlay: its, outS }): Command => ({ do: 'loss', overlay: its, ...(outS !== undefined && { outS }) })),
  fc.constant<Command>({ do: 'update' }),
  fc.constant<Command>({ do: 'clear' }),
  fc.constant<Command>({ do: 'panic' }),
  fc.constant<Command>({ do: 'release' }),
  fc.constantFrom<Command>({ do: 'replay' }, { do: 'live' }),
  fc
    .record({ output: fc.constantFrom('program', 'ott'), delayS: fc.constantFrom(0, 0.5, 9, 300) })
    .map((its): Command => ({ do: 'delay', ...its })),
);

/** Any show that an operator can bring about. */
export const show = fc.array(command, { maxLength: 12 }).map((commands) => commands.reduce(apply, emptyShow));
