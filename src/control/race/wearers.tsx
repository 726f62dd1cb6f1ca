import { sayOf } from '../../race/overrides/overrides.ts';
import type { Race } from '../../race/race.ts';
import { type JerseyKind, jerseyKinds } from '../../race/sheet.ts';
import { Entry } from '../fields/entry.tsx';
import type { Producer } from '../page/producer.ts';

interface Props {
  readonly race: Race;
  readonly producer: Producer;
}

const LABEL: Readonly<Record<JerseyKind, string>> = {
  general: 'General',
  points: 'Points',
  mountain: 'Mountain',
  young: 'Young',
};

/** Who wears each jersey today, by his number. */
export const Wearers = ({ race, producer: { live, tell } }: Props) => (
  <fieldset class="wearers" aria-label="Jerseys" disabled={!live.value}>
    {jerseyKinds.map((kind) => (
      <Entry
        key={kind}
        id={`jersey-${kind}`}
        label={LABEL[kind]}
        value={race.sheet.jerseys.find((jersey) => jersey.kind === kind)?.bib ?? ''}
        hint="No rider has this number; leave it empty where nobody wears the jersey."
        read={(text) => (text.trim() === '' || race.sheet.riders.has(text.trim()) ? text.trim() : null)}
        isByHand={race.overrides.some(({ path }) => path === `jersey/${kind}`)}
        onSet={(bib) => tell(sayOf(race, `jersey/${kind}`, bib))}
      />
    ))}
  </fieldset>
);
