import { OUT_S } from '../../show/auto-out.ts';
import {
  banks,
  hotkeys,
  itemOfKey,
  LONGEST_NOTES,
  LONGEST_TITLE,
  type Rundown,
  type RundownItem,
} from '../../show/rundown.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { Entry } from '../fields/entry.tsx';
import { TextField } from '../fields/text-field.tsx';
import type { ItemChange } from './rundown-hand.ts';

interface Props {
  readonly item: RundownItem;
  readonly rundown: Rundown;
  readonly disabled: boolean;
  readonly onChange: (change: ItemChange) => void;
}

/** What an item has beside the values of its graphic: its name, its key, when it leaves, notes. */
export function ItemFields({ item, rundown, disabled, onChange }: Props) {
  const { id, title, bank, key, outS, notes } = item;
  return (
    <fieldset class="params about" aria-label={`About ${title}`} disabled={disabled}>
      <Entry
        id={`${id}-title`}
        label="Title"
        value={title}
        hint={`A title has 1 to ${LONGEST_TITLE} letters.`}
        read={(text) => (text.trim() !== '' && text.length <= LONGEST_TITLE ? text.trim() : null)}
        onSet={(text) => onChange({ title: text })}
      />
      <ChoiceField
        id={`${id}-bank`}
        label="Bank"
        choices={Object.fromEntries(banks.map((one) => [String(one), String(one)]))}
        value={String(bank)}
        onSet={(chosen) => onChange({ bank: banks.find((one) => String(one) === chosen) ?? bank })}
      />
      <ChoiceField
        id={`${id}-key`}
        label="Key"
        choices={keyChoices(item, rundown)}
        value={key === null ? 'none' : `key ${key}`}
        onSet={(chosen) => onChange({ key: hotkeys.find((one) => `key ${one}` === chosen) ?? null })}
      />
      <Entry
        id={`${id}-out`}
        label="Out after"
        value={outS === null ? '' : String(outS)}
        hint={`Whole seconds from ${OUT_S.least} to ${OUT_S.most}; empty: it stays.`}
        read={(text) => (isOutText(text) ? text.trim() : null)}
        onSet={(text) => onChange({ outS: text === '' ? null : Number(text) })}
        placeholder="stays"
        unit="s"
        numeric
      />
      <TextField
        id={`${id}-notes`}
        label="Notes"
        value={notes}
        maxLength={LONGEST_NOTES}
        onSet={(text) => onChange({ notes: text })}
      />
    </fieldset>
  );
}

function isOutText(text: string): boolean {
  const seconds = Number(text);
  return text.trim() === '' || (Number.isInteger(seconds) && seconds >= OUT_S.least && seconds <= OUT_S.most);
}

/** Each key says whose it is: choosing that one swaps them. A name that is a digit would change the order. */
function keyChoices({ id, bank }: RundownItem, rundown: Rundown): Record<string, string> {
  const words = hotkeys.map((key) => {
    const holder = itemOfKey(rundown, bank, key);
    return [`key ${key}`, holder && holder.id !== id ? `${key} (now ${holder.title})` : key];
  });
  return Object.fromEntries([...words, ['none', 'No key']]);
}
