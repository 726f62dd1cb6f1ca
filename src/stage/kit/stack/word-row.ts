import { Container } from 'pixi.js';
import { bitmap } from '../bitmap.ts';
import type { Kit } from '../kit.ts';
import type { Arrow } from '../marks.ts';
import { pen } from '../pen.ts';
import { poleColor } from './board.ts';
import { type BoardRow, boardRow } from './board-row.ts';
import type { Columns } from './columns.ts';
import { type LitPlate, litPlate } from './lit-plate.ts';
import { paintRow } from './paint-row.ts';
import type { StackRow } from './stack-view.ts';
import { type Part, uncovered } from './uncovered.ts';

/** Why a row has a plate of its own: it is to be looked at, or its rider has just won a place. */
type Light = 'camera' | 'gain';

/** The words of one row: one picture, painted again only when it says something else. */
export class WordRow {
  readonly node: Container;
  view: StackRow | null = null;
  mark: Arrow | null = null;
  /** Where it stands when it has arrived. */
  restY = 0;
  /** Its place is given up: it stays, on a plate of its own, until others have come over it. */
  isGoing = false;
  /** Whose words its own come over, in the same place. */
  over: WordRow | null = null;
  /** What moves while the plate slides to this row: how far it is from it. */
  readonly lamp: { offset: number };
  /** How far its words have come over those of another. */
  readonly sail: { open: number };
  readonly #kit: Kit;
  readonly #width: number;
  readonly #words;
  #columns: Columns | null = null;
  #light: Light | null = null;
  /** What it takes with it where it moves, so that it lies whole on what it passes. */
  #ground: BoardRow | null = null;
  #plate: LitPlate | null = null;
  #open = 0;

  constructor(kit: Kit, width: number, onMove: () => void) {
    this.#kit = kit;
    this.#width = width;
    this.#words = bitmap(kit, width, kit.theme.size.module);
    this.node = new Container({ children: [this.#words.node] });
    const move = (y: number) => {
      if (this.#plate) this.#plate.node.y = y;
      onMove();
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
    const words = this.#words;
    const come = (x: number) => {
      words.upTo(x);
      if (this.over) this.over.#words.from(x);
    };
    this.sail = {
      get open() {
        return words.node.width;
      },
      set open(x) {
        come(x);
      },
    };
  }

  get light(): Light | null {
    return this.#light;
  }

  get isMoving(): boolean {
    return this.node.y !== this.restY;
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
    if (light) this.#plate ??= this.#add(litPlate(this.#kit, this.#width));
    if (this.#plate) {
      this.#plate.cloth.open = this.#open;
      this.#plate.node.visible = light !== null;
      this.#plate.node.y = 0;
      this.#plate.pole.visible = light === 'camera';
    }
    this.paint();
  }

  /** Shows it, and the plates that it may have, as far as the board is open. */
  upTo(x: number): void {
    this.#open = x;
    this.#words.upTo(x);
    if (this.#plate) this.#plate.cloth.open = x;
    this.#openGround();
  }

  /** Shows of the plate to be looked at what is on the board and under none of those above it, and adds it to them. */
  coverLit(above: number[], bottom: number): void {
    if (!this.#light || !this.#plate) return;
    const y = this.node.y + this.#plate.node.y;
    this.#plate.show(uncovered(y, this.#kit.theme.size.module, bottom, above));
    above.push(y);
  }

  /** The same of its words; where it moves, on a plate of its own. */
  cover(above: number[], bottom: number): void {
    const part = this.#free(above, bottom);
    this.#showWords(part);
    if (this.isMoving) {
      this.#showGround(part);
      above.push(this.node.y);
    }
    this.#openGround();
  }

  /** The same where its place is given up: on the plates of the board, and beside them on one of its own. */
  coverBelow(above: number[], bottom: number, plates: readonly number[]): void {
    this.#showWords(this.#free(above, bottom));
    this.#showGround(this.#free([...above, ...plates], bottom));
    above.push(this.node.y);
    this.#openGround();
  }

  #free(above: readonly number[], bottom: number): Part {
    return uncovered(this.node.y, this.#kit.theme.size.module, bottom, above);
  }

  #showWords({ top, height }: Part): void {
    this.#words.span(top, height);
    if (this.over) this.over.#words.span(top, height);
  }

  #showGround(part: Part): void {
    this.#ground ??= this.#add(boardRow(this.#kit, this.#width), 0);
    this.#ground.set(poleColor(this.#kit, this.view?.pole ?? null), true);
    this.#ground.show(part);
  }

  /** Nobody's row. */
  leave(): void {
    this.view = null;
    this.mark = null;
    this.isGoing = false;
    this.node.y = this.restY;
    this.#words.from(0);
    this.lightUp(null);
    this.upTo(0);
  }

  #openGround(): void {
    if (!this.#ground) return;
    this.#ground.flag.cloth.open = this.#open;
    this.#ground.node.visible = (this.isMoving || this.isGoing) && this.#open > 0;
  }

  #add<Part extends { readonly node: Container }>(part: Part, at = this.node.children.length): Part {
    this.node.addChildAt(part.node, at);
    return part;
  }
}

const keys = new WeakMap<Columns, string>();

/** The same for all rows: spelled once. */
function keyOf(columns: Columns): string {
  const key = keys.get(columns) ?? JSON.stringify(columns);
  keys.set(columns, key);
  return key;
}
