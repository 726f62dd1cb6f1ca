import type { Replica } from '../../host/link-replica.ts';
import type { PageState, Shown } from '../../wire/crew/half.ts';

/** What the pages on air make of one graphic: what was wished is another column. */
export interface AirState {
  /** `seen` is in a picture; `amiss` is wished, and nobody sees it; `pending` is on its way. */
  readonly mark: 'off' | 'seen' | 'pending' | 'amiss';
  /** In a word or two. */
  readonly word: string;
  /** One sentence, where there is more to say. */
  readonly more: string | null;
}

const OFF: AirState = { mark: 'off', word: 'Off', more: null };
const NOT_YET: AirState = { mark: 'pending', word: 'Not yet', more: null };
const NOBODY: AirState = {
  mark: 'amiss',
  word: 'No page',
  more: "Taken, but there is no page on air beside control's own monitors.",
};

type Heard = Pick<Replica, 'shown' | 'pages'>;

/** As the pages say. Control's own monitors are on no air, and have no say. */
export function airState({ shown, pages }: Heard, overlay: string, taken: boolean): AirState {
  const row = shown.air.find((its) => its.overlay === overlay);
  if (!row) return taken ? NOT_YET : OFF;
  switch (row.life) {
    case 'on':
      return taken
        ? onAir(row, pages.list)
        : { mark: 'seen', word: 'Still on', more: `Taken out, but ${count(row)} draw it.` };
    case 'entering':
      return { mark: 'seen', word: 'Entering', more: null };
    case 'leaving':
      return { mark: 'seen', word: 'Leaving', more: taken ? because('Leaves by itself', row.why) : null };
    case 'waiting':
      return { mark: 'amiss', word: 'Waiting', more: because('Taken, nothing to show', row.why) };
    case 'failed':
      return { mark: 'amiss', word: 'Failed', more: failure(pages.list, overlay) ?? because('Failed', row.why) };
    case 'off':
      if (!taken) return OFF;
      if (row.of === 0) return NOBODY;
      return row.why === null
        ? NOT_YET
        : { mark: 'pending', word: 'Hidden', more: because('Taken, not drawn', row.why) };
  }
}

function onAir(row: Shown, pages: readonly PageState[]): AirState {
  const everywhere = row.on === row.of;
  const failed = everywhere ? null : failure(pages, row.overlay);
  const partly = everywhere ? null : [`Only ${count(row)} draw it.`, failed].filter(Boolean).join(' ');
  return { mark: 'seen', word: 'On air', more: partly ?? (row.why && because('Muted', row.why)) };
}

const count = ({ on, of }: Shown): string => `${on} of ${of} ${of === 1 ? 'page' : 'pages'}`;

const because = (what: string, why: string | null): string => (why ? `${what}: ${why}.` : `${what}.`);

/** "Failed: the message; what to do", of a page on air that lost the graphic; null where none did. */
function failure(pages: readonly PageState[], overlay: string): string | null {
  const faults = pages
    .filter(isOnAir)
    .filter(({ report }) => report?.lives.some((its) => its.overlay === overlay && its.life === 'failed'))
    .flatMap(({ report }) => report?.faults.filter((its) => its.overlay === overlay) ?? []);
  const fault = faults.at(-1);
  return fault ? `Failed: ${fault.message}; ${fault.remedy}` : null;
}

/** A program page that is there, and is not one of control's own. */
const isOnAir = ({ role, monitor, lost }: PageState): boolean => role === 'program' && !monitor && !lost;
