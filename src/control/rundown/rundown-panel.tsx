import { isTag } from '../../show/replay.ts';
import type { Producer } from '../page/producer.ts';
import { Banks } from './banks.tsx';
import { ItemRow } from './item-row.tsx';
import { RundownMenu } from './rundown-menu.tsx';

/** The items of the bank that is open, and what is done with rundowns. */
export function RundownPanel({ producer }: { readonly producer: Producer }) {
  const { rundown, manifests } = producer;
  const live = producer.live.value;
  const selected = rundown.selected.value;
  const rows = rundown.items.value.flatMap((item) => {
    const manifest = manifests.find(({ id }) => id === item.overlay);
    return manifest ? [{ item, manifest }] : [];
  });
  return (
    <section id="rundown" class="rundown" aria-label="Rundown" data-open={rundown.drawer.value}>
      <RundownMenu producer={producer} />
      <Banks producer={producer} />
      <ol class="items" aria-label={`Bank ${rundown.bank.value}`}>
        {rows.map(({ item, manifest }) => (
          <ItemRow
            key={item.id}
            item={item}
            manifest={manifest}
            selected={item.id === selected?.id}
            producer={producer}
          />
        ))}
        {rows.length === 0 && <li class="empty">Nothing in this bank yet: add a graphic.</li>}
      </ol>
      {rundown.removed.value !== null && (
        <button type="button" class="put-back" disabled={!live} onClick={() => void rundown.edit({ do: 'put-back' })}>
          Put back {rundown.removed.value}
        </button>
      )}
      <select
        class="add"
        aria-label="Add a graphic"
        value=""
        disabled={!live}
        onChange={({ currentTarget }) => {
          if (currentTarget.value) rundown.add(currentTarget.value);
          currentTarget.value = '';
          currentTarget.blur();
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Escape') currentTarget.blur();
        }}
      >
        <option value="">Add a graphic …</option>
        {manifests
          .filter((one) => !isTag(one))
          .map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
      </select>
    </section>
  );
}
