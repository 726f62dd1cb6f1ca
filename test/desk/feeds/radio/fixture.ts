import radio from '../../../../src/desk/feeds/radio/index.ts';
import { START_MS } from '../../../support/race.ts';
import type { Conformance } from '../conformance.ts';

export default {
  name: 'radio',
  parser: radio.parser,
  papers: () => [{ topic: 'start-list', text: 'bib,family\n1,Novak\n2,Dupont\n' }],
  bib: '1',
  place: () => null,
  passing: () => null,
  topics: ['start-list'],
  fromMs: START_MS,
} satisfies Conformance;
