import type { Match } from './match.ts';

interface Props {
  readonly id: string;
  readonly list: readonly Match[];
  readonly chosen: number | null;
  readonly onPick: (at: number) => void;
}

export const optionId = (list: string, at: number): string => `${list}-${at}`;

/** What the text may mean. The keys stay with the field; a press does what is pressed. */
export const MatchList = ({ id, list, chosen, onPick }: Props) => (
  <div id={id} role="listbox" aria-label="What it may mean" hidden={list.length === 0}>
    {list.map(({ text, cells: [head, name, ...more] }, at) => (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys, as the pattern of the combobox wants it.
      <div
        key={text}
        id={optionId(id, at)}
        role="option"
        tabIndex={-1}
        aria-selected={at === chosen}
        onClick={() => onPick(at)}
      >
        <b>{head}</b>
        <span>{name}</span>
        {more.map((cell, i) => (
          <span key={i} class="more">
            {cell}
          </span>
        ))}
      </div>
    ))}
  </div>
);
