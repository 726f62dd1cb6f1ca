import type { Override } from '../../race/override.ts';
import type { Race } from '../../race/race.ts';
import type { Producer } from '../page/producer.ts';
import { OverrideForm } from './override-form.tsx';
import { fieldWords, untilWords } from './override-words.ts';

interface Props {
  readonly race: Race;
  readonly producer: Producer;
}

/** What a hand says of riders instead of the feed: all of it in one list, each released by its button. */
export function OverridePanel({ race, producer }: Props) {
  const overrides = race.sheet.overrides ?? [];
  return (
    <details class="overrides">
      <summary>
        {overrides.length === 0
          ? 'Names are as the feed has them'
          : `By hand instead of the feed: ${overrides.map(({ bib }) => bib).join(', ')}`}
      </summary>
      {overrides.length > 0 && (
        <ul aria-label="By hand">
          {overrides.map((one) => (
            <Row key={`${one.bib} ${one.field}`} one={one} race={race} producer={producer} />
          ))}
        </ul>
      )}
      <OverrideForm race={race} producer={producer} />
    </details>
  );
}

function Row({ one, race, producer: { live, tell } }: Props & { readonly one: Override }) {
  const { bib, field, value, instead, until } = one;
  return (
    <li>
      <span>
        {bib} {fieldWords[field].toLowerCase()} <b>{value}</b>
        <small>
          {instead !== null && `feed: ${instead}, `}
          {untilWords(until, race.sheet.info.utcOffsetMin)}
        </small>
      </span>
      <button
        type="button"
        aria-label={`Release ${fieldWords[field].toLowerCase()} of ${bib}`}
        disabled={!live.value}
        onClick={() => tell({ kind: 'override', bib, field, value: null, until })}
      >
        Release
      </button>
    </li>
  );
}
