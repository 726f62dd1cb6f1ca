import { render } from 'preact';
import type { Link } from '../host/link.ts';
import type { Manifest } from '../show/manifest.ts';
import { beneathHand } from './beneath/beneath-hand.ts';
import { browserMemory } from './beneath/memory.ts';
import { App, type MonitorUrls } from './page/app.tsx';
import { openBesideDesk } from './page/beside-desk.ts';
import { keyboard } from './page/keyboard.ts';
import { producer } from './page/producer.ts';

/** More than a dock: in one nothing lies beneath its monitor, since nothing is chosen there. */
const ROOMY = '(min-width: 481px)';

/** Puts the page into `root`; returns the way to take it away again. */
export function mount(
  root: HTMLElement,
  link: Link,
  manifests: readonly Manifest[],
  monitors: MonitorUrls,
): () => void {
  const beside = openBesideDesk();
  const model = producer(link, manifests, beside);
  const keys = keyboard(model.act);
  const under = beneathHand(browserMemory, navigator.mediaDevices);
  const roomy = matchMedia(ROOMY);
  const follow = () => under.rest(!roomy.matches);
  roomy.addEventListener('change', follow);
  follow();
  render(<App producer={model} keys={keys.state} monitors={monitors} beneath={under} />, root);
  return () => {
    render(null, root);
    keys.stop();
    roomy.removeEventListener('change', follow);
    under.close();
    model.close();
    beside.close();
  };
}
