import { useComputed } from '@preact/signals';
import type { BeneathHand } from '../beneath/beneath-hand.ts';
import { DelayPanel } from '../delay/delay-panel.tsx';
import { LineBar } from '../line/line-bar.tsx';
import { LogPanel } from '../log/log-panel.tsx';
import { PhonesPanel } from '../phones/phones-panel.tsx';
import { HealthPanel } from '../race/health-panel.tsx';
import { NewsBar } from '../race/news-bar.tsx';
import { RacePanel } from '../race/race-panel.tsx';
import { RadioPanel } from '../race/radio-panel.tsx';
import { WaitingBar } from '../race/waiting-bar.tsx';
import { Actions } from '../rundown/actions.tsx';
import { ItemForm } from '../rundown/item-form.tsx';
import { Monitor } from '../rundown/monitor.tsx';
import { RundownPanel } from '../rundown/rundown-panel.tsx';
import { StoriesPanel } from '../stories/stories-panel.tsx';
import { TapesPanel } from '../tapes/tapes-panel.tsx';
import { TransportBar } from '../transport/transport-bar.tsx';
import { CleanBar } from './clean-bar.tsx';
import { useNow } from './clock.ts';
import { FrozenBar } from './frozen-bar.tsx';
import type { Keyboard } from './keyboard.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { LostBar } from './lost-bar.tsx';
import type { Producer } from './producer.ts';
import { RefusalNote } from './refusal-note.tsx';
import { isStrange, TokenForm } from './token-form.tsx';
import { TopBar } from './top-bar.tsx';
import { WatchBar } from './watch-bar.tsx';

/** Addresses of the two output pages. */
export interface MonitorUrls {
  readonly preview: string;
  readonly program: string;
}

interface Props {
  readonly producer: Producer;
  readonly keys: Keyboard['state'];
  readonly monitors: MonitorUrls;
  readonly beneath: BeneathHand;
}

/** Reads as little as it can itself: each part redraws by what it reads. */
export function App({ producer, keys, monitors, beneath }: Props) {
  const now = useNow();
  const connection = useComputed(() => producer.replica.value.connection);
  // A feed that can be steered is no race that happens now.
  const isRehearsal = useComputed(() => producer.replica.value.desk.span !== null);
  const isStranger = useComputed(() => isStrange(producer));
  if (isStranger.value) return <TokenForm producer={producer} />;
  if (connection.value === 'refused') return <Refused producer={producer} />;
  return (
    <div class="control" data-connection={connection.value} data-rehearsal={isRehearsal.value}>
      <div class="bars">
        <WatchBar producer={producer} />
        <CleanBar producer={producer} />
        <FrozenBar producer={producer} />
        <LostBar producer={producer} now={now} />
      </div>
      <TopBar producer={producer} keys={keys} now={now} />
      <RundownPanel producer={producer} />
      <main>
        <LineBar producer={producer} />
        <div class="monitors">
          <Monitor bus="preview" url={monitors.preview} producer={producer} beneath={beneath} />
          <Monitor bus="program" url={monitors.program} producer={producer} beneath={beneath} />
        </div>
        <Actions producer={producer} />
        <WaitingBar producer={producer} />
        <NewsBar producer={producer} now={now} />
        <RefusalNote producer={producer} />
        <DelayPanel producer={producer} />
        <ItemForm producer={producer} />
        <TransportBar producer={producer} now={now} />
      </main>
      <aside>
        <RacePanel producer={producer} />
        <StoriesPanel producer={producer} now={now} />
        <RadioPanel producer={producer} />
        <HealthPanel producer={producer} now={now} />
        <PhonesPanel producer={producer} now={now} />
        <LogPanel producer={producer} />
        <TapesPanel producer={producer} />
      </aside>
      <KeysDialog producer={producer} />
    </div>
  );
}

const Refused = ({ producer }: { producer: Producer }) => (
  <div class="refusal" role="alert">
    <CleanBar producer={producer} />
    <h1>The desk refused this page</h1>
    <p>{producer.replica.value.refusal ?? 'It did not say why.'}</p>
    <button type="button" onClick={() => location.reload()}>
      Reload
    </button>
  </div>
);
