import type { Color, Theme } from '../edition/theme.ts';
import type { Picture } from '../stage/picture.ts';
import { PICTURE } from '../stage/size.ts';
import type { Fit } from './fit.ts';

/**
 * As what a picture is given out, by `?out=`; its graphics never know. `alpha` is transparent. `fill` is premultiplied,
 * over black, as shaped keyers want it and luma keyers take it; `fill-straight` has whole colours wherever there is any
 * picture. `key` is white where `fill` is whole, and grey where it is half. `key+fill` is twice as wide, the fill left.
 */
export type Signal =
  | { readonly kind: 'alpha' | 'fill' | 'fill-straight' | 'key' | 'key+fill' }
  | { readonly kind: 'chroma'; readonly color: Color };

const KINDS = ['alpha', 'fill', 'fill-straight', 'key', 'key+fill'] as const;
const CHROMA: Color = '#00b140';

/** `complain` is told in one sentence where it is none; the picture is `alpha` then. A "+" of an address is a space. */
export function signalIn(asked: string | null, complain: (sentence: string) => void = console.error): Signal {
  const name = asked?.trim().toLowerCase().replace(' ', '+') ?? 'alpha';
  if (name === 'black') return { kind: 'fill' };
  const kind = KINDS.find((known) => known === name);
  if (kind) return { kind };
  const [chroma, given] = name.split('=');
  const color = given === undefined ? CHROMA : colorIn(given);
  if (chroma === 'chroma' && color) return { kind: 'chroma', color };
  complain(`?out=${asked} is nothing that can be given out; there are ${KINDS.join(', ')}, chroma=00b140 and black.`);
  return { kind: 'alpha' };
}

function colorIn(text: string): Color | null {
  const hex = text.replace(/^#/, '');
  if (/^[\da-f]{3}$/.test(hex)) return `#${[...hex].map((digit) => digit + digit).join('')}`;
  return /^[\da-f]{6}$/.test(hex) ? `#${hex}` : null;
}

/** How wide it is given out, and how high. */
export const signalSize = ({ kind }: Signal) => ({ ...PICTURE, width: PICTURE.width * (kind === 'key+fill' ? 2 : 1) });

/** `?plates=solid`: for those who cannot blend a half-transparent plate as the browser does. */
export const withSolidPlates = (theme: Theme): Theme => ({ ...theme, plateAlpha: 255 });

/** A frame in which one picture lies as a signal. */
export interface Laid {
  /** Whose size the picture follows. */
  readonly frame: HTMLElement;
  /** Another picture too: what was there is taken out. */
  place(picture: Picture, fit: Fit): void;
}

export function laySignal(frame: HTMLElement, signal: Signal): Laid {
  const { kind } = signal;
  if (kind !== 'alpha') frame.style.background = kind === 'chroma' ? signal.color : '#000';
  const straight = kind === 'fill-straight' ? straightFilter(frame) : '';
  const fill = part(frame, kind === 'key+fill' ? '50%' : '100%');
  const key = kind === 'key' ? fill : kind === 'key+fill' ? part(frame, '50%') : null;
  const put = (into: HTMLElement, element: HTMLElement, { left, top }: Fit) => {
    Object.assign(element.style, { transform: `translate(${left}px, ${top}px)`, filter: straight });
    if (element.parentNode !== into) into.replaceChildren(element);
  };
  return {
    frame: fill,
    place(picture, fit) {
      if (key !== fill) put(fill, picture.element, fit);
      if (key) put(key, picture.key(), fit);
    },
  };
}

function part(frame: HTMLElement, width: string): HTMLElement {
  const element = document.createElement('div');
  Object.assign(element.style, { position: 'relative', float: 'left', width, height: '100%', overflow: 'hidden' });
  frame.append(element);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';
let filters = 0;

/** Whatever is not quite transparent becomes whole; a filter reckons with straight colours, so they stay as they are. */
function straightFilter(frame: HTMLElement): string {
  const make = (name: string, attributes: Readonly<Record<string, string>>, children: readonly Element[] = []) => {
    const element = document.createElementNS(SVG, name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    element.append(...children);
    return element;
  };
  const id = `ardoise-straight-${++filters}`;
  const whole = make('feFuncA', { type: 'linear', slope: '255' });
  const transfer = make('feComponentTransfer', {}, [whole]);
  const filter = make(
    'filter',
    { id, x: '0', y: '0', width: '1', height: '1', 'color-interpolation-filters': 'sRGB' },
    [transfer],
  );
  frame.append(make('svg', { width: '0', height: '0', style: 'position: absolute' }, [filter]));
  return `url(#${id})`;
}
