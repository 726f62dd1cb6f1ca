import { paintHatch } from '../hatch.ts';
import { paintBadge } from '../marks.ts';
import type { Pen } from '../pen.ts';

/** The header of a card. */
export interface CardTitle {
  /** Before the name, a climb's category; empty where there is none. */
  readonly category?: string;
  readonly name: string;
  /** At the other end, from long to short. */
  readonly facts?: readonly string[];
  /** In place of facts: the word for it, with the hatch that all of them have. */
  readonly forecast?: string;
}

export function paintTitle(on: Pen, title: CardTitle, width: number): void {
  const { category = '', name, facts = [], forecast = '' } = title;
  const { space, size } = on.supplies.theme;
  const y = size.module / 2;
  // What is called so already needs no word at the other end.
  const isNamedSo = forecast !== '' && forecast === name;
  const right = forecast && !isNamedSo ? width - paintForecast(on, forecast, width - space.pad, y) : width;
  if (isNamedSo) paintSwatch(on, space.pad, y);
  const badge = category ? paintBadge(on, category, false, space.pad, y) : isNamedSo ? size.pennon : 0;
  const left = space.pad + (badge ? badge + space.gap : 0);
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
  paintSwatch(on, left, y);
  return right - left + space.pad;
}

function paintSwatch(on: Pen, x: number, y: number): void {
  const { space, size } = on.supplies.theme;
  on.context.save();
  // As many stripes in one corner as in the other.
  on.context.translate(x - space.pad / 2, y - size.pennon / 2);
  paintHatch(on, { x: space.pad / 2, y: 0, width: size.pennon, height: size.pennon }, on.ground.text);
  on.context.restore();
}
