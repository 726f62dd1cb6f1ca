import * as v from 'valibot';
import { type Layer, layers, type Params } from '../show/manifest.ts';
import type { Item, Items, Show } from '../show/show.ts';
import type { DeskState, Hello, RaceClock, Transport } from './protocol.ts';

/** Shapes of what travels as JSON. Each is tied to its type: when one changes and the other does not, it will not build. */
type Shape<T> = v.GenericSchema<unknown, T>;

const number = v.pipe(v.number(), v.finite());
const short = v.pipe(v.string(), v.nonEmpty(), v.maxLength(80));

const layer: Shape<Layer> = v.picklist(layers);
const params: Shape<Params> = v.record(short, v.union([number, v.pipe(v.string(), v.maxLength(2000)), v.boolean()]));

export const transportShape: Shape<Transport> = v.variant('do', [
  v.object({ do: v.literal('pause') }),
  v.object({ do: v.literal('play') }),
  v.object({ do: v.literal('speed'), rate: v.pipe(number, v.minValue(0.1), v.maxValue(60)) }),
  v.object({ do: v.literal('seek'), atMs: number }),
]);

export const helloShape: Shape<Hello> = v.object({ protocol: number, role: short });

const item: Shape<Item> = v.object({ overlay: short, params, step: v.pipe(number, v.integer(), v.minValue(0)) });
const items: Shape<Items> = v.record(layer as v.GenericSchema<Layer>, item);
export const showShape: Shape<Show> = v.object({
  program: items,
  preview: items,
  cut: v.boolean(),
  latched: v.boolean(),
});
export const clockShape: Shape<RaceClock> = v.object({ atMs: number, rate: number });

export const deskShape: Shape<DeskState> = v.object({
  feed: v.string(),
  span: v.nullable(v.object({ fromMs: number, toMs: number })),
  notices: v.array(v.object({ level: v.picklist(['info', 'warning', 'error']), text: v.string(), count: number })),
  pages: v.array(v.object({ role: v.string(), count: number })),
});
