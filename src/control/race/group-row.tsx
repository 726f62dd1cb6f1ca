import { useSignal } from '@preact/signals';
import type { Edition } from '../../edition/edition.ts';
import { formatGap, UNKNOWN } from '../../edition/format.ts';
import { groupNames, wordsOf } from '../../edition/words/words.ts';
import type { Group } from '../../race/groups/group.ts';
import { lookOf } from '../../race/jersey-look.ts';
import { sayOf } from '../../race/overrides/overrides.ts';
import type { Race } from '../../race/race.ts';
import { heldOf, holdOf, lockOf, released } from '../../race/slate/hold.ts';
import type { SlateGroup } from '../../race/slate/slate.ts';
import type { Producer } from '../page/producer.ts';

interface Props {
  readonly group: Group;
  /** "g2": how the command line calls it; null where it can not. */
  readonly number: string | null;
  readonly race: Race;
  readonly edition: Edition;
  readonly producer: Producer;
}

/** One group: press its name to give it another, its camera to say that the picture shows it. The rest are several. */
export function GroupRow({ group, number, race, edition, producer }: Props) {
  const { live, tell } = producer;
  const { id, gap, trendSPerMin, onCamera, bibs, jerseys } = group;
  const naming = useSignal(false);
  const held = heldOf(group, race.slate);
  const gapText = gap ? formatGap(gap.value, edition, { estimated: gap.origin === 'estimated' }) : '';
  const isOne = group.kind !== 'rest';
  const words = wordsOf(edition.language);
  const [name] = groupNames(words, { ...group, size: bibs.length }, lookOf(race.sheet, 'general'));
  const isNamed = race.overrides.some(({ path }) => path === `group/${id}/name`);
  return (
    <tr>
      <th scope="row">
        {number && <small class="called">{number}</small>}
        {!isOne && name}
        {isOne && naming.value && (
          <NameField
            name={group.name}
            onDone={(given) => {
              naming.value = false;
              if (given !== undefined && given !== group.name) tell(sayOf(race, `group/${id}/name`, given));
            }}
          />
        )}
        {isOne && !naming.value && (
          <button
            type="button"
            class="name"
            disabled={!live.value}
            title="Give this group a name"
            onClick={() => {
              naming.value = true;
            }}
          >
            {name}
          </button>
        )}
        {isNamed && <small class="said">by hand</small>}
        {jerseys.map((kind) => (
          <abbr key={kind} class={`jersey ${kind}`} title={words.jerseyName[lookOf(race.sheet, kind)]}>
            {words.jerseyLetter[kind]}
          </abbr>
        ))}
      </th>
      <td>
        {isOne ? (
          <button
            type="button"
            class="held"
            disabled={!live.value}
            aria-pressed={held !== null}
            aria-label={`${bibs.length} riders: lock ${name} so`}
            onClick={() => tell(held ? released(held, race) : lockOf(group, race))}
          >
            {bibs.length}
          </button>
        ) : (
          bibs.length
        )}
        {held && <small class="said">locked</small>}
      </td>
      <td>
        {gap && <Gap group={group} held={held} race={race} text={gapText} producer={producer} />}
        {gap?.origin === 'manual' && <small class="said">{held?.gap ? 'held' : 'told'}</small>}
      </td>
      <td>{gap && isOne ? trendText(trendSPerMin) : ''}</td>
      <td>
        {isOne && (
          <button
            type="button"
            class="camera"
            disabled={!live.value}
            aria-pressed={onCamera}
            aria-label={`${name} is on camera`}
            onClick={() => tell({ kind: 'camera', group: onCamera ? null : id })}
          >
            {onCamera ? 'On' : 'Off'}
          </button>
        )}
      </td>
    </tr>
  );
}

interface GapProps extends Pick<Props, 'group' | 'race' | 'producer'> {
  readonly held: SlateGroup | null;
  readonly text: string;
}

/** Press it to hold it as it is, for ten minutes. The rest is several, and held by nobody. */
function Gap({ group, held, race, text, producer: { live, tell } }: GapProps) {
  const hold = holdOf(group, race);
  if (group.kind === 'rest' || !hold) return text;
  return (
    <button
      type="button"
      class="held"
      disabled={!live.value}
      aria-pressed={Boolean(held?.gap)}
      aria-label={`${text}: hold this gap`}
      onClick={() => tell(held?.gap ? released(held, race) : hold)}
    >
      {text}
    </button>
  );
}

/** Enter gives the name, nothing typed gives the house's own back, Esc or leaving changes nothing (`undefined`). */
const NameField = ({ name, onDone }: { name: string | null; onDone: (given?: string | null) => void }) => (
  <input
    type="text"
    aria-label="Name of the group"
    placeholder="Name"
    autocomplete="off"
    maxLength={40}
    ref={(field) => field?.focus()}
    defaultValue={name ?? ''}
    onBlur={() => onDone()}
    onKeyDown={({ key, currentTarget }) => {
      if (key === 'Enter') onDone(currentTarget.value.trim() || null);
      if (key === 'Escape') onDone();
    }}
  />
);

/** "+5 s": the gap grows by five seconds a minute. Under half a second it stands. */
function trendText(trendSPerMin: number | null): string {
  if (trendSPerMin === null) return UNKNOWN;
  const seconds = Math.round(trendSPerMin);
  if (seconds === 0) return '0 s';
  return `${seconds > 0 ? '+' : '\u2212'}${Math.abs(seconds)} s`;
}
