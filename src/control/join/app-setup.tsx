import type { JoinedPhone } from '../../wire/public/joining.ts';
import { CopyText } from './copy-text.tsx';
import { phoneLinks } from './phone-apps.ts';

interface Props {
  readonly joined: JoinedPhone;
  readonly onForget: () => void;
}

/** One of three apps is enough, each with what to do. */
export function AppSetup({ joined, onForget }: Props) {
  const links = phoneLinks(location.origin, joined);
  return (
    <>
      <p class="you">{joined.name}: you are in. Now one app sends where you are. Choose any of these three.</p>
      <section aria-label="OwnTracks">
        <h2>OwnTracks</h2>
        <p>iPhone and Android. Install it from the store, let it use your location always, then press:</p>
        <a class="main button" href={links.ownTracks}>
          Set up OwnTracks
        </a>
      </section>
      <section aria-label="Traccar Client">
        <h2>Traccar Client</h2>
        <p>iPhone and Android. Install it from the store, let it use your location always, then press:</p>
        <a class="main button" href={links.traccar}>
          Set up Traccar Client
        </a>
      </section>
      <section aria-label="GPSLogger">
        <h2>GPSLogger</h2>
        <p>Android. Copy this into Logging details › Log to custom URL, log every 5 seconds, then press Start.</p>
        <CopyText text={links.gpsLogger} label="Address for GPSLogger" />
      </section>
      <details>
        <summary>Nothing happens when I press?</summary>
        <p>Install the app first. Older ones are set up by hand: HTTP, every 5 seconds, to this address.</p>
        <CopyText text={links.address} label="Address for other apps" />
      </details>
      <p class="quiet">
        Keep the phone on you, with the app open when you start. This address is yours alone: show it to nobody.
      </p>
      <button type="button" onClick={onForget}>
        I am not number {joined.bib}
      </button>
    </>
  );
}
