import type { Parse, Raw } from '../../src/desk/feeds/feed.ts';
import { sheet } from './race.ts';

/** What `--riders` and `--course` bring along to a feed that tells neither riders nor a road. */
export const brought: readonly Raw[] = [{ topic: 'brought', text: 'along' }];

const papers = sheet();

/** The reader of such a feed, with it. */
export function withBrought(parser: () => Parse): () => Parse {
  return () => {
    const parse = parser();
    return (raw) => (raw.topic === 'brought' ? { events: [{ kind: 'sheet', sheet: papers }], faults: [] } : parse(raw));
  };
}
