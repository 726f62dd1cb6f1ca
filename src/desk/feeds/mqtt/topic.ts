import type { Bib } from '../../../race/units.ts';
import { bibOf } from '../json.ts';

/** Whose a message is, by the topic on which it was published. */
export interface PhoneTopic {
  readonly user: string;
  readonly device: string;
  /** `<user>/<device>` */
  readonly id: string;
}

/** What the app publishes below its own topic: cards on `info`, transitions on `event`. */
const BELOW = new Set([
  'info',
  'event',
  'beacon',
  'waypoint',
  'waypoints',
  'status',
  'dump',
  'step',
  'steps',
  'cmd',
  'request',
]);
const LONGEST = 60;

/** `owntracks/<user>/<device>`, whatever stands before that and below it; null for a topic that is too short or too long. */
export function phoneTopicOf(topic: string): PhoneTopic | null {
  const levels = topic.split('/');
  if (levels.length > 3 && BELOW.has(levels.at(-1) ?? '')) levels.pop();
  const [user = '', device = ''] = levels.slice(-2).map((level) => level.trim());
  const id = `${user}/${device}`;
  return user === '' || device === '' || id.length > LONGEST ? null : { user, device, id };
}

/** How sure a number is: brokers let a user publish as himself alone, and what stands in a message is only said. */
const SURE = { user: 3, device: 2, tid: 1 } as const;

interface Claim {
  readonly bib: Bib;
  readonly sure: number;
}

/**
 * The number by which a phone is called without a list: its user where that is a number, else its device, else the `tid`
 * of its messages, unless that is the end of the device's name, as the app has it by itself.
 */
function claimOf({ user, device }: PhoneTopic, tid: string): Claim | null {
  if (isNumber(user)) return { bib: user, sure: SURE.user };
  if (isNumber(device)) return { bib: device, sure: SURE.device };
  const isOwn = isNumber(tid) && !device.toLowerCase().endsWith(tid.toLowerCase());
  return isOwn ? { bib: tid, sure: SURE.tid } : null;
}

const isNumber = (text: string): boolean => /^\d{1,5}[A-Za-z]?$/.test(text) && bibOf(text) !== null;

/**
 * Who rides as whom. Of two users with the same number the surer one has it, else the one who came first: the other is
 * called by the name of his user, as is whoever has no number.
 */
export function createClaims(): (
  topic: PhoneTopic,
  tid: string,
) => { readonly bib: Bib; readonly refused: Bib | null } {
  const owners = new Map<Bib, { readonly user: string; readonly sure: number }>();
  return (topic, tid) => {
    const { user } = topic;
    const claim = claimOf(topic, tid);
    if (!claim) return { bib: user, refused: null };
    const owner = owners.get(claim.bib);
    if (owner && owner.user !== user && owner.sure >= claim.sure) return { bib: user, refused: claim.bib };
    if (!owner || owner.sure < claim.sure) owners.set(claim.bib, { user, sure: claim.sure });
    return { bib: claim.bib, refused: null };
  };
}
