import type { Edition } from '../edition/edition.ts';
import { defaultEdition } from '../edition/edition.ts';
import { formatGap, formatSpeed, UNKNOWN } from '../edition/format.ts';
import { groupNames, wordsOf } from '../edition/words/words.ts';
import type { Replica } from '../host/link.ts';
import type { Group } from '../race/race.ts';

/** The race in a few lines: what the producer looks at before saying "take". */
export function Glance({ race }: { race: Replica['race'] }) {
  return (
    <section class="panel glance" aria-label="Race">
      <h2>Race</h2>
      {race && race.groups.length > 0 ? (
        <table>
          <thead>
            <tr>
              <th scope="col">Group</th>
              <th scope="col">Riders</th>
              <th scope="col">Gap</th>
              <th scope="col">per min</th>
              <th scope="col">km/h</th>
            </tr>
          </thead>
          <tbody>
            {race.groups.map((group) => (
              <Row key={group.id} group={group} edition={defaultEdition} />
            ))}
          </tbody>
        </table>
      ) : (
        <p class="empty">{race ? 'No group on the road.' : 'No race yet.'}</p>
      )}
    </section>
  );
}

function Row({ group, edition }: { group: Group; edition: Edition }) {
  const words = wordsOf(edition.language);
  const [name] = groupNames(words, { ...group, size: group.bibs.length });
  return (
    <tr>
      <th scope="row">
        {name}
        {group.jerseys.map((kind) => (
          <abbr key={kind} class={`jersey ${kind}`} title={`${kind} leader`}>
            {words.jerseyLetter[kind]}
          </abbr>
        ))}
      </th>
      <td>{group.bibs.length}</td>
      <td>{group.gap ? formatGap(group.gap.value, edition, { estimated: group.gap.origin === 'estimated' }) : ''}</td>
      <td>{group.gap ? trendText(group.trendSPerMin) : ''}</td>
      <td>{Number.isFinite(group.speedKph) ? formatSpeed(group.speedKph, edition).figure : UNKNOWN}</td>
    </tr>
  );
}

/** "+5 s": the gap grows by five seconds per min. Under half a second it stands. */
export function trendText(trendSPerMin: number | null): string {
  if (trendSPerMin === null) return UNKNOWN;
  const seconds = Math.round(trendSPerMin);
  if (seconds === 0) return '0 s';
  return `${seconds > 0 ? '+' : '\u2212'}${Math.abs(seconds)} s`;
}
