import * as v from 'valibot';
import { DELAY, type Delays, isOutputName } from '../show/delay.ts';
import type { Params } from '../show/manifest.ts';
import type { Item, Items } from '../show/show.ts';
import { type Layer, layers } from '../show/zones.ts';
import type { Admitted, Hello, Transport } from './protocol.ts';
import type { Air, OwnThemes, PastWord, RaceClock, StampedClock } from './public/half.ts';
import { trusts } from './trust.ts';

/** Shapes of what travels as JSON. Each is tied to its type: when one changes and the other does not, it will not build. */
type Shape<T> = v.GenericSchema<unknown, T>;

const number = v.pipe(v.number(), v.finite());
const short = v.pipe(v.string(), v.nonEmpty(), v.maxLength(80));

export const layerShape: Shape<Layer> = v.picklist(layers);
export const paramsShape: Shape<Params> = v.record(
  short,
  v.union([number, v.pipe(v.string(), v.maxLength(2000)), v.boolean()]),
);

export const transportShape: Shape<Transport> = v.variant('do', [
  v.object({ do: v.literal('pause') }),
  v.object({ do: v.literal('play') }),
  v.object({ do: v.literal('speed'), rate: v.pipe(number, v.minValue(0.1), v.maxValue(60)) }),
  v.object({ do: v.literal('seek'), atMs: number, rough: v.exactOptional(v.boolean()) }),
]);

/** How late a page is, in seconds. */
export const lateShape: Shape<number> = v.pipe(number, v.minValue(0), v.maxValue(DELAY.most));

export const helloShape: Shape<Hello> = v.object({
  protocol: number,
  role: short,
  monitor: v.exactOptional(v.boolean()),
  page: v.exactOptional(short),
  output: v.exactOptional(v.custom<string>(isOutputName)),
  lateS: v.exactOptional(lateShape),
});

const item: Shape<Item> = v.object({
  overlay: short,
  params: paramsShape,
  step: v.pipe(number, v.integer(), v.minValue(0)),
});
export const itemsShape: Shape<Items> = v.record(layerShape as v.GenericSchema<Layer>, item);
export const airShape: Shape<Air> = v.object({
  program: itemsShape,
  cut: v.boolean(),
  latched: v.boolean(),
  frozen: v.boolean(),
  replay: v.boolean(),
  loss: v.record(short, v.nullable(number)),
  delays: v.record(v.string(), number) as Shape<Delays>,
});
export const themesShape: Shape<OwnThemes> = v.object({ default: v.nullable(short), versions: v.record(short, short) });
export const admittedShape: Shape<Admitted> = v.object({
  trust: v.picklist(trusts),
  author: v.string(),
  why: v.nullable(v.string()),
});
export const clockShape: Shape<RaceClock> = v.object({ atMs: number, rate: number });
export const stampedClockShape: Shape<StampedClock> = v.object({ atMs: number, rate: number, sentMs: number });
export const pastShape: Shape<PastWord> = v.object({ desk: short, sentMs: number, seq: number });
