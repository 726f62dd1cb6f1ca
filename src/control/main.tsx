import '@fontsource/roboto-condensed/400.css';
import '@fontsource/roboto-condensed/500.css';
import '@fontsource/roboto-condensed/700.css';
import './control.css';
import { openLink } from '../host/link.ts';
import { mount } from './mount.tsx';
import { manifests } from './rundown/manifests.ts';

/** The producer's page. */
export function startControl(root: HTMLElement): void {
  mount(root, openLink('control'), manifests, { preview: '/?show=preview&monitor', program: '/?show=program&monitor' });
}
