import { useLayoutEffect, useRef } from 'preact/hooks';
import { keyTable } from './keys.ts';
import { OutputsNote } from './outputs-note.tsx';
import type { Producer } from './producer.ts';

export function KeysDialog({ producer }: { producer: Producer }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const open = producer.help.value;
  useLayoutEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  // Its word that it was closed comes late: by then it may have been opened again.
  const closed = () => open && !dialog.current?.open && producer.act({ do: 'help' });
  return (
    <dialog ref={dialog} aria-labelledby="keys-title" onClose={closed}>
      <h2 id="keys-title">Keys</h2>
      <table>
        <tbody>
          {keyTable.map(({ keys, what }) => (
            <tr key={keys}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        The numpad works too. Keys are off while you type in a field: Enter applies, Esc gives up, both leave it. While
        this is open only the panic works.
      </p>
      <OutputsNote />
      <p>
        How good the forecasts of this race were so far, misses included:{' '}
        <a href="/?scorecard" target="_blank" rel="noreferrer">
          Scorecard
        </a>
      </p>
      <button type="button" onClick={() => producer.act({ do: 'help' })}>
        Close
      </button>
    </dialog>
  );
}
