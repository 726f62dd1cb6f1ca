import { useComputed } from '@preact/signals';
import { Actions } from './actions.tsx';
import { useNow } from './clock.ts';
import { FaultNote } from './fault-note.tsx';
import { Glance } from './glance.tsx';
import { HealthPanel } from './health-panel.tsx';
import type { Keyboard } from './keyboard.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { Monitor } from './monitor.tsx';
import type { Producer } from './producer.ts';
import { Tile } from './tile.tsx';
import { TopBar } from './top-bar.tsx';
import { Transport } from './transport.tsx';

/** Addresses of the two output pages. */
export interface Pictures {
  readonly preview: string;
  readonly program: string;
}

interface Props {
  readonly producer: Producer;
  readonly keys: Keyboard['state'];
  readonly pictures: Pictures;
}

/** Reads as little as it can itself: each part redraws by what it reads. */
export function App({ producer, keys, pictures }: Props) {
  const now = useNow();
  const connection = useComputed(() => producer.replica.value.connection);
  if (connection.value === 'refused') return <Refused producer={producer} />;
  return (
    <div class="control" data-connection={connection.value}>
      <TopBar producer={producer} keys={keys} now={now} />
      <main>
        <div class="monitors">
          <Monitor bus="preview" url={pictures.preview} producer={producer} />
          <Monitor bus="program" url={pictures.program} producer={producer} />
        </div>
        <Actions producer={producer} />
        <FaultNote producer={producer} about={null} />
        <div class="tiles">
          {producer.manifests.map((manifest) => (
            <Tile key={manifest.id} manifest={manifest} producer={producer} />
          ))}
          {producer.manifests.length === 0 && <p class="empty">There is no graphic in overlays/.</p>}
        </div>
        <Transport producer={producer} now={now} />
      </main>
      <aside>
        <Glance producer={producer} />
        <HealthPanel producer={producer} now={now} />
      </aside>
      <KeysDialog producer={producer} />
    </div>
  );
}

const Refused = ({ producer }: { producer: Producer }) => (
  <div class="refusal" role="alert">
    <h1>The desk refused this page</h1>
    <p>{producer.replica.value.refusal ?? 'It did not say why.'}</p>
    <button type="button" onClick={() => location.reload()}>
      Reload
    </button>
  </div>
);
