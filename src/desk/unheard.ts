import type { Arguments } from './arguments.ts';
import { isLoopback } from './doors/loopback.ts';
import type { FeedKinds } from './feeds/kinds.ts';

/** What to say where a feed waits for other machines and the desk listens to its own alone; null where it does not. */
export function unheardOf(
  { feeds, host, behindProxy }: Pick<Arguments, 'feeds' | 'host' | 'behindProxy'>,
  kinds: FeedKinds,
) {
  const waiting = feeds.find(({ kind }) => kinds.get(kind)?.comesByNetwork);
  if (!waiting || behindProxy || !isLoopback(host)) return null;
  return `--feed ${waiting.kind} waits for other machines, and this desk listens to its own alone: start it with --host 0.0.0.0, unless a tunnel or a proxy of this machine brings them.`;
}
