import type { Manifest } from '../../src/show/manifest.ts';
import { stormManifests } from './storm.ts';

const base = { steps: 1, glideHz: 0, hold: { outS: 60 } } as const;

/** The graphics of the storm, a strap that stays in a replay, a card in the way of nobody but a sheet, the tag of a replay. */
export const handManifests: readonly Manifest[] = [
  ...stormManifests,
  {
    ...base,
    ...{ id: 'rider-strap', title: 'Écharpe', layer: 'strap', replay: 'stays' },
    params: { bib: { type: 'text', label: 'Bib', default: '1', maxLength: 6, takes: 'bib' } },
  },
  { ...base, id: 'climb-card', title: 'Climb', layer: 'card', params: {} },
  { ...base, id: 'replay-tag', title: 'Replay', layer: 'tag', replay: 'tag', params: {} },
];

/** Two items of one strap; some leave by themselves. Every item has a key: "2", "2.3". */
export const handRundown = {
  rundown: 1,
  name: 'Étape',
  items: [
    { overlay: 'tower', title: 'Positions', key: '1', params: { rows: 8 } },
    { overlay: 'ticker', title: 'Écarts', key: '2', params: { trend: false }, outS: 2 },
    { overlay: 'rider-strap', title: 'Pogačar', key: '6', params: { bib: '3' } },
    { overlay: 'rider-strap', title: 'Vingegaard', key: '7', params: { bib: '4' }, outS: 1 },
    { overlay: 'climb-card', title: 'Col', key: '8' },
    { overlay: 'poster', title: 'Affiche', key: '9', params: { title: 'Étape 5' } },
    { overlay: 'rider-strap', title: 'Winner', bank: 2, key: '3', params: { bib: '5' } },
  ],
};
const keyOf = ({ bank = 1, key }: { readonly bank?: number; readonly key: string }): string =>
  bank === 1 ? key : `${bank}.${key}`;
const items = handRundown.items.map(keyOf);

/** The graphic of the item of a key. */
export const overlayOfKey = (key: string): string =>
  handRundown.items.find((item) => keyOf(item) === key)?.overlay ?? key;

const graphics = ['tower', 'ticker', 'rider-strap', 'climb-card', 'poster'] as const;

/** What is said beside a command, by the names that all doors know: `overlay` or `item`, `layer`, `output`, `s`, `outS`, values. */
export type Words = Readonly<Record<string, string | number | boolean>>;

/** One thing asked, by construction right or wrong, before any door has put it into its own words. */
export interface HandGust {
  readonly do: string;
  readonly said: Words;
  readonly isRight: boolean;
}

export function handGusts(chance: () => number, count: number): HandGust[] {
  const one = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const outS = (): Words => (chance() < 0.2 ? { outS: one([1, 2, 3]) } : {});
  const fitting = (overlay: string): Words => {
    if (overlay === 'tower') return { rows: 5 + Math.floor(chance() * 14), column: one(['gap', 'interval']) };
    if (overlay === 'rider-strap') return { bib: String(1 + Math.floor(chance() * 30)) };
    if (overlay === 'poster') return { title: one(['', 'Étape 5', '<b>']) };
    return overlay === 'ticker' ? { trend: chance() < 0.5 } : {};
  };
  const kinds: readonly (readonly [number, () => readonly [string, Words?]])[] = [
    [18, () => ['toggle', { item: one(items) }]],
    [10, () => [one(['take-direct', 'cue', 'out']), { item: one(items) }]],
    [22, () => onGraphic(one(graphics))],
    [14, () => [one(['next', 'previous', 'hold', 'out', 'uncue']), { overlay: one(graphics) }]],
    [14, () => [one(['take', 'take', 'update', 'undo', 'redo'])]],
    [8, () => [one(['panic', 'clear', 'release', 'release', 'release', 'release'])]],
    [6, () => [one(['freeze', 'thaw', 'replay', 'live', 'live', 'live'])]],
    [4, () => ['delay', { output: one(['ott', 'world', 'program']), s: one([0, 0.5, 9, 300]) }]],
    [2, () => ['loss', { overlay: one(graphics), ...one<Words>([{ outS: 30 }, { outS: 'never' }, {}]) }]],
    [2, () => [one(['claim', 'free', 'free', 'claim-over']), { layer: one(['strap', 'card']) }]],
  ];
  const onGraphic = (overlay: string): [string, Words] => {
    const what = one(['cue', 'take-direct', 'set']);
    return [what, { overlay, ...(chance() < 0.7 && fitting(overlay)), ...(what !== 'set' && outS()) }];
  };
  const all = kinds.reduce((sum, [weight]) => sum + weight, 0);
  const right = (): readonly [string, Words?] => {
    let left = chance() * all;
    return kinds.find(([weight]) => {
      left -= weight;
      return left < 0;
    })![1]();
  };
  const wrong = (): readonly [string, Words?] =>
    one<() => readonly [string, Words?]>([
      () => [one(['explode', 'constructor', '__proto__', 'TAKE'])],
      () => [one(['cue', 'set', 'next', 'out']), { overlay: one(['moon', '__proto__', 'constructor', '../tower']) }],
      () => [one(['cue', 'take-direct', 'set']), { overlay: 'tower', ...wrongValue() }],
      () => [one(['cue', 'take-direct', 'out']), { item: one(['Nobody', '4.9', '5']) }],
      () => ['out', { overlay: 'tower', rows: 7 }],
      () => ['take', { overlay: 'tower' }],
      () => ['take-direct', { overlay: 'replay-tag' }],
      () => ['claim', { layer: one(['moon', 'toString']) }],
      () => ['delay', { output: 'ott', s: one([0.3, 301, -1]) }],
      () => ['loss', { overlay: 'tower', outS: one([5, 'soon']) }],
    ])();
  const wrongValue = (): Words =>
    one<Words>([
      { rows: 2.5 },
      { rows: 99 },
      { rows: 'many' },
      { column: 'toString' },
      { size: 3 },
      { constructor: 1 },
    ]);
  return Array.from({ length: count }, () => {
    const isRight = chance() < 0.65;
    const [what, said = {}] = isRight ? right() : wrong();
    return { do: what, said, isRight };
  });
}
