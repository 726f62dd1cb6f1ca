import type { Race } from '../../race/race.ts';
import { slateText } from '../../race/slate/read-slate.ts';
import type { SlateGroup } from '../../race/slate/slate.ts';
import type { Producer } from '../page/producer.ts';

/** What the radio has told of the groups, with its age; each is taken off the slate by its button. */
export function SlatePanel({ race, producer: { live, tell } }: { race: Race; producer: Producer }) {
  const { slate, atMs } = race;
  if (slate.length === 0) return null;
  return (
    <section class="overrides" aria-label="Slate">
      <h3>Slate</h3>
      <ul>
        {slate.map((group) => (
          <li key={group.id}>
            <span>
              <b>{textOf(group)}</b>
              <small>{ageWords(group, atMs)}</small>
            </span>
            <button
              type="button"
              disabled={!live.value}
              aria-label={`Take off the slate: ${textOf(group)}`}
              onClick={() => tell({ kind: 'slate-line', atMs, id: group.id, told: null })}
            >
              Off
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const textOf = (group: SlateGroup): string => slateText({ ...group, km: group.km?.km ?? null });

/** "told 3 min ago" */
function ageWords({ atMs }: SlateGroup, nowMs: number): string {
  const minutes = Math.floor((nowMs - atMs) / 60_000);
  return minutes < 1 ? 'told just now' : `told ${minutes} min ago`;
}
