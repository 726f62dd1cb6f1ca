import { Container } from 'pixi.js';
import { type Theme, zoneOf } from '../../src/edition/theme.ts';
import { bitmap } from '../../src/stage/kit/bitmap.ts';
import { cloth, leanOf } from '../../src/stage/kit/cloth.ts';
import { hoist, pole } from '../../src/stage/kit/hoist.ts';
import { paintJersey, paintKit } from '../../src/stage/kit/jersey.ts';
import { type Pen, pen } from '../../src/stage/kit/pen.ts';
import type { Draw } from '../../src/stage/overlay.ts';
import { manifest } from './manifest.ts';
import type { Fact, StrapView } from './select.ts';

export const draw: Draw<StrapView> = (kit) => {
  const { ground, size } = kit.theme;
  const box = zoneOf(kit.theme, manifest.layer);
  const { width } = box;
  const line = size.module;
  const upper = box.height - line;
  const body = cloth(kit, { width, height: upper, color: ground.board.fill, edge: 'straight' });
  const tail = cloth(kit, { width, height: line, color: ground.highlight.fill, edge: 'fly' });
  const masts = [
    pole(size.lookPole, upper, ground.header.fill),
    pole(size.lookPole, line, ground.header.fill),
  ] as const;
  const name = bitmap(kit, width, upper);
  const said = bitmap(kit, width, line);
  const lower = new Container({ y: upper, children: [tail.node, masts[1].node, said.node] });
  const node = new Container({ x: box.x, children: [body.node, masts[0].node, name.node, lower] });
  const move = hoist(kit);
  const parts = [
    { pole: masts[0], cloth: body },
    { pole: masts[1], cloth: tail },
  ];
  body.hang(name.upTo);
  tail.hang(said.upTo);
  return {
    node,
    box: { ...box, width: width + leanOf(kit, line) },
    update(view) {
      const color = poleColor(kit.theme, view);
      for (const mast of masts) mast.color(color);
      lower.visible = view.fact !== null;
      // Without a fact it stands where the fact would be.
      node.y = view.fact ? box.y : box.y + line;
      name.show(JSON.stringify({ ...view, fact: null }), (context) =>
        paintName(pen(kit, context, ground.board), view, width, upper),
      );
      const { fact } = view;
      if (fact)
        said.show(JSON.stringify(fact), (context) => paintFact(pen(kit, context, ground.highlight), fact, width));
    },
    playIn: () => move.raise(parts),
    playOut: () => move.strike(parts),
  };
};

/** What he wears: a jersey, else the kit of his team. */
function poleColor({ jersey, color }: Theme, view: StrapView) {
  if (view.jersey) return jersey[view.jersey.look].color;
  return view.colors?.[0] ?? color.steel;
}

function paintName(on: Pen, view: StrapView, width: number, height: number): void {
  const { space, size } = on.supplies.theme;
  const [first, second] = [Math.round(height * 0.33), Math.round(height * 0.77)];
  const left = size.lookPole + space.pad;
  if (view.jersey) paintJersey(on, view.jersey, left, height / 2, size.heroJersey);
  else if (view.colors) paintKit(on, view.colors, left, height / 2, size.heroJersey);
  const x = left + (view.jersey || view.colors ? size.heroJersey + space.pad : 0);
  const right = width - space.pad;
  const nation = on.words(view.nation, {
    x: right,
    y: first,
    size: 'label',
    weight: 'regular',
    tone: 'soft',
    align: 'right',
  });
  paintWhole(on, view, x, right - nation - space.pad, first);
  const small = { y: second, size: 'label', weight: 'regular', tone: 'soft' } as const;
  const age = view.age ? on.words(view.age, { x: right, ...small, align: 'right' }) + space.pad : 0;
  const team = on.fit(view.team, right - age - x, 'label', 'regular');
  on.words(team.text, { x, ...small, squeeze: team.squeeze });
}

/** Bib, given name, FAMILY: the given name yields first. */
function paintWhole(on: Pen, { bib, given, family }: StrapView, left: number, right: number, y: number): void {
  const { space } = on.supplies.theme;
  let x = left + on.figures(bib, { x: left, y, size: 'head', weight: 'regular', tone: 'soft' }) + space.gap;
  const room = right - x;
  const givenWidth = given ? on.widthOf(given, 'head', 'regular') + space.gap : 0;
  const isFull = givenWidth + on.widthOf(family, 'head') <= room;
  if (isFull && given) x += on.words(given, { x, y, size: 'head', weight: 'regular' }) + space.gap;
  const last = on.fit([family], right - x, 'head');
  on.words(last.text, { x, y, size: 'head', squeeze: last.squeeze });
}

function paintFact(on: Pen, { lead, text }: Fact, width: number): void {
  const { space, size } = on.supplies.theme;
  const y = size.module / 2;
  const left = size.lookPole + space.pad;
  const head = on.words(lead, { x: left, y, size: 'label' });
  const x = left + (lead ? head + space.gap : 0);
  const said = on.fit([text], width - space.pad - x, 'label', 'regular');
  on.words(said.text, { x, y, size: 'label', weight: 'regular', squeeze: said.squeeze });
}
