import { useSignal } from '@preact/signals';
import { keepToken } from '../../host/link-token.ts';
import { seesCrew } from '../../wire/trust.ts';
import type { Producer } from './producer.ts';

/** A desk that listens beyond its own machine wants a token before it shows or obeys: what an address with one brings. */
export function TokenForm({ producer }: { readonly producer: Producer }) {
  const { admitted } = producer.replica.value;
  const typed = useSignal('');
  const isRemembered = useSignal(false);
  return (
    <form
      class="refusal"
      onSubmit={(event) => {
        event.preventDefault();
        keepToken(typed.value.trim(), isRemembered.value);
        location.reload();
      }}
    >
      <h1>This desk wants a token</h1>
      <p>
        {admitted?.why ??
          'Open control by the address that the desk printed when it began, or bring a token here. Its engineer makes one with "npm run tokens".'}
      </p>
      <label>
        Token
        <input
          type="password"
          autocomplete="off"
          required
          value={typed.value}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
          }}
        />
      </label>
      <label>
        <input
          type="checkbox"
          checked={isRemembered.value}
          onChange={({ currentTarget }) => {
            isRemembered.value = currentTarget.checked;
          }}
        />
        Remember it in this browser
      </label>
      <button type="submit">Enter</button>
    </form>
  );
}

/** The desk has spoken, and shows this page nothing of the crew. */
export function isStrange({ replica }: Producer): boolean {
  const { admitted } = replica.value;
  return admitted !== null && !seesCrew(admitted.trust);
}
