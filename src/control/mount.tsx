import { render } from 'preact';
import type { Link } from '../host/link.ts';
import type { Manifest } from '../show/manifest.ts';
import { App, type MonitorUrls } from './page/app.tsx';
import { openBesideDesk } from './page/beside-desk.ts';
import { keyboard } from './page/keyboard.ts';
import { producer } from './page/producer.ts';

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
  render(<App producer={model} keys={keys.state} monitors={monitors} />, root);
  return () => {
    render(null, root);
    keys.stop();
    model.close();
    beside.close();
  };
}
