import type { ReadonlySignal } from '@preact/signals';
import { defaultEdition } from '../../edition/edition.ts';
import { toGo } from '../../edition/to-go.ts';
import type { Replica } from '../../host/link.ts';
import type { Race } from '../../race/race.ts';
import { clockText, raceNow } from './clock.ts';
import { KeyButton } from './key-button.tsx';
import type { Keyboard } from './keyboard.ts';
import type { Producer } from './producer.ts';
import { raceTitle } from './race-title.ts';

const CONNECTION: Record<Replica['connection'], string> = {
  live: 'Desk connected',
  connecting: 'Connecting to the desk',
  lost: 'Desk lost, trying again',
  refused: 'Desk refused this page',
};

const KEYS = { on: 'Keys on', typing: 'Keys off: typing, Esc leaves the field', away: 'Keys off: click this page' };

interface Props {
  readonly producer: Producer;
  readonly keys: Keyboard['state'];
  readonly now: ReadonlySignal<number>;
}

export function TopBar({ producer, keys, now }: Props) {
  const replica = producer.replica.value;
  const { race, connection } = replica;
  const { frozen, replay } = producer.show.value;
  return (
    <header class="top-bar">
      <button
        type="button"
        class="drawer"
        aria-expanded={producer.rundown.drawer.value}
        aria-controls="rundown"
        onClick={() => {
          producer.rundown.drawer.value = !producer.rundown.drawer.value;
        }}
      >
        Rundown
      </button>
      <h1>Ardoise</h1>
      <p class="stage">{race ? raceTitle(race.sheet.info) : replica.desk.feed}</p>
      {race && <p class="to-go">{toGoText(race)}</p>}
      <p class="clock" role="timer">
        {clockText(raceNow(replica, now.value), race?.sheet.info.utcOffsetMin ?? 0)}
        {replica.clock.rate === 0 && <small>{frozen ? 'frozen' : 'paused'}</small>}
        {replica.clock.rate > 1 && <small>{replica.clock.rate}×</small>}
      </p>
      <p class="chip" role="status" data-level={connection === 'live' ? 'good' : 'bad'}>
        {CONNECTION[connection]}
      </p>
      <p class="chip" role="status" data-level={keys.value === 'on' ? 'good' : 'warning'}>
        {KEYS[keys.value]}
      </p>
      <KeyButton
        class="freeze"
        keys="F"
        shortcut="F"
        pressed={frozen}
        disabled={connection !== 'live'}
        onPress={() => producer.act({ do: 'freeze' })}
      >
        {frozen ? 'Data frozen' : 'Freeze'}
      </KeyButton>
      <KeyButton
        class="replay"
        keys="R"
        shortcut="R"
        pressed={replay}
        disabled={connection !== 'live' || producer.clean.value}
        onPress={() => producer.act({ do: 'replay' })}
      >
        Replay
      </KeyButton>
      <KeyButton
        class="delay"
        keys="D"
        shortcut="D"
        pressed={producer.delays.open.value}
        disabled={connection !== 'live'}
        onPress={() => producer.act({ do: 'delay' })}
      >
        Delay
      </KeyButton>
      <KeyButton keys="/" shortcut="/" disabled={connection !== 'live'} onPress={() => producer.act({ do: 'line' })}>
        Command
      </KeyButton>
      <KeyButton keys="?" shortcut="?" onPress={() => producer.act({ do: 'help' })}>
        Keys
      </KeyButton>
    </header>
  );
}

/** As on air. */
function toGoText(race: Race): string {
  const { figure, words } = toGo(race, defaultEdition);
  return [figure, words[0]].filter(Boolean).join(' ');
}
