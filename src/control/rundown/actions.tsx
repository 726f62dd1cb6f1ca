import { KeyButton } from '../page/key-button.tsx';
import type { Producer } from '../page/producer.ts';

/** The row under the pictures: what is done to the whole show. */
export function Actions({ producer }: { producer: Producer }) {
  const { program, preview } = producer.show.value;
  const stepping = producer.stepping.value;
  const nothingCued = Object.keys(preview).length === 0;
  const nothingOnAir = Object.keys(program).length === 0;
  return (
    <div class="actions" role="toolbar" aria-label="Show">
      <KeyButton class="take" keys="Space" shortcut="Space" disabled={nothingCued} onPress={act(producer, 'take')}>
        Take
      </KeyButton>
      <KeyButton keys="Right" shortcut="ArrowRight" disabled={!stepping} onPress={act(producer, 'next')}>
        {stepping ? `Next: ${stepping.title}` : 'Next step'}
      </KeyButton>
      <KeyButton keys="Esc" shortcut="Escape" disabled={nothingOnAir} onPress={act(producer, 'clear')}>
        All out
      </KeyButton>
      <KeyButton class="panic" keys="Shift Esc" shortcut="Shift+Escape" onPress={act(producer, 'panic')}>
        Panic
      </KeyButton>
    </div>
  );
}

const act = (producer: Producer, what: 'take' | 'next' | 'clear' | 'panic') => () => producer.act({ do: what });
