import { defaultEdition } from '../../edition/edition.ts';
import type { Race } from '../../race/race.ts';
import { isAgainstClock } from '../../race/sheet.ts';
import { groupNumber } from '../line/groups.ts';
import type { Producer } from '../page/producer.ts';
import { ByHandPanel } from './by-hand-panel.tsx';
import { ClassificationForm } from './classification-form.tsx';
import { GroupRow } from './group-row.tsx';
import { KitsForm } from './kits-form.tsx';
import { LapRow } from './lap-row.tsx';
import { secondsLeft } from './race-lines.ts';
import { StartsForm } from './starts-form.tsx';
import { StatusForm } from './status-form.tsx';
import { Wearers } from './wearers.tsx';

const whyNoGroup = ({ learning, atMs }: Race): string =>
  learning ? `Learning the race, ${secondsLeft(learning, atMs)} s.` : 'No group on the road.';

/** The race in a few lines: what the producer looks at before saying "take". */
export function RacePanel({ producer }: { producer: Producer }) {
  const { race } = producer.replica.value;
  return (
    <section class="panel groups" aria-label="Race">
      <h2>{producer.live.value ? 'Race' : 'Race, last told'}</h2>
      {race && race.health.withoutLap > 0 && (
        <LapRow withoutLap={race.health.withoutLap} laps={race.sheet.course.laps} producer={producer} />
      )}
      {race && race.groups.length > 0 ? (
        <table>
          <thead>
            <tr>
              <th scope="col">Group</th>
              <th scope="col">Riders</th>
              <th scope="col">Gap</th>
              <th scope="col">per min</th>
              <th scope="col">Camera</th>
            </tr>
          </thead>
          <tbody>
            {race.groups.map((group) => (
              <GroupRow
                key={group.id}
                group={group}
                number={groupNumber(group, race)}
                race={race}
                edition={defaultEdition}
                producer={producer}
              />
            ))}
          </tbody>
        </table>
      ) : (
        <p class="empty">{race ? whyNoGroup(race) : 'No race yet.'}</p>
      )}
      {race && <Wearers race={race} producer={producer} />}
      {race && <ByHandPanel race={race} producer={producer} />}
      {race && <StatusForm race={race} producer={producer} />}
      {race && isAgainstClock(race.sheet) && <StartsForm race={race} live={producer.live} />}
      {race && <ClassificationForm producer={producer} />}
      {race && <KitsForm race={race} producer={producer} />}
    </section>
  );
}
