import { useSignal } from '@preact/signals';
import { defaultEdition } from '../../edition/edition.ts';
import { wordsOf } from '../../edition/words/words.ts';
import { jerseyLooks, lookOf } from '../../race/jersey-look.ts';
import { sayOf } from '../../race/overrides/overrides.ts';
import type { Race } from '../../race/race.ts';
import { jerseyKinds, type KitColors, type Team } from '../../race/sheet.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { ColorField } from '../fields/color-field.tsx';
import { FileField, JSON_FILES } from '../fields/file-field.tsx';
import type { Producer } from '../page/producer.ts';
import { posted } from './posted.ts';

interface Props {
  readonly race: Race;
  readonly producer: Producer;
}

/** What is worn looks like this: jerseys, and the two colours of each team, by hand or out of a file. */
export function KitsForm({ race, producer: { live, tell } }: Props) {
  const { sheet } = race;
  const answer = useSignal('');
  const { teams } = sheet;
  const known = teams.filter(({ colors }) => colors !== null).length;
  const send = async (text: string | File) => {
    answer.value = await posted('kits', text);
  };
  return (
    <details class="kits">
      <summary>
        Kits and jerseys: {known} of {teams.length} teams have their colours
      </summary>
      <fieldset disabled={!live.value} aria-label="Kits and jerseys">
        {jerseyKinds.map((kind) => (
          <ChoiceField
            key={kind}
            id={`look-${kind}`}
            label={`Look, ${kind}`}
            choices={wordsOf(defaultEdition.language).jerseyName}
            value={lookOf(sheet, kind)}
            onSet={(name) => {
              const look = jerseyLooks.find((one) => one === name);
              if (look) tell(sayOf(race, `look/${kind}`, look));
            }}
          />
        ))}
        <div class="teams">
          {teams.map((team) => (
            <Kit
              key={team.code}
              team={team}
              onSay={(kit) => tell(sayOf(race, `team/${team.code}/kit`, kit.join(' ')))}
            />
          ))}
        </div>
        <FileField
          label="Open JSON or CSV"
          accept={`${JSON_FILES},.csv,text/csv`}
          onFile={async (file) => {
            // Nothing at all would take back what hands have given: that has a button of its own.
            const text = (await file.text()).trim() || '{}';
            await send(text.startsWith('{') ? text : file);
          }}
        />
        <button type="button" onClick={() => void send('')}>
          Take back
        </button>
        <output>{answer.value}</output>
      </fieldset>
    </details>
  );
}

/** Where only one half is told, the other is the same. */
function Kit({
  team: { code, name, colors },
  onSay,
}: {
  readonly team: Team;
  readonly onSay: (kit: KitColors) => void;
}) {
  return (
    <fieldset class="kit" title={name}>
      <legend>{code}</legend>
      <ColorField
        label={`${code}, first colour`}
        value={colors?.[0] ?? null}
        onSet={(first) => onSay([first, colors?.[1] ?? first])}
      />
      <ColorField
        label={`${code}, second colour`}
        value={colors?.[1] ?? null}
        onSet={(second) => onSay([colors?.[0] ?? second, second])}
      />
    </fieldset>
  );
}
