import { KeyButton } from '../page/key-button.tsx';
import type { Producer } from '../page/producer.ts';

/** What keys do with an item, for the pointer. */
export function ItemTools({ producer }: { readonly producer: Producer }) {
  const lost = !producer.live.value;
  const { items, selected } = producer.rundown;
  const place = items.value.findIndex(({ id }) => id === selected.value?.id);
  const move = (by: 1 | -1) => () => producer.act({ do: 'move', by });
  return (
    <div class="tools">
      <KeyButton keys="Ctrl Up" shortcut="Control+ArrowUp" disabled={lost || place <= 0} onPress={move(-1)}>
        Up
      </KeyButton>
      <KeyButton
        keys="Ctrl Down"
        shortcut="Control+ArrowDown"
        disabled={lost || place >= items.value.length - 1}
        onPress={move(1)}
      >
        Down
      </KeyButton>
      <KeyButton keys="Ctrl D" shortcut="Control+D" disabled={lost} onPress={() => producer.act({ do: 'duplicate' })}>
        Duplicate
      </KeyButton>
      <KeyButton keys="Del" shortcut="Delete" disabled={lost} onPress={() => producer.act({ do: 'remove' })}>
        Remove
      </KeyButton>
    </div>
  );
}
