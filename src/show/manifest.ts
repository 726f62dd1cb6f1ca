import type { Layer } from './zones.ts';

/** What an operator must know of a graphic to put it on air. The control form and the host files follow it. */
export interface Manifest {
  /** Folder name: lower case, with a hyphen. */
  readonly id: string;
  readonly title: string;
  /** Zone of the picture. One graphic at a time holds a layer; the next one taken there sends it away. */
  readonly layer: Layer;
  readonly params: Readonly<Record<string, Param>>;
  /** How many steps `next` and `previous` walk through, or whose pages they are; 1 is in and out. */
  readonly steps: number | PagedSteps;
  /** How often a second the clock alone changes it (a marker that glides); 0 is on new data only. */
  readonly glideHz: number;
  /**
   * After so many seconds without news it leaves by itself, unless a hand says otherwise (see `loss.ts`); null where it
   * never does: what it says of the race as it stands leaves alone then. Null in place of all of it: it says nothing of the race.
   */
  readonly hold: { readonly outS: number | null } | null;
  /**
   * What becomes of it during a replay. Left out, it is hidden as long as one runs: it says how the race stands now. What
   * `stays` says nothing live then, see `Seen.replay`; a `tag` says that this is a replay, and comes and goes with it.
   */
  readonly replay?: 'stays' | 'tag';
  /**
   * What it tells besides the race as it is heard: what follows from it, which a desk thinks of, so that of a race that a host
   * sends it has nothing to say. What tells `forecasts` alone says nothing of old news, whatever a hand says.
   */
  readonly tells?: 'insight' | 'forecasts';
}

/** As many steps as there are pages of them; `most` is where `next` ends while nobody knows how many. */
interface PagedSteps {
  readonly pagesOf: 'riders';
  readonly most: number;
}

export type Param =
  | {
      readonly type: 'number';
      readonly label: string;
      readonly default: number;
      readonly min: number;
      readonly max: number;
      /** Values are so far apart, from `min` on; 1 where it is not said. */
      readonly step?: number;
    }
  | {
      readonly type: 'choice';
      readonly label: string;
      readonly default: string;
      readonly choices: Readonly<Record<string, string>>;
    }
  | {
      readonly type: 'text';
      readonly label: string;
      readonly default: string;
      readonly maxLength: number;
      /** What the text is: the number of a rider, whom control can look up; or which of the stories that are on offer. */
      readonly takes?: 'bib' | 'story';
    }
  | { readonly type: 'flag'; readonly label: string; readonly default: boolean };

export type ParamValue = number | string | boolean;
export type Params = Readonly<Record<string, ParamValue>>;

/** Every parameter of a manifest: the value given where it fits, else the default. */
export function withDefaults(manifest: Manifest, given: Params): Params {
  return Object.fromEntries(
    Object.entries(manifest.params).map(([name, param]) => {
      const value = Object.hasOwn(given, name) ? given[name] : undefined;
      return [name, fits(param, value) ? value : param.default];
    }),
  );
}

/** The parameter by which a graphic is told which story it tells; null where it tells none. */
export const storyParam = ({ params }: Manifest): string | null =>
  Object.keys(params).find((name) => {
    const param = params[name]!;
    return param.type === 'text' && param.takes === 'story';
  }) ?? null;

/** Whether a value is one that the parameter allows. */
export function fits(param: Param, value: unknown): value is ParamValue {
  switch (param.type) {
    case 'number':
      return typeof value === 'number' && value >= param.min && value <= param.max && isOnStep(param, value);
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(param.choices, value);
    case 'text':
      return typeof value === 'string' && value.length <= param.maxLength;
    case 'flag':
      return typeof value === 'boolean';
  }
}

function isOnStep({ min, step = 1 }: { readonly min: number; readonly step?: number }, value: number): boolean {
  const count = (value - min) / step;
  return Math.abs(count - Math.round(count)) < 1e-9;
}
