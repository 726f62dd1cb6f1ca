import type { RiderStatus } from '../../../race/event.ts';

const words: Readonly<Record<string, RiderStatus>> = {
  active: 'racing',
  racing: 'racing',
  abandoned: 'abandoned',
  abandon: 'abandoned',
  ab: 'abandoned',
  withdrawn: 'abandoned',
  withdrawal: 'abandoned',
  retired: 'abandoned',
  dnf: 'abandoned',
  dns: 'not-started',
  np: 'not-started',
  'non partant': 'not-started',
  'not started': 'not-started',
  otl: 'outside-limit',
  hd: 'outside-limit',
  'hors delai': 'outside-limit',
  'hors delais': 'outside-limit',
  dsq: 'disqualified',
  disqualified: 'disqualified',
};

/** What a word says of a rider, accents and case aside; a word that nobody knows says nothing. */
export function statusOf(text: string): RiderStatus | undefined {
  const word = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[_-]/g, ' ');
  return Object.hasOwn(words, word) ? words[word] : undefined;
}
