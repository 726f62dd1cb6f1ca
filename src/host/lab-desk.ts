import './lab.css';
import type { RendererName } from '../stage/renderer.ts';
import { END_MS, LATER_MS, type SceneLife } from './lab-life.ts';

/** What is to be looked at. */
export interface Asked {
  readonly scene: string;
  readonly renderer: RendererName;
  readonly guides: boolean;
  /** Holds the picture, over the ground. */
  readonly frame: HTMLElement;
}

const GROUNDS = ['road', 'check', 'white', 'black', 'none'];

/** The controls of the lab: a scene, a renderer, a ground, and a time that is moved by hand or runs. */
export async function labDesk(
  root: HTMLElement,
  query: URLSearchParams,
  scenes: readonly string[],
  open: (asked: Asked) => Promise<SceneLife>,
): Promise<void> {
  root.innerHTML = `<form class="lab">
    ${choice('scene', scenes)} ${choice('renderer', ['canvas', 'webgl'])} ${choice('ground', GROUNDS)}
    <label><input type="checkbox" name="guides" /> guides</label>
    <button type="button" name="run">run</button>
    <input type="range" name="t" min="0" max="${END_MS}" step="20" /> <output></output>
  </form><div class="lab-frame"></div>`;
  const form = root.querySelector('form')!;
  const frame = root.querySelector<HTMLElement>('.lab-frame')!;
  const output = root.querySelector('output')!;
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  let life: SceneLife | null = null;
  let runs = 0;

  const show = () => {
    output.value = `${(Number(field('t').value) / 1000).toFixed(2)} s`;
    life?.show(Number(field('t').value));
  };
  const reopen = async () => {
    life?.end();
    frame.dataset.ground = field('ground').value;
    const asked = { scene: field('scene').value, guides: field('guides').checked, frame };
    life = await open({ ...asked, renderer: field('renderer').value === 'webgl' ? 'webgl' : 'canvas' });
    show();
  };
  const keepInUrl = () => {
    const state = new URLSearchParams({ lab: '' });
    for (const name of ['scene', 'renderer', 'ground', 't']) state.set(name, field(name).value);
    if (field('guides').checked) state.set('guides', '');
    history.replaceState(null, '', `?${state}`);
  };
  const run = () => {
    cancelAnimationFrame(runs);
    const startMs = performance.now();
    const step = (nowMs: number) => {
      field('t').value = String(Math.min(END_MS, Math.max(0, nowMs - startMs)));
      show();
      if (nowMs - startMs < END_MS) runs = requestAnimationFrame(step);
    };
    runs = requestAnimationFrame(step);
  };

  for (const name of ['scene', 'renderer', 'ground']) {
    const select = root.querySelector<HTMLSelectElement>(`[name="${name}"]`)!;
    const asked = [...select.options].find(({ value }) => value === query.get(name));
    if (asked) asked.selected = true;
  }
  field('guides').checked = query.has('guides');
  field('t').value = query.get('t') ?? String(LATER_MS - 500);
  field('t').addEventListener('input', () => {
    cancelAnimationFrame(runs);
    show();
  });
  field('run').addEventListener('click', run);
  form.addEventListener('change', async ({ target }) => {
    keepInUrl();
    if (target !== field('t')) await reopen();
  });
  addEventListener('resize', reopen);
  await reopen();
}

const choice = (name: string, values: readonly string[]) =>
  `<label>${name} <select name="${name}">${values.map((value) => `<option>${value}</option>`).join('')}</select></label>`;
