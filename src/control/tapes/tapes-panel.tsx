import { useSignal, useSignalEffect } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { tokenOfPage } from '../../host/link-token.ts';
import { type KeptTape, LONGEST_TAPE_NAME, type Rehearsal } from '../../wire/crew/tapes.ts';
import { Entry } from '../fields/entry.tsx';
import type { Producer } from '../page/producer.ts';
import { tapeWords } from './tape-words.ts';
import { type TapesHand, tapesHand } from './tapes-hand.ts';

/** What was raced before: named, and rehearsed on a second desk that touches nothing of this one. */
export function TapesPanel({ producer: { live } }: { readonly producer: Producer }) {
  const open = useSignal(false);
  const hand = useMemo(tapesHand, []);
  useSignalEffect(() => (open.value && live.value ? hand.look() : undefined));
  const view = hand.view.value;
  return (
    <section class="panel tapes" aria-label="Tapes">
      <details
        onToggle={({ currentTarget }) => {
          open.value = currentTarget.open;
        }}
      >
        <summary>Tapes</summary>
        <fieldset disabled={!live.value} aria-label="Tapes of this desk">
          {view?.rehearsal && <Rehearsed rehearsal={view.rehearsal} tapes={view.tapes} hand={hand} />}
          <output>{hand.refusal.value}</output>
          <ul>
            {view?.tapes.map((tape) => (
              <Tape key={tape.file} tape={tape} hand={hand} />
            ))}
          </ul>
        </fieldset>
      </details>
    </section>
  );
}

/** It is another place to the browser, and wants the same token. */
function besideThisDesk(port: number): string {
  const token = tokenOfPage();
  return `${location.protocol}//${location.hostname}:${port}/${token === null ? '' : `#token=${token}`}`;
}

/** A name, or what was raced. */
const calledOf = ({ name, title }: KeptTape): string => name ?? title;

function Rehearsed({ rehearsal, tapes, hand }: { rehearsal: Rehearsal; tapes: readonly KeptTape[]; hand: TapesHand }) {
  const { file, port } = rehearsal;
  const tape = tapes.find((one) => one.file === file);
  return (
    <p class="rehearsed" role="status">
      <strong>Rehearsal</strong>
      <span>{tape ? calledOf(tape) : file}</span>
      {port === null ? (
        <span>It begins.</span>
      ) : (
        <a href={besideThisDesk(port)} target="_blank" rel="noreferrer">
          Open its control
        </a>
      )}
      <button type="button" onClick={() => void hand.end()}>
        End
      </button>
    </p>
  );
}

function Tape({ tape, hand }: { tape: KeptTape; hand: TapesHand }) {
  const { file, name, title } = tape;
  return (
    <li aria-label={calledOf(tape)}>
      <Entry
        id={`tape-${file}`}
        label="Name"
        value={name ?? ''}
        placeholder={title}
        hint={`A name has at most ${LONGEST_TAPE_NAME} characters; none is the title of its feed.`}
        read={(text) => (text.trim().length <= LONGEST_TAPE_NAME ? text.trim() : null)}
        onSet={(said) => void hand.name(file, said)}
      />
      <button type="button" title={file} onClick={() => void hand.rehearse(file)}>
        Rehearse
      </button>
      <small>{tapeWords(tape)}</small>
    </li>
  );
}
