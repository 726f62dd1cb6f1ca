import * as v from 'valibot';
import type { Waiting } from '../../race/confirm/waiting.ts';
import { incidentCauses } from '../../race/event.ts';
import { asksOfAll, asksOfLayer, asksOfOne, asksWithParams } from '../../show/command.ts';
import type { Owners } from '../../show/show.ts';
import type { Layer } from '../../show/zones.ts';
import { bib } from '../hand-schema.ts';
import { quarantineShape } from '../public/race-schema.ts';
import { itemsShape, layerShape } from '../schema.ts';
import type { Changes, Countdown, CrewDelta, CrewSnapshot, DeskState, DeviceState, Pages, Shown } from './half.ts';
import { reportShape, shownLife } from './report.ts';
import { rundownsShape } from './rundown.ts';

type Shape<T> = v.GenericSchema<unknown, T>;

const number = v.pipe(v.number(), v.finite());

const desk: Shape<DeskState> = v.object({
  feed: v.string(),
  span: v.nullable(v.object({ fromMs: number, toMs: number })),
  busy: v.boolean(),
  joins: v.boolean(),
  notices: v.array(
    v.object({
      level: v.picklist(['info', 'warning', 'error']),
      text: v.string(),
      count: number,
      atMs: v.nullable(number),
      isOver: v.boolean(),
    }),
  ),
});

const shown: Shape<readonly Shown[]> = v.array(
  v.object({
    overlay: v.string(),
    wished: v.boolean(),
    life: shownLife,
    why: v.nullable(v.string()),
    on: number,
    of: number,
  }),
);

const pages: Shape<Pages> = v.object({
  counts: v.array(v.object({ role: v.string(), monitor: v.boolean(), count: number, lost: number })),
  list: v.array(
    v.object({
      page: v.string(),
      role: v.string(),
      monitor: v.boolean(),
      output: v.nullable(v.string()),
      address: v.string(),
      sinceMs: number,
      lost: v.boolean(),
      report: v.nullable(reportShape),
    }),
  ),
});

const leaving: Shape<readonly Countdown[]> = v.array(v.object({ overlay: v.string(), outS: number, leftS: number }));

const brief: Shape<Changes['undo']> = v.nullable(
  v.object({
    do: v.picklist([...asksWithParams, ...asksOfOne, ...asksOfLayer, ...asksOfAll, 'delay']),
    overlay: v.nullable(v.string()),
  }),
);

const waiting: Shape<Waiting> = v.object({
  id: v.string(),
  atMs: number,
  state: v.nullable(v.picklist(['unofficial', 'provisional'])),
  cause: v.nullable(v.picklist(incidentCauses)),
  rank: number,
  first: v.array(bib),
});

const devices: Shape<readonly DeviceState[]> = v.array(
  v.object({
    bib,
    feed: v.string(),
    fixMs: number,
    batteryPct: v.nullable(number),
    accuracyM: v.nullable(number),
  }),
);

const ownersShape: Shape<Owners> = v.record(layerShape as v.GenericSchema<Layer>, v.string());

const parts = {
  preview: itemsShape,
  owners: ownersShape,
  changes: v.object({ undo: brief, redo: brief }),
  rundowns: rundownsShape,
  leaving,
  desk,
  shown: v.object({ air: shown, monitors: shown }),
  pages,
  quarantine: quarantineShape,
  radio: v.array(v.object({ atMs: number, text: v.string() })),
  devices,
  authors: v.record(v.string(), v.string()),
  waiting: v.array(waiting),
};

export const crewShape: Shape<CrewSnapshot> = v.object({ seq: number, ...parts });
export const crewDeltaShape: Shape<CrewDelta> = v.object({
  seq: number,
  preview: v.exactOptional(parts.preview),
  owners: v.exactOptional(parts.owners),
  changes: v.exactOptional(parts.changes),
  rundowns: v.exactOptional(parts.rundowns),
  leaving: v.exactOptional(parts.leaving),
  desk: v.exactOptional(parts.desk),
  shown: v.exactOptional(parts.shown),
  pages: v.exactOptional(parts.pages),
  quarantine: v.exactOptional(parts.quarantine),
  radio: v.exactOptional(parts.radio),
  devices: v.exactOptional(parts.devices),
  authors: v.exactOptional(parts.authors),
  waiting: v.exactOptional(parts.waiting),
});
