import { describe, expect, it } from 'vitest';
import { compare } from '../support/compare.ts';
import { type Stand, shelves } from '../support/stand.ts';

const STEP_MS = 60;
const CHANGE_MS = 600;

/** The picture as the parts that changed left it, and all of it drawn anew, have no pixel apart. */
function expectWhole(stand: Stand, what: string): void {
  const inParts = stand.image();
  drawAnew(stand);
  expect(compare(stand.image(), inParts).count, what).toBe(0);
}

function drawAnew({ picture }: Stand): void {
  picture.resize(1, 1);
  picture.render();
}

describe.each(shelves)('$id', ({ scenes, stand }) => {
  const { later } = scenes.full;

  it('drawn in parts is what it is drawn whole, from its first frame to its last', async () => {
    const graphic = await stand(scenes.full, 'canvas', 'entering');
    // Drawn whole in every other frame only, so that what one frame leaves behind is there in the next.
    const film = (ms: number, what: string) => {
      for (let t = STEP_MS; t <= ms; t += STEP_MS) {
        graphic.after(STEP_MS);
        if ((t / STEP_MS) % 2 === 0) expectWhole(graphic, `${t} ms into its ${what}`);
      }
    };
    film(graphic.ways.inMs, 'way in');
    if (later) {
      graphic.show(later);
      film(CHANGE_MS, 'change');
      graphic.show(scenes.full.race);
      film(CHANGE_MS / 2, 'way back');
      graphic.show(later);
      film(3 * CHANGE_MS, 'change in mid-way');
    }
    graphic.out();
    film(graphic.ways.outMs, 'way out');
    graphic.close();
  });
});

describe('a stack in which one value changes', () => {
  it('draws less than all of it', async () => {
    const { scenes, stand } = shelves.find(({ id }) => id === 'gap-ticker')!;
    const { race } = scenes.full;
    const graphic = await stand(scenes.full, 'canvas');
    graphic.after(5000);
    const spent = (does: () => void) => {
      const before = graphic.picture.counts.drawCalls;
      does();
      return graphic.picture.counts.drawCalls - before;
    };
    const all = spent(() => drawAnew(graphic));
    const groups = race.groups.map((group, i) =>
      i === 2 ? { ...group, gap: { ...group.gap!, value: group.gap!.value! + 5 } } : group,
    );
    const one = spent(() => graphic.show({ ...race, groups }));
    expect(one).toBeGreaterThan(0);
    expect(one).toBeLessThan(all / 2);
    expectWhole(graphic, 'a value');
    graphic.close();
  });
});
