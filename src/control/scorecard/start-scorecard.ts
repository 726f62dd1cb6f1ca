import '@fontsource/roboto-condensed/400.css';
import '@fontsource/roboto-condensed/500.css';
import '@fontsource/roboto-condensed/700.css';
import './scorecard-page.css';
import { readDeskAddress } from '../../wire/foreign/desk-address.ts';
import { fail, ok } from '../../wire/result.ts';
import { mountScorecard } from './mount-scorecard.tsx';

/** How good the forecasts were, for anyone. `isFromDesk`: a desk served this page; else its address may name one. */
export function startScorecard(root: HTMLElement, isFromDesk: boolean, named: string | null): void {
  const desk = isFromDesk ? ok({ url: '' }) : named ? readDeskAddress(named) : fail(NO_DESK);
  mountScorecard(root, desk.ok ? ok(`${desk.value.url}/api/scorecard`) : desk);
}

const NO_DESK =
  'This page comes from a server that is no desk, and nothing is forecast here: open it on a desk, or add &desk=192.168.1.20:4000 with the address of yours.';
