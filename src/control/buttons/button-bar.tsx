import { changeWords } from '../../show/change-words.ts';
import { itemOf } from '../../show/show.ts';
import type { Producer } from '../page/producer.ts';
import { HeldButton } from './held-button.tsx';

/** What is done to the whole show: always in sight, the panic at the end. */
export function ButtonBar({ producer }: { readonly producer: Producer }) {
  const { program, preview, frozen, replay } = producer.show.value;
  const { undo } = producer.changes.value;
  const [lost, clean] = [!producer.live.value, producer.clean.value];
  const stepping = producer.stepping.value;
  const step = stepping ? (itemOf(program, stepping.id)?.step ?? 0) : 0;
  const steps = stepping ? producer.steps(stepping) : 1;
  const titleOf = (overlay: string) => producer.manifests.find(({ id }) => id === overlay)?.title ?? overlay;
  const press = (what: 'take' | 'clear' | 'previous' | 'next' | 'undo' | 'freeze' | 'replay') => () =>
    producer.act({ do: what });
  return (
    <div class="button-bar" role="toolbar" aria-label="Show">
      <button
        type="button"
        class="take"
        disabled={lost || clean || Object.keys(preview).length === 0}
        onClick={press('take')}
      >
        <b>Take</b>
        <small>what is cued</small>
      </button>
      <button type="button" disabled={lost || step <= 0} onClick={press('previous')}>
        <b>Back</b>
        <small>{stepping?.title ?? 'a step'}</small>
      </button>
      <button type="button" disabled={lost || (steps !== null && step >= steps - 1)} onClick={press('next')}>
        <b>Next</b>
        <small>{stepping?.title ?? 'a step'}</small>
      </button>
      <button type="button" disabled={lost || clean || undo === null} onClick={press('undo')}>
        <b>Undo</b>
        <small>{undo ? changeWords(undo, titleOf) : 'nothing'}</small>
      </button>
      <button type="button" class="freeze" aria-pressed={frozen} disabled={lost} onClick={press('freeze')}>
        <b>{frozen ? 'Data frozen' : 'Freeze'}</b>
        <small>{frozen ? 'go on' : 'the data'}</small>
      </button>
      <button type="button" class="replay" aria-pressed={replay} disabled={lost || clean} onClick={press('replay')}>
        <b>{replay ? 'REPLAY' : 'Replay'}</b>
        <small>{replay ? 'back to live' : 'its tag'}</small>
      </button>
      <button type="button" disabled={lost} onClick={press('clear')}>
        <b>All out</b>
        <small>animated</small>
      </button>
      <HeldButton
        word={clean && !lost ? 'Release' : 'Panic'}
        class="panic"
        onPress={() => producer.act({ do: 'panic' })}
      />
    </div>
  );
}
