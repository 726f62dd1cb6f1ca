import { useSignal } from '@preact/signals';
import type { Edition } from '../../edition/edition.ts';
import { formatGap, UNKNOWN } from '../../edition/format.ts';
import { groupNames, wordsOf } from '../../edition/words/words.ts';
import type { Group } from '../../race/groups/group.ts';
import { lookOf } from '../../race/jersey-look.ts';
import type { Sheet } from '../../race/sheet.ts';
import type { Producer } from '../page/producer.ts';

interface Props {
  readonly group: Group;
  /** "g2": how the command line calls it; null where it can not. */
  readonly number: string | null;
  readonly sheet: Sheet;
  readonly edition: Edition;
  readonly producer: Producer;
}

/** One group: press its name to give it another, its camera to say that the picture shows it. The rest are several. */
export function GroupRow({ group, number, sheet, edition, producer: { live, tell } }: Props) {
  const { id, gap, trendSPerMin, onCamera, bibs, jerseys } = group;
  const naming = useSignal(false);
  const isOne = group.kind !== 'rest';
  const words = wordsOf(edition.language);
  const [name] = groupNames(words, { ...group, size: bibs.length }, lookOf(sheet, 'general'));
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
              if (given !== undefined && given !== group.name) tell({ kind: 'group-name', group: id, name: given });
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
        {jerseys.map((kind) => (
          <abbr key={kind} class={`jersey ${kind}`} title={words.jerseyName[lookOf(sheet, kind)]}>
            {words.jerseyLetter[kind]}
          </abbr>
        ))}
      </th>
      <td>{bibs.length}</td>
      <td>
        {gap ? formatGap(gap.value, edition, { estimated: gap.origin === 'estimated' }) : ''}
        {gap?.origin === 'manual' && <small class="by-hand">told</small>}
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
