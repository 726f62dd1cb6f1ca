import { Container } from 'pixi.js';
import { bitmap } from '../bitmap.ts';
import { cloth } from '../cloth.ts';
import { pole } from '../hoist.ts';
import type { Kit } from '../kit.ts';
import type { Arrow } from '../marks.ts';
import { pen } from '../pen.ts';
import type { Columns } from './columns.ts';
import { paintRow } from './paint-row.ts';
import type { StackRow } from './stack-view.ts';

/** Why a row has a plate of its own: it is to be looked at, or its rider has just won a place. */
type Light = 'camera' | 'gain';

/** The words of one row: one picture, painted again only when it says something else. */
export class WordRow {
  readonly node: Container;
  view: StackRow | null = null;
  mark: Arrow | null = null;
  /** Where it stands when it has arrived. */
  restY = 0;
  /** What moves while the plate slides to this row: how far it is from it. */
  readonly lamp: { offset: number };
  readonly #kit: Kit;
  readonly #width: number;
  readonly #words;
  #columns: Columns | null = null;
  #light: Light | null = null;
  #plate: Plate | null = null;

  constructor(kit: Kit, width: number, onLamp: () => void) {
    this.#kit = kit;
    this.#width = width;
    this.#words = bitmap(kit, width, kit.theme.size.module);
    this.node = new Container({ children: [this.#words.node] });
    const move = (y: number) => {
      this.#moveLamp(y);
      onLamp();
    };
    const plateY = () => this.#plate?.node.y ?? 0;
    this.lamp = {
      get offset() {
        return plateY();
      },
      set offset(y) {
        move(Math.round(y));
      },
    };
  }

  get light(): Light | null {
    return this.#light;
  }

  /** Where its own plate lies; null where it has none. */
  get plateY(): number | null {
    return this.#light && this.#plate ? this.node.y + this.#plate.node.y : null;
  }

  /** Its words in these columns; in those of before where none are given. */
  paint(columns = this.#columns): void {
    this.#columns = columns;
    const { view, mark } = this;
    if (!view || !columns) return;
    const { board, highlight } = this.#kit.theme.ground;
    const key = `${JSON.stringify([view, mark])} ${keyOf(columns)}`;
    this.#words.show(key, (context) => paintRow(pen(this.#kit, context, board), view, columns, mark));
    if (this.#light)
      this.#plate?.words.show(key, (context) => paintRow(pen(this.#kit, context, highlight), view, columns, mark));
  }

  lightUp(light: Light | null): void {
    if (light === this.#light) return;
    this.#light = light;
    this.node.zIndex = light ? 1 : 0;
    if (light) this.#plate ??= this.#build();
    if (this.#plate) {
      this.#plate.node.visible = light !== null;
      this.#plate.pole.visible = light === 'camera';
    }
    this.#moveLamp(0);
    this.paint();
  }

  /** Shows it, and the plate that it may have, up to there. */
  upTo(x: number): void {
    this.#words.upTo(x);
    if (this.#plate) this.#plate.cloth.open = x;
  }

  /** Nobody's row. */
  leave(): void {
    this.view = null;
    this.mark = null;
    this.lightUp(null);
    this.#words.upTo(0);
  }

  #moveLamp(y: number): void {
    if (this.#plate) this.#plate.node.y = y;
    // What lies under the plate would shine through it.
    this.#words.node.visible = this.#light === null || y !== 0;
  }

  #build(): Plate {
    const plate = litPlate(this.#kit, this.#width);
    this.node.addChild(plate.node);
    return plate;
  }
}

const keys = new WeakMap<Columns, string>();

/** The same for all rows: spelled once. */
function keyOf(columns: Columns): string {
  const key = keys.get(columns) ?? JSON.stringify(columns);
  keys.set(columns, key);
  return key;
}

type Plate = ReturnType<typeof litPlate>;

function litPlate(kit: Kit, width: number) {
  const { ground, size, color } = kit.theme;
  const height = size.module;
  const back = cloth(kit, { width, height, color: ground.highlight.fill, edge: 'fly' });
  const words = bitmap(kit, width, height);
  const mast = pole(size.lookPole, height, color.look);
  const node = new Container({ children: [back.node, mast.node, words.node] });
  back.hang((x) => {
    words.upTo(x);
    node.renderable = x > 0;
  });
  return { node, cloth: back, words, pole: mast.node };
}
