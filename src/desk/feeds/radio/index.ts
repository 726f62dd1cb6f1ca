import { basename } from 'node:path';
import type { Sheet } from '../../../race/sheet.ts';
import { ok, type Result } from '../../../wire/result.ts';
import { noRoad } from '../../course/no-road.ts';
import { textOfFile } from '../../file-text.ts';
import { riderTable } from '../../papers/rider-table.ts';
import type { FeedKind, Live, Parse, Parsed } from '../feed.ts';

const FEED = 'radio';
const TOPIC = 'start-list';

export default {
  name: FEED,
  takes: '<riders.csv>',
  help: 'a race without trackers, told on the slate: its start list; its road comes with --course',
  isLive: true,
  lacksRoad: true,
  parser: () => parse,
  open: ({ argument }) => radio(argument),
} satisfies FeedKind;

/** A race of which nothing comes but what people say: its start list is told once. */
export function radio(file: string): Result<Live> {
  const read = textOfFile(file, `${file || 'The start list'} cannot be read; write --feed radio:riders.csv.`);
  if (!read.ok) return read;
  const text = read.value;
  const list = riderTable(text, file);
  if (!list.ok) return list;
  return ok({
    title: `the radio, with the riders of ${basename(file)}`,
    feeds: [FEED],
    tellsNoTime: true,
    reader: () => parse,
    listen(take) {
      take({ feed: FEED, topic: TOPIC, text });
      return () => {};
    },
  });
}

const parse: Parse = ({ topic, text }): Parsed => {
  if (topic !== TOPIC) return { events: [], faults: [`the radio has no topic "${topic}"; it was left out`] };
  const list = riderTable(text, 'the start list');
  if (!list.ok) return { events: [], faults: [list.error] };
  const { riders, teams, doubts } = list.value;
  const info = { id: FEED, race: '', stage: '', type: 'flat', startMs: null, utcOffsetMin: offsetMin() } as const;
  const sheet: Sheet = { info, course: noRoad, teams, riders, jerseys: [], general: [] };
  return { events: [{ kind: 'sheet', sheet }], faults: doubts };
};

const offsetMin = (): number => -new Date().getTimezoneOffset();
