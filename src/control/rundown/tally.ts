import type { Replica } from '../../host/link-replica.ts';
import type { Manifest } from '../../show/manifest.ts';
import { hiddenOf, wishedOf } from '../../show/replay.ts';
import { itemOf, type Show } from '../../show/show.ts';
import { airState } from './air.ts';

/** What stands over a monitor, and how its frame is lit. */
export interface Tally {
  readonly lit: 'off' | 'on' | 'amiss';
  readonly words: string;
}

type Cued = Pick<Show, 'preview' | 'replay'>;

/** During a replay it says which of what is cued will not be seen before its end. */
export function previewTally({ preview, replay }: Cued, manifests: readonly Manifest[]): Tally {
  const overlays = Object.values(preview).map(({ overlay }) => overlay);
  if (overlays.length === 0) return { lit: 'off', words: 'Nothing cued' };
  const hidden = hiddenOf({ program: preview, replay }, manifests);
  const now = overlays.filter((overlay) => !hidden.includes(overlay));
  const said = (what: string, some: readonly string[]) =>
    some.length > 0 ? [`${what}: ${titles(named(manifests, some))}`] : [];
  return { lit: 'on', words: [...said('Cued', now), ...said('Cued, hidden', hidden)].join('. ') };
}

/** "On air" is what pages say they draw; what was taken and is not seen stands behind it, by the reason. */
export function programTally(
  replica: Pick<Replica, 'show' | 'shown' | 'pages'>,
  manifests: readonly Manifest[],
): Tally {
  const { show, shown } = replica;
  const items = wishedOf(show, manifests);
  const wished = Object.values(items).map(({ overlay }) => overlay);
  const all = named(manifests, [...new Set([...wished, ...shown.air.map(({ overlay }) => overlay)])]).map((its) => ({
    ...its,
    ...airState(replica, its.id, itemOf(items, its.id) !== null),
  }));
  const seen = all.filter(({ mark }) => mark === 'seen');
  const words = [...new Set(all.filter(({ mark }) => mark === 'amiss' || mark === 'pending').map(({ word }) => word))];
  const unseen = words.map((word) => `${word}: ${titles(all.filter((its) => its.word === word))}`);
  return {
    lit: seen.length > 0 ? 'on' : all.some(({ mark }) => mark === 'amiss') ? 'amiss' : 'off',
    words: [seen.length > 0 ? `On air: ${titles(seen)}` : 'Nothing on air', ...unseen].join('. '),
  };
}

type Named = Pick<Manifest, 'id' | 'title'>;

const titles = (all: readonly Named[]): string => all.map(({ title }) => title).join(', ');

/** In the order of the keys; a graphic that this page does not know goes by its id. */
const named = (manifests: readonly Named[], overlays: readonly string[]): readonly Named[] => [
  ...manifests.filter(({ id }) => overlays.includes(id)),
  ...overlays.filter((id) => !manifests.some((its) => its.id === id)).map((id) => ({ id, title: id })),
];
