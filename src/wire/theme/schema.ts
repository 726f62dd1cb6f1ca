import * as v from 'valibot';
import type { Theme } from '../../edition/theme.ts';
import { jerseyLooks } from '../../race/jersey-look.ts';
import { layers } from '../../show/zones.ts';

/*
 * The shape of a theme, as a file has it. The message of each shape is what is wanted in its place; the JSON Schema beside
 * the themes is made from here.
 */

const number = (what: string, least: number, most: number) => {
  const wanted = `${what} from ${least} to ${most}`;
  return v.pipe(
    v.number(wanted),
    v.minValue(least, wanted),
    v.maxValue(most, wanted),
    v.description(`${capital(wanted)}.`),
  );
};

const step = (what: string, least: number, most: number, multiple: number) => {
  const wanted = `${what} from ${least} to ${most}`;
  const shape = number(what, least, most);
  return v.pipe(shape, v.multipleOf(multiple, wanted));
};

/** Odd lengths fall between the lines of a television picture, whose colours are half as fine. */
const length = (least: number, most: number) => step('an even number of pixels', least, most, 2);
const seconds = number('a number of seconds', 0, 5);
const share = (least: number) => number('a share', least, 1);
const fontSize = step('a whole number of pixels', 12, 400, 1);
const weight = step('a weight of the font, in hundreds,', 100, 900, 100);
const modules = number('a number of modules', 0, 40);

const text = (wanted: string) => v.pipe(v.string(wanted), v.nonEmpty(wanted), v.maxLength(80, wanted));
const color = (wanted = 'a colour as "#1f9d55"') =>
  v.pipe(
    v.custom<`#${string}`>((input) => typeof input === 'string', wanted),
    v.regex(/^#[0-9a-fA-F]{6}$/, wanted),
  );

const EASE = /^(none|(power[1-4]|sine|expo|circ|back|bounce|elastic)\.(in|out|inOut))$/;
const easeWanted = 'an ease of gsap, as "power2.inOut", or "none",';
const ease = v.pipe(v.string(easeWanted), v.regex(EASE, easeWanted));

const oneOf = <const T extends readonly string[]>(options: T) =>
  v.picklist(options, options.map((option) => JSON.stringify(option)).join(' or '));

/** Every key of these and no other. */
function tokens<const E extends v.ObjectEntries>(entries: E) {
  const all = `an object of ${Object.keys(entries).join(', ')}`;
  return v.strictObject(entries, ({ expected, path }) => {
    const key = String(path?.at(-1)?.key ?? '');
    if (expected === 'never') return Object.keys(entries).join(', ');
    return path === undefined ? all : wantedAt(entries[key]);
  });
}

const wantedAt = (shape: object | undefined): string =>
  shape && 'message' in shape && typeof shape.message === 'string' ? shape.message : 'an object';

const each = <const N extends readonly string[], S>(names: N, shape: S): Record<N[number], S> =>
  Object.fromEntries(names.map((name) => [name, shape])) as Record<N[number], S>;

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const ground = tokens({ fill: color(), ...each(['text', 'soft', 'gain', 'loss'], color()) });
const group = tokens({
  form: oneOf(['solid', 'hollow']),
  color: v.union([color('a colour as "#1f9d55", or "jersey",'), v.literal('jersey')], 'a colour, or "jersey",'),
});
const jersey = tokens({ color: color(), ink: color(), dots: v.exactOptional(color()) });
const gradientStep = tokens({ fromPct: number('a gradient in per cent', -100, 100), color: color(), ink: color() });

const motion = tokens({
  pole: tokens({ inS: seconds, outS: seconds, ease }),
  cloth: tokens({ inS: seconds, outS: seconds, easeIn: ease, easeOut: ease }),
  staggerS: seconds,
  longestS: seconds,
  reorder: tokens({ s: seconds, ease }),
  look: tokens({ s: seconds, ease }),
  markS: number('a number of seconds', 0, 60),
});

const entries = {
  title: text('a title of up to 80 letters'),
  default: v.exactOptional(v.literal(true, 'true, or no such key,')),
  font: tokens({
    family: text('the name of a font'),
    regular: weight,
    heavy: weight,
    capHeight: share(0.4),
    squeeze: share(0.5),
    condense: share(0.5),
  }),
  text: tokens(each(['micro', 'label', 'row', 'value', 'head', 'hero', 'sheet'], fontSize)),
  plateAlpha: step('a whole number', 1, 255, 1),
  ground: tokens({ board: ground, header: ground, highlight: ground }),
  color: tokens({
    ...each(['rule', 'look', 'finish', 'steel', 'outline', 'ridden', 'riddenLine', 'road'], color()),
    ...each(['badge', 'badgeText', 'passedBadge', 'passedBadgeText'], color()),
  }),
  space: tokens(each(['hair', 'tight', 'gap', 'pad', 'wide'], length(2, 108))),
  size: tokens({
    module: length(36, 108),
    ...each(['pole', 'lookPole', 'stroke'], length(2, 54)),
    ...each(['pennon', 'jersey', 'arrow'], length(12, 108)),
    heroJersey: length(12, 216),
    tab: tokens({ width: length(2, 108), height: length(2, 108) }),
  }),
  cut: tokens({ perModule: length(0, 54), outward: oneOf(['top', 'bottom']) }),
  group: tokens(each(['head', 'chasers', 'peloton', 'jersey', 'dropped', 'gruppetto', 'rest'], group)),
  jersey: tokens(each(jerseyLooks, jersey)),
  gradient: v.pipe(v.array(gradientStep, 'a list'), v.minLength(1, 'at least one step'), v.readonly()),
  zone: tokens(each(layers, tokens(each(['x', 'y', 'width', 'height'], modules)))),
  motion,
};

/** `$schema` is for editors. */
export const themeFile = tokens({ $schema: v.exactOptional(v.string()), ...entries });

/** One truth in two places: where the type and the shape say different things, this does not build. */
type Full<T> = { [K in keyof T]-?: Full<T[K]> };
type Read = Full<Omit<v.InferOutput<typeof themeFile>, '$schema'>>;
type Same = [Read, Full<Theme>] extends [Full<Theme>, Read] ? true : never;
true satisfies Same;
