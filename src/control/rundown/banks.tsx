import { holds } from '../../show/placing.ts';
import { banks } from '../../show/rundown.ts';
import type { Producer } from '../page/producer.ts';

/** Each says whether something of it is on air: what is on air is never out of sight. */
export function Banks({ producer: { rundown, show, live } }: { readonly producer: Producer }) {
  const isOnAir = (bank: number) =>
    live.value && rundown.rundown.value.items.some((item) => item.bank === bank && holds(show.value.program, item));
  return (
    <fieldset class="banks" aria-label="Bank">
      {banks.map((bank) => (
        <button
          key={bank}
          type="button"
          aria-label={`Bank ${bank}${isOnAir(bank) ? ', on air' : ''}`}
          aria-pressed={bank === rundown.bank.value}
          aria-keyshortcuts={`Alt+${bank}`}
          onClick={() => rundown.open(bank)}
        >
          {bank}
          {isOnAir(bank) && <small>on air</small>}
        </button>
      ))}
    </fieldset>
  );
}
