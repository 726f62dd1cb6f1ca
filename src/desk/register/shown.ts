import type { Manifest } from '../../show/manifest.ts';
import { createDrawn, wishedOf } from '../../show/replay.ts';
import { type Items, itemOf, type Show } from '../../show/show.ts';
import type { PageState, Shown } from '../../wire/crew/half.ts';
import type { ReportedLife, ShownLife } from '../../wire/crew/report.ts';
import { isSeen } from './air-page.ts';

/** What is seen on any page is on air: that is what a producer must not overlook. */
const MOST_SEEN_FIRST: readonly ShownLife[] = ['on', 'entering', 'leaving', 'failed', 'waiting', 'off'];

/** Why what is wished is on no page that obeys: a replay has no place for it. */
const HIDDEN = 'hidden for the replay';

/** What is asked for on air, and what of it pages are to draw: less, as long as a replay runs. */
export interface Wanted {
  readonly wished: Items;
  readonly drawn: Items;
}

export function createWanted(manifests: readonly Manifest[]): (show: Show) => Wanted {
  const drawn = createDrawn(manifests);
  return (show) => ({ wished: wishedOf(show, manifests), drawn: drawn(show) });
}

/** What pages say they draw, one row for each graphic that is wished or that a page still has. */
export function shownBy(pages: readonly PageState[], { wished, drawn }: Wanted): readonly Shown[] {
  const wishes = Object.values(wished).map(({ overlay }) => overlay);
  const held = pages.flatMap(({ report }) => report?.lives.map(({ overlay }) => overlay) ?? []);
  return [...new Set([...wishes, ...held])].sort().map((overlay) => {
    const said = pages.map((page) => lifeOn(page, overlay)).sort(byLife);
    const { life, why } = said[0] ?? { life: 'off', why: 'no program page is connected' };
    const on = said.filter((row) => isSeen(row.life)).length;
    const isWished = itemOf(wished, overlay) !== null;
    const isHidden = isWished && pages.length > 0 && itemOf(drawn, overlay) === null;
    return { overlay, wished: isWished, life, why: why ?? (isHidden ? HIDDEN : null), on, of: pages.length };
  });
}

type Row = Pick<ReportedLife, 'life' | 'why'>;

/** A page may have it twice for a moment: while it changes its layer. */
const lifeOn = ({ report }: PageState, overlay: string): Row =>
  report?.lives.filter((row) => row.overlay === overlay).sort(byLife)[0] ?? { life: 'off', why: null };

const byLife = (a: Row, b: Row): number => MOST_SEEN_FIRST.indexOf(a.life) - MOST_SEEN_FIRST.indexOf(b.life);
