import '@fontsource/roboto-condensed/400.css';
import '@fontsource/roboto-condensed/500.css';
import '@fontsource/roboto-condensed/700.css';
import './join-page.css';
import { mountJoin } from './mount-join.tsx';

/** The page by which riders' phones join. */
export function startJoin(root: HTMLElement): void {
  mountJoin(root, location.hash);
}
