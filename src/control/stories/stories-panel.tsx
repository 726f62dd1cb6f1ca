import type { ReadonlySignal } from '@preact/signals';
import { defaultEdition } from '../../edition/edition.ts';
import { storyWords } from '../../edition/story/story-words.ts';
import type { Story } from '../../insight/story.ts';
import type { Race } from '../../race/race.ts';
import { ageText, raceNow } from '../page/clock.ts';
import { KeyButton } from '../page/key-button.tsx';
import type { Producer } from '../page/producer.ts';

interface Props {
  readonly producer: Producer;
  readonly now: ReadonlySignal<number>;
}

/** What the data tell that is worth telling, newest first: why, how long it is news, and the key that takes it. */
export function StoriesPanel({ producer, now }: Props) {
  const { race } = producer.replica.value;
  const { queue, canTell } = producer.stories;
  if (!race || !canTell) return null;
  const raceMs = raceNow(producer.replica.value, now.value) ?? race.atMs;
  return (
    <section class="panel stories" aria-label="Stories">
      <h2>Stories</h2>
      {queue.value.length === 0 ? (
        <p class="empty">Nothing on offer.</p>
      ) : (
        <ol>
          {queue.value.map((story, i) => (
            <StoryRow key={story.id} {...{ story, race, producer, raceMs }} isTop={i === 0} />
          ))}
        </ol>
      )}
    </section>
  );
}

interface RowProps {
  readonly story: Story;
  readonly race: Race;
  readonly producer: Producer;
  readonly raceMs: number;
  /** The key takes it. */
  readonly isTop: boolean;
}

function StoryRow({ story, race, producer, raceMs, isTop }: RowProps) {
  const { title, text, why } = storyWords(story, race, defaultEdition);
  const isOn = producer.stories.onAir.value === story.id;
  const disabled = !producer.live.value;
  const leftS = (story.untilMs - raceMs) / 1000;
  return (
    <li data-on={isOn}>
      <p>
        <b>{title}</b> {text}
      </p>
      <small>
        {why} · {leftS > 0 ? `news for ${ageText(leftS)} more` : 'old news'}
      </small>
      <div class="tools">
        <KeyButton
          {...(isTop && { keys: 'S', shortcut: 'S' })}
          label={`${isOn ? 'Take out' : 'Take'}: ${title}`}
          disabled={disabled || (producer.clean.value && !isOn)}
          pressed={isOn}
          onPress={() => producer.act({ do: 'story', id: story.id })}
        >
          {isOn ? 'Out' : 'Take'}
        </KeyButton>
        <button
          type="button"
          aria-label={`Not this: ${title}`}
          disabled={isOn}
          onClick={() => producer.stories.refuse(story.id)}
        >
          Not this
        </button>
      </div>
    </li>
  );
}
