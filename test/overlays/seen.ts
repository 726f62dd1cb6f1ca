import { defaultEdition, type Edition } from '../../src/edition/edition.ts';
import { noInsight, type RaceAndInsight } from '../../src/insight/insight.ts';
import { type Manifest, type Params, withDefaults } from '../../src/show/manifest.ts';
import type { Layer } from '../../src/show/zones.ts';
import type { News } from '../../src/stage/freshness.ts';
import { type Datum, isNothing, type Nothing, type Select } from '../../src/stage/overlay.ts';
import { START_MS } from '../support/race.ts';

export interface Told {
  readonly params?: Params;
  readonly edition?: Partial<Edition>;
  readonly step?: number;
  readonly news?: News;
  readonly beside?: readonly Layer[];
  readonly heard?: readonly Datum[];
  readonly replay?: boolean;
  readonly now?: number;
}

/** What an overlay says of a race: `of` throws where it has nothing to say, `whyNot` where it has something. */
export function seeing<View>(manifest: Manifest, select: Select<View>) {
  const said = (race: RaceAndInsight, { params = {}, edition = {}, ...told }: Told = {}): View | Nothing =>
    select({
      race,
      insight: race.insight ?? noInsight,
      edition: { ...defaultEdition, ...edition },
      params: withDefaults(manifest, params),
      step: 0,
      news: 'fresh',
      beside: [],
      heard: [],
      replay: false,
      now: START_MS,
      ...told,
    });
  return {
    of(race: RaceAndInsight, told: Told = {}): View {
      const view = said(race, told);
      if (isNothing(view)) throw new Error(`${manifest.id} has nothing to say: ${view.why}.`);
      return view;
    },
    whyNot(race: RaceAndInsight, told: Told = {}): string {
      const view = said(race, told);
      if (!isNothing(view)) throw new Error(`${manifest.id} has something to say.`);
      return view.why;
    },
  };
}
