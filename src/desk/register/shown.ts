import { type Items, itemOf } from '../../show/show.ts';
import type { PageState, Shown } from '../../wire/crew/half.ts';
import type { ReportedLife, ShownLife } from '../../wire/crew/report.ts';

/** What is seen on any page is on air: that is what a producer must not overlook. */
const MOST_SEEN_FIRST: readonly ShownLife[] = ['on', 'entering', 'leaving', 'failed', 'waiting', 'off'];

const isSeen = (life: ShownLife): boolean => ['on', 'entering', 'leaving'].includes(life);

/** What pages say they draw, one row for each graphic that is wanted or that a page still has. */
export function shownBy(pages: readonly PageState[], wanted: Items): readonly Shown[] {
  const wishes = Object.values(wanted).map(({ overlay }) => overlay);
  const drawn = pages.flatMap(({ report }) => report?.lives.map(({ overlay }) => overlay) ?? []);
  return [...new Set([...wishes, ...drawn])].sort().map((overlay) => {
    const said = pages.map((page) => lifeOn(page, overlay)).sort(byLife);
    const { life, why } = said[0] ?? { life: 'off', why: 'no program page is connected' };
    const on = said.filter((row) => isSeen(row.life)).length;
    return { overlay, wished: itemOf(wanted, overlay) !== null, life, why, on, of: pages.length };
  });
}

type Row = Pick<ReportedLife, 'life' | 'why'>;

/** A page may have it twice for a moment: while it changes its layer. */
const lifeOn = ({ report }: PageState, overlay: string): Row =>
  report?.lives.filter((row) => row.overlay === overlay).sort(byLife)[0] ?? { life: 'off', why: null };

const byLife = (a: Row, b: Row): number => MOST_SEEN_FIRST.indexOf(a.life) - MOST_SEEN_FIRST.indexOf(b.life);
