import type { ReadonlySignal } from '@preact/signals';
import { ageText } from '../page/clock.ts';
import type { Producer } from '../page/producer.ts';
import { programTally } from '../rundown/tally.ts';

interface Props {
  readonly producer: Producer;
  readonly now: ReadonlySignal<number>;
}

/**
 * What is on air, and whether all is well. Whatever it says, it is as high: a button never moves under the thumb that
 * is on its way to it.
 */
export function ButtonStatus({ producer, now }: Props) {
  const replica = producer.replica.value;
  if (!producer.live.value) {
    const ageS = (now.value - replica.clockReceivedMs) / 1000;
    return (
      <div class="thumb-status" data-lit="lost" role="alert">
        <strong>NO DESK</strong>
        <p>{lostWords(replica.connection, ageS, replica.refusal)}</p>
      </div>
    );
  }
  const notice = replica.desk.notices.find(({ isOver, level }) => !isOver && level !== 'info');
  const tally = programTally(replica, producer.manifests);
  return (
    <div class="thumb-status" data-lit={producer.clean.value ? 'clean' : tally.lit} role="status">
      {producer.clean.value ? (
        <p>
          <strong>CLEAN</strong>: nothing is taken until it is released
        </p>
      ) : (
        <p>
          <b>{tally.words}</b>
          {notice && <small>{notice.text}</small>}
        </p>
      )}
      <span>Desk connected</span>
    </div>
  );
}

function lostWords(connection: string, ageS: number, refusal: string | null): string {
  if (connection === 'refused') return refusal ?? 'It refused this page, and did not say why.';
  if (connection === 'connecting') return 'It is asked for.';
  return `What stands here was last told ${ageText(ageS)} ago. Nothing is done but a panic, on the pages of this browser.`;
}
