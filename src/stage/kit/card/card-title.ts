import { paintHatch } from '../hatch.ts';
import { type JerseyWords, paintJersey } from '../jersey.ts';
import { paintBadge } from '../marks.ts';
import type { Pen } from '../pen.ts';

/** The header of a card. */
export interface CardTitle {
  /** Before the name, a climb's category; empty where there is none. */
  readonly category?: string;
  readonly jersey?: JerseyWords | null;
  readonly name: string;
  /** At the other end, from long to short. */
  readonly facts?: readonly string[];
  /** In place of facts: the word for it, with the hatch that all of them have. */
  readonly forecast?: string;
}

export function paintTitle(on: Pen, title: CardTitle, width: number): void {
  const { category = '', jersey = null, name, facts = [], forecast = '' } = title;
  const { space, size } = on.supplies.theme;
  const y = size.module / 2;
  const right = forecast ? width - paintForecast(on, forecast, width - space.pad, y) : width;
  const badge = category ? paintBadge(on, category, false, space.pad, y) + space.gap : 0;
  const worn = jersey ? size.jersey + space.gap : 0;
  if (jersey) paintJersey(on, jersey, space.pad + badge, y, size.jersey);
  const left = space.pad + badge + worn;
  const capitals = name.toLocaleUpperCase(on.supplies.edition.language);
  const nameRoom = right - left - space.pad;
  const shortest = on.widthOf(facts.at(-1) ?? '', 'label', 'regular') + space.wide;
  const fitted = on.fit([capitals], nameRoom - shortest, 'row');
  const taken = on.words(fitted.text, { x: left, y, size: 'row', squeeze: fitted.squeeze });
  const said = on.fit(facts, nameRoom - taken - space.wide, 'label', 'regular');
  const at = { x: width - space.pad, y, size: 'label', beside: 'row', weight: 'regular', align: 'right' } as const;
  on.words(said.text, { ...at, squeeze: said.squeeze });
}

/** Its right edge at `right`. Returns what it takes of the header. */
function paintForecast(on: Pen, word: string, right: number, y: number): number {
  const { space, size } = on.supplies.theme;
  const text = word.toLocaleUpperCase(on.supplies.edition.language);
  const wide = on.words(text, { x: right, y, size: 'label', beside: 'row', align: 'right' });
  const left = 2 * Math.floor((right - wide - space.gap - size.pennon) / 2);
  on.context.save();
  on.context.translate(left, y - size.pennon / 2);
  paintHatch(on, { x: 0, y: 0, width: size.pennon, height: size.pennon }, on.ground.text);
  on.context.restore();
  return right - left + space.pad;
}
