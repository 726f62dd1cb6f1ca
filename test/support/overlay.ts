import { Container, Graphics, Text } from 'pixi.js';
import type { Kit } from '../../src/stage/kit/kit.ts';
import { type Manifest, type Nothing, type Overlay, overlay, type Saying, type Seen } from '../../src/stage/overlay.ts';
import type { Animations } from '../../src/stage/time.ts';

/** What a test wants of its overlay; the rest is a plate of 400 x 100 with 80 % of blue, at 100, 200. */
export interface Plate {
  readonly manifest?: Partial<Manifest>;
  readonly x?: number;
  readonly select?: (seen: Seen) => ({ readonly text: string } & Partial<Saying>) | Nothing;
  readonly onUpdate?: (text: string, before: string | null, animations: Animations) => void;
  readonly onPlayIn?: () => void;
  readonly onDraw?: () => void;
}

/** Fades in for half a second and out for another, evenly. */
export function plate({ manifest, x = 100, select, onUpdate, onPlayIn, onDraw }: Plate = {}): Overlay {
  const draw = ({ animations }: Kit) => {
    onDraw?.();
    const label = new Text({ text: '', style: { fontSize: 40, fill: '#ffffff' }, x: 20, y: 20 });
    const back = new Graphics().rect(0, 0, 400, 100).fill({ color: '#0000ff', alpha: 0.8 });
    const mark = new Graphics().rect(0, 90, 10, 10).fill('#ff0000');
    const node = new Container({ children: [back, label, mark], x, y: 200 });
    const fade = (from: number, to: number) =>
      animations.timeline().fromTo(node, { alpha: from }, { alpha: to, duration: 0.5, ease: 'none' });
    return {
      node,
      box: { x, y: 200, width: 400, height: 100 },
      update(view: { readonly text: string }, before: { readonly text: string } | null) {
        label.text = view.text;
        if (before) animations.to(mark, { x: mark.x + 10, duration: 0.3, overwrite: true });
        onUpdate?.(view.text, before?.text ?? null, animations);
      },
      playIn() {
        onPlayIn?.();
        return fade(0, 1);
      },
      playOut: () => fade(node.alpha, 0),
    };
  };
  const base: Manifest = {
    id: 'test-plate',
    title: 'Plate',
    layer: 'flash',
    params: {},
    steps: 1,
    glideHz: 0,
    hold: { outS: 60 },
  };
  return overlay({ ...base, ...manifest }, select ?? (({ race }) => ({ text: race.sheet.info.stage })), draw);
}
