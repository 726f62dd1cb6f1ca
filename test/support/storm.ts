import type { Ask } from '../../src/show/command.ts';
import type { Manifest, Params } from '../../src/show/manifest.ts';

/** Three graphics, one of which is in everybody's way; every kind of parameter, and steps from data. */
const base = { glideHz: 0, hold: { outS: 60 } };
export const stormManifests: readonly Manifest[] = [
  {
    ...base,
    id: 'tower',
    title: 'Tower',
    layer: 'flash',
    steps: { pagesOf: 'riders', most: 9 },
    params: {
      rows: { type: 'number', label: 'Rows', default: 10, min: 5, max: 18 },
      column: { type: 'choice', label: 'Column', default: 'gap', choices: { gap: 'Gap', interval: 'Interval' } },
    },
  },
  {
    ...base,
    id: 'ticker',
    title: 'Ticker',
    layer: 'stack',
    steps: 3,
    params: { trend: { type: 'flag', label: 'Trend', default: true } },
  },
  {
    ...base,
    id: 'poster',
    title: 'Poster',
    layer: 'sheet',
    steps: 1,
    params: { title: { type: 'text', label: 'Title', default: '', maxLength: 12 } },
  },
];

/** One thing asked, by construction right or wrong. */
export interface Gust {
  readonly ask: unknown;
  readonly isRight: boolean;
}

export function gusts(chance: () => number, count: number): Gust[] {
  const one = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const right = (): Ask => {
    const overlay = one(stormManifests).id;
    const what = one(['cue', 'take-direct', 'set', 'next', 'previous', 'out', 'hold', 'uncue', 'all'] as const);
    if (what === 'all')
      return {
        do: one(['take', 'take', 'update', 'undo', 'redo', 'clear', 'panic', 'release', 'release', 'release'] as const),
      };
    if (what === 'next' || what === 'previous' || what === 'out' || what === 'hold' || what === 'uncue')
      return { do: what, overlay };
    return chance() < 0.3 ? { do: what, overlay } : { do: what, overlay, params: fitting(overlay) };
  };
  const fitting = (overlay: string): Params => {
    if (overlay === 'tower') return { rows: 5 + Math.floor(chance() * 14), column: one(['gap', 'interval']) };
    return overlay === 'ticker' ? { trend: chance() < 0.5 } : { title: one(['', 'Étape 5', '<b>']) };
  };
  const wrongParams = (): string =>
    one([
      '{"rows":2.5}',
      '{"rows":99}',
      '{"rows":"many"}',
      '{"rows":-1e308}',
      '{"column":"toString"}',
      '{"size":3}',
      '{"__proto__":{"rows":6}}',
      '{"constructor":1}',
      '{"rows":{"$gt":0}}',
      `{"${'x'.repeat(300)}":1}`,
    ]);
  const wrong = (): unknown =>
    one<() => unknown>([
      () => ({ do: one(['cue', 'take-direct', 'set']), overlay: 'tower', params: JSON.parse(wrongParams()) }),
      () => ({
        do: one(['cue', 'set', 'next', 'out']),
        overlay: one(['moon', '__proto__', 'constructor', '../tower']),
      }),
      () => ({ do: one(['explode', 'constructor', '__proto__', 'TAKE', '']) }),
      () => ({ do: 'out', overlay: 'tower', params: { rows: 7 } }),
      () => ({ do: 'take', overlay: 'tower' }),
    ])();
  return Array.from({ length: count }, () => {
    const isRight = chance() < 0.5;
    return { isRight, ask: isRight ? right() : wrong() };
  });
}
