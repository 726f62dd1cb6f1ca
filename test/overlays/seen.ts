import { defaultEdition, type Edition } from '../../src/edition/edition.ts';
import type { Race } from '../../src/race/race.ts';
import { type Manifest, type Params, withDefaults } from '../../src/show/manifest.ts';
import type { Select } from '../../src/stage/overlay.ts';
import { START_MS } from '../support/race.ts';

export interface Told {
  readonly params?: Params;
  readonly edition?: Partial<Edition>;
  readonly step?: number;
  readonly now?: number;
}

/** What an overlay says of a race; throws where it has nothing to say. */
export function seeing<View>(manifest: Manifest, select: Select<View>) {
  const orNull = (race: Race, { params = {}, edition = {}, step = 0, now = START_MS }: Told = {}): View | null =>
    select({ race, edition: { ...defaultEdition, ...edition }, params: withDefaults(manifest, params), step, now });
  return {
    orNull,
    of(race: Race, told: Told = {}): View {
      const view = orNull(race, told);
      if (view === null) throw new Error(`${manifest.id} has nothing to say.`);
      return view;
    },
  };
}
