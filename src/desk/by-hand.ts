import type { OverrideEvent, SlateEvent } from '../race/event.ts';
import type { Race } from '../race/race.ts';
import { slateText } from '../race/slate/read-slate.ts';
import type { Crew } from '../wire/crew/half.ts';
import type { OperatorEvent } from '../wire/protocol.ts';

/** What stands in the list of what hands say, each with its author. */
export const isByHand = (event: OperatorEvent): event is OverrideEvent | SlateEvent =>
  event.kind === 'override' || event.kind === 'slate-line';

/** Said now, and for as long: the page that said it may show data that are frozen, or a moment before one that is sought. */
export function datedAt(atMs: number, event: OverrideEvent | SlateEvent): OverrideEvent | SlateEvent {
  const { until, atMs: thenMs } = event;
  if (typeof until !== 'number' || Number.isNaN(thenMs)) return { ...event, atMs };
  return { ...event, atMs, until: until + atMs - thenMs };
}

/** "31 family Šafránek (control 1)", "slate 2: 1 2 +60 (http 10.0.0.7)": all that stands instead of the feed. */
export const handWords = (race: Race | null): readonly string[] => [
  ...(race?.overrides ?? []).map(({ path, value, author }) => `${pathText(path)} ${value}${by(author)}`),
  ...(race?.slate ?? []).map(
    (group) => `slate ${slateText({ ...group, km: group.km?.km ?? null })}${by(group.author)}`,
  ),
];

const pathText = (path: string): string => path.replace(/^rider\//, '').replaceAll('/', ' ');
const by = (author: string): string => (author === '' ? '' : ` (${author})`);

/** Who said what stands, by its path or the id of its group. */
export const authorsOf = (race: Race | null): Crew['authors'] =>
  Object.fromEntries([
    ...(race?.overrides ?? []).map(({ path, author }) => [path, author]),
    ...(race?.slate ?? []).map(({ id, author }) => [id, author]),
  ]);
