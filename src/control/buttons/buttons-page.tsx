import { useComputed } from '@preact/signals';
import { useNow } from '../page/clock.ts';
import type { Producer } from '../page/producer.ts';
import { RefusalNote } from '../page/refusal-note.tsx';
import { isStrange, TokenForm } from '../page/token-form.tsx';
import { WatchBar } from '../page/watch-bar.tsx';
import { Banks } from '../rundown/banks.tsx';
import { ButtonBar } from './button-bar.tsx';
import { ButtonStatus } from './button-status.tsx';
import { ItemButton } from './item-button.tsx';

/** The rundown for a thumb: the bank that is open as large buttons, and what is done to the whole show. */
export function ButtonsPage({ producer }: { readonly producer: Producer }) {
  const { rundown, manifests } = producer;
  const now = useNow();
  const connection = useComputed(() => producer.replica.value.connection);
  const isStranger = useComputed(() => isStrange(producer));
  const buttons = rundown.items.value.flatMap((item) => {
    const manifest = manifests.find(({ id }) => id === item.overlay);
    return manifest ? [{ item, manifest }] : [];
  });
  if (isStranger.value) return <TokenForm producer={producer} />;
  return (
    <main class="control thumb" data-connection={connection.value}>
      <h1>{rundown.rundown.value.name}</h1>
      <WatchBar producer={producer} />
      <ButtonStatus producer={producer} now={now} />
      <Banks producer={producer} />
      <ol class="item-buttons" aria-label={`Bank ${rundown.bank.value}`}>
        {buttons.map(({ item, manifest }) => (
          <ItemButton key={item.id} item={item} manifest={manifest} producer={producer} />
        ))}
        {buttons.length === 0 && <li class="empty">Nothing in this bank: items are added in control.</li>}
      </ol>
      <ButtonBar producer={producer} />
      <RefusalNote producer={producer} />
    </main>
  );
}
