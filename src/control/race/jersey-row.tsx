import { defaultEdition } from '../../edition/edition.ts';
import { wordsOf } from '../../edition/words/words.ts';
import { jerseyLooks, lookOf } from '../../race/jersey-look.ts';
import type { JerseyKind, Sheet } from '../../race/sheet.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { Entry } from '../fields/entry.tsx';
import type { Producer } from '../page/producer.ts';

interface Props {
  readonly kind: JerseyKind;
  readonly sheet: Sheet;
  readonly tell: Producer['tell'];
}

const LABEL: Readonly<Record<JerseyKind, string>> = {
  general: 'General',
  points: 'Points',
  mountain: 'Mountain',
  young: 'Young',
};

/** Who wears a jersey today, by his number, and what it looks like in this race. */
export function JerseyRow({ kind, sheet, tell }: Props) {
  return (
    <fieldset class="jersey-row" aria-label={`${LABEL[kind]} jersey`}>
      <Entry
        id={`jersey-${kind}`}
        label={LABEL[kind]}
        value={sheet.jerseys.find((jersey) => jersey.kind === kind)?.bib ?? ''}
        hint="No rider has this number; leave it empty where nobody wears the jersey."
        read={(text) => (text.trim() === '' || sheet.riders.has(text.trim()) ? text.trim() : null)}
        onSet={(bib) => tell({ kind: 'kits', from: 'hand', jerseys: { [kind]: bib } })}
      />
      <ChoiceField
        id={`look-${kind}`}
        label="Look"
        choices={wordsOf(defaultEdition.language).jerseyName}
        value={lookOf(sheet, kind)}
        onSet={(name) => {
          const look = jerseyLooks.find((one) => one === name);
          if (look) tell({ kind: 'kits', from: 'hand', looks: { [kind]: look } });
        }}
      />
    </fieldset>
  );
}
