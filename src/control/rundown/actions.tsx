import { changeWords } from '../../show/change-words.ts';
import { isTag } from '../../show/replay.ts';
import { itemOf, type Show } from '../../show/show.ts';
import { KeyButton } from '../page/key-button.tsx';
import type { Producer } from '../page/producer.ts';

/** The row under the pictures: what is done to the whole show. */
export function Actions({ producer }: { producer: Producer }) {
  const { program, preview } = producer.show.value;
  const { live, clean } = producer;
  const lost = !live.value;
  const nothingCued = Object.keys(preview).length === 0;
  const isTagged = (overlay: string) => producer.manifests.some((one) => one.id === overlay && isTag(one));
  const nothingOnAir =
    Object.keys(program).length === 0 && producer.shown.value.air.every(({ overlay }) => isTagged(overlay));
  return (
    <div class="actions" role="toolbar" aria-label="Show">
      <KeyButton
        class="take"
        keys="Space"
        shortcut="Space"
        disabled={lost || clean.value || nothingCued}
        onPress={() => producer.act({ do: 'take' })}
      >
        Take
      </KeyButton>
      <KeyButton
        keys="U"
        shortcut="U"
        disabled={lost || !isEdited(producer.show.value)}
        onPress={() => producer.act({ do: 'update' })}
      >
        Update
      </KeyButton>
      <StepButtons producer={producer} />
      <KeyButton
        class="clear"
        keys="Esc"
        shortcut="Escape"
        disabled={lost || nothingOnAir}
        onPress={() => producer.act({ do: 'clear' })}
      >
        All out
      </KeyButton>
      <UndoButtons producer={producer} />
      <KeyButton class="panic" keys="Shift Esc" shortcut="Shift+Escape" onPress={() => producer.act({ do: 'panic' })}>
        {clean.value && !lost ? 'Release' : 'Panic'}
      </KeyButton>
    </div>
  );
}

/** Something on air is cued with other values, or with the same again. */
const isEdited = ({ program, preview }: Show): boolean =>
  Object.values(preview).some(({ overlay }) => itemOf(program, overlay) !== null);

/** Each says which change it would take back or bring again. */
function UndoButtons({ producer }: { producer: Producer }) {
  const { undo, redo } = producer.changes.value;
  const titleOf = (overlay: string) => producer.manifests.find(({ id }) => id === overlay)?.title ?? overlay;
  const still = !producer.live.value || producer.clean.value;
  return (
    <>
      <KeyButton
        class="undo"
        keys="Ctrl Z"
        shortcut="Control+Z"
        disabled={still || undo === null}
        onPress={() => producer.act({ do: 'undo' })}
      >
        {undo ? `Undo: ${changeWords(undo, titleOf)}` : 'Undo'}
      </KeyButton>
      <KeyButton
        class="undo"
        keys="Ctrl Shift Z"
        shortcut="Control+Shift+Z"
        disabled={still || redo === null}
        onPress={() => producer.act({ do: 'redo' })}
      >
        {redo ? `Redo: ${changeWords(redo, titleOf)}` : 'Redo'}
      </KeyButton>
    </>
  );
}

/** They stop at the ends, as the keys do. */
function StepButtons({ producer }: { producer: Producer }) {
  const stepping = producer.stepping.value;
  const step = stepping ? (itemOf(producer.show.value.program, stepping.id)?.step ?? 0) : 0;
  const steps = stepping ? producer.steps(stepping) : 1;
  const lost = !producer.live.value;
  return (
    <div class="steps">
      <KeyButton
        class="previous"
        keys="Left"
        shortcut="ArrowLeft"
        disabled={lost || step <= 0}
        onPress={() => producer.act({ do: 'previous' })}
      >
        Back
      </KeyButton>
      <KeyButton
        keys="Right"
        shortcut="ArrowRight"
        disabled={lost || (steps !== null && step >= steps - 1)}
        onPress={() => producer.act({ do: 'next' })}
      >
        {stepping ? `Next: ${stepping.title}` : 'Next step'}
      </KeyButton>
    </div>
  );
}
