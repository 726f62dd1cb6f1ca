import { useSignal } from '@preact/signals';
import type { PhonesView } from '../../wire/crew/phones.ts';
import { joinAddress, joinHosts } from './join-address.ts';
import { QrCode } from './qr-code.tsx';

/** What riders scan or type: held before a camera, or printed. */
export function JoinSign({ view: { code, addresses } }: { readonly view: PhonesView }) {
  const chosen = useSignal<string | null>(null);
  const hosts = joinHosts(location, addresses);
  const host = hosts.find((one) => one === chosen.value) ?? hosts[0];
  if (host === undefined)
    return <p class="empty">This machine is in no network: no phone can reach it. Join one, then look again.</p>;
  const address = joinAddress(location.protocol, host, code);
  return (
    <div class="join-sign">
      <QrCode text={address} label={`Scan to join: ${address}`} />
      <p>
        <a href={address} target="_blank" rel="noreferrer">
          {address}
        </a>
      </p>
      {hosts.length > 1 && (
        <label class="field" for="join-host">
          <span>Network</span>
          <select
            id="join-host"
            value={host}
            onChange={({ currentTarget }) => {
              chosen.value = currentTarget.value;
              currentTarget.blur();
            }}
          >
            {hosts.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
