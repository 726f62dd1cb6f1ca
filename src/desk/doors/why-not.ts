import { mayOperate, type Trust } from '../../wire/trust.ts';

/** Commands that are the engineer's. */
const engineersOnly: ReadonlySet<unknown> = new Set(['delay', 'loss', 'claim-over', 'tape', 'rehearse']);

/** Null where that may be asked, else one sentence. */
export function whyNotAsk(trust: Trust, asked: unknown): string | null {
  if (!mayOperate(trust)) return whyNotOperate(trust);
  return trust !== 'engineer' && engineersOnly.has(asked) ? ENGINEERS : null;
}

/** Said to an operator. */
const ENGINEERS = 'That is for the engineer: ask whoever has the link of the engineer.';

/** Why somebody may not command, in one sentence. */
function whyNotOperate(trust: Trust): string {
  if (trust === 'viewer')
    return 'You watch this desk with the link of a viewer: to command it, ask for the link of an operator.';
  if (trust === 'output') return 'This is the token of a picture, which commands nothing: use the link of an operator.';
  if (trust === 'source')
    return 'This is the token of a source, which tells of the road and commands nothing: use the link of an operator.';
  return 'This desk listens beyond its own machine and wants a token before it obeys: open it by the link of an operator, or send "Authorization: Bearer" and the token.';
}
