import '@fontsource/roboto-condensed/400.css';
import '@fontsource/roboto-condensed/500.css';
import '@fontsource/roboto-condensed/700.css';
import '../control.css';
import { openLink } from '../../host/link.ts';
import { manifests } from '../rundown/manifests.ts';
import { mountButtons } from './mount-buttons.tsx';

/** The page of buttons, for a phone or a tablet. */
export function startButtons(root: HTMLElement): void {
  mountButtons(root, openLink('buttons'), manifests);
}
