import type { Race } from '../../race/race.ts';
import type { Manifest, Param, ParamValue } from '../../show/manifest.ts';
import type { RundownItem } from '../../show/rundown.ts';
import { bibParam } from '../line/riders.ts';
import type { AirState } from './air.ts';
import type { ItemState } from './rundown.ts';

/** What an item is told from others of its graphic by: whose it is, and the values that are not as by default. What its title says already is left out. */
export function valuesOf({ title, params, outS }: RundownItem, manifest: Manifest, race: Race | null): string {
  const bib = bibParam(manifest);
  const rider = bib === null ? null : race?.sheet.riders.get(String(params[bib]));
  const others = Object.entries(manifest.params).filter(([name, param]) => {
    const value = params[name];
    return name !== bib && value !== undefined && value !== param.default;
  });
  return [
    bib !== null && (rider ? `${rider.bib} ${rider.family}` : `${manifest.params[bib]!.label} ${params[bib]}`),
    ...others.map(([name, param]) => valueText(param, params[name]!)).filter((words) => words !== title),
    outS !== null && `out after ${outS} s`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function valueText(param: Param, value: ParamValue): string {
  if (param.type === 'choice') return param.choices[String(value)] ?? String(value);
  if (param.type === 'text') return `“${value}”`;
  return param.type === 'flag' ? `${param.label}: ${value ? 'on' : 'off'}` : `${param.label} ${value}`;
}

/** "On air", "Taken, waiting", "Cued": what is wished of an item and what pages make of it; empty where nothing is. */
export function stateWords({ taken, cued }: ItemState, air: AirState): string {
  const seen = air.mark === 'seen' ? air.word : `Taken, ${air.word.toLowerCase()}`;
  const words = taken === 'so' ? seen : taken === 'otherwise' ? 'Other on air' : null;
  return [words, cued && 'Cued'].filter(Boolean).join(', ');
}
