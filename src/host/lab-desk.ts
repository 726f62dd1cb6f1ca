import './lab.css';
import { type Edition, languages } from '../edition/edition.ts';
import type { RendererName } from '../stage/renderer.ts';
import { END_MS, LATER_MS, type SceneLife } from './lab-life.ts';

/** What is to be looked at. */
export interface LabAsked {
  readonly scene: string;
  readonly renderer: RendererName;
  /** In place of the edition of the scene. */
  readonly edition: Partial<Edition>;
  readonly guides: boolean;
  /** Holds the picture, over the ground. */
  readonly frame: HTMLElement;
}

/** The language of the scene itself. */
const ITS_OWN = 'its own';

/** The controls of the lab: a scene, how it is drawn, a ground, and a time that is moved by hand or runs. */
export async function labDesk(
  root: HTMLElement,
  query: URLSearchParams,
  scenes: readonly string[],
  open: (asked: LabAsked) => Promise<SceneLife>,
): Promise<void> {
  root.innerHTML = `<form class="lab">
    ${choice('scene', scenes)}
    ${choice('language', [ITS_OWN, ...languages])}
    ${choice('renderer', ['canvas', 'webgl'])}
    ${choice('ground', ['road', 'check', 'white', 'black', 'none'])}
    <label><input type="checkbox" name="guides" /> guides</label>
    <button type="button" name="run">run</button>
    <input type="range" name="t" min="0" max="${END_MS}" step="20" aria-label="time" /> <output></output>
  </form><div class="lab-frame"></div>`;
  const form = root.querySelector('form')!;
  const frame = root.querySelector<HTMLElement>('.lab-frame')!;
  const time = field(form, 't');
  let life: SceneLife | null = null;

  const show = () => say(form, life?.show(Number(time.value)) ?? '');
  const reopen = inTurn(async () => {
    life?.end();
    life = null;
    frame.dataset.ground = field(form, 'ground').value;
    life = await open(askedIn(form, frame));
    show();
  });
  const stop = runs(time, field(form, 'run'), show);
  const again = () => reopen().catch((error: unknown) => say(form, String(error)));

  restore(form, query, scenes);
  time.addEventListener('input', () => {
    stop();
    show();
  });
  form.addEventListener('change', ({ target }) => {
    history.replaceState(null, '', `?${stateOf(form)}`);
    if (target !== time) again();
  });
  addEventListener('resize', again);
  await again();
}

const choice = (name: string, values: readonly string[]) =>
  `<label>${name} <select name="${name}">${values.map((value) => `<option>${value}</option>`).join('')}</select></label>`;

const field = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement;

function say(form: HTMLFormElement, life: string): void {
  form.querySelector('output')!.value = `${(Number(field(form, 't').value) / 1000).toFixed(2)} s · ${life}`;
}

function askedIn(form: HTMLFormElement, frame: HTMLElement): LabAsked {
  const language = languages.find((one) => one === field(form, 'language').value);
  return {
    scene: field(form, 'scene').value,
    renderer: field(form, 'renderer').value === 'webgl' ? 'webgl' : 'canvas',
    edition: language ? { language } : {},
    guides: field(form, 'guides').checked,
    frame,
  };
}

/** What is looked at is in the URL: a reload shows it again, and it can be sent to somebody. */
function stateOf(form: HTMLFormElement): URLSearchParams {
  const state = new URLSearchParams({ lab: '' });
  for (const name of CHOICES) state.set(name, field(form, name).value);
  state.set('t', field(form, 't').value);
  if (field(form, 'guides').checked) state.set('guides', '');
  return state;
}

const CHOICES = ['scene', 'language', 'renderer', 'ground'];

function restore(form: HTMLFormElement, query: URLSearchParams, scenes: readonly string[]): void {
  field(form, 'scene').value = scenes.find((name) => name.endsWith('/full')) ?? '';
  for (const name of CHOICES) {
    const options = [...form.querySelectorAll<HTMLOptionElement>(`[name="${name}"] option`)];
    const asked = options.find(({ value }) => value === query.get(name));
    if (asked) asked.selected = true;
  }
  field(form, 'guides').checked = query.has('guides');
  field(form, 't').value = query.get('t') ?? String(LATER_MS - 500);
}

/** Lets a scene live from its beginning at each press of the button. Returns the way to stop it. */
function runs(time: HTMLInputElement, button: HTMLElement, show: () => void): () => void {
  let refresh = 0;
  const stop = () => cancelAnimationFrame(refresh);
  button.addEventListener('click', () => {
    stop();
    const startMs = performance.now();
    const step = (nowMs: number) => {
      time.value = String(Math.min(END_MS, Math.max(0, nowMs - startMs)));
      show();
      if (nowMs - startMs < END_MS) refresh = requestAnimationFrame(step);
    };
    refresh = requestAnimationFrame(step);
  });
  return stop;
}

/** One after the other, however fast it is asked for. */
function inTurn(work: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    const next = last.then(work);
    last = next.catch(() => {});
    return next;
  };
}
