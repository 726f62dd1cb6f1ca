import { render } from 'preact';
import type { Link } from '../../host/link.ts';
import type { Manifest } from '../../show/manifest.ts';
import { openBesideDesk } from '../page/beside-desk.ts';
import { producer } from '../page/producer.ts';
import { ButtonsPage } from './buttons-page.tsx';

/** Puts the page of buttons into `root`; returns the way to take it away again. */
export function mountButtons(root: HTMLElement, link: Link, manifests: readonly Manifest[]): () => void {
  const beside = openBesideDesk();
  const model = producer(link, manifests, beside);
  render(<ButtonsPage producer={model} />, root);
  return () => {
    render(null, root);
    model.close();
    beside.close();
  };
}
