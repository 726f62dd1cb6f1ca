import './lab.css';
import './lab-grounds.css';
import { askedIn, formOf, type LabAsked, labField, restore, stateOf } from './lab-form.ts';
import type { SceneLife } from './lab-life.ts';
import { livesOnPress, movesByFrames } from './lab-time.ts';

/** The controls of the lab: a scene, how it is drawn, a ground, and a time that is moved by hand or runs. */
export async function labDesk(
  root: HTMLElement,
  query: URLSearchParams,
  scenes: readonly string[],
  open: (asked: LabAsked) => Promise<SceneLife>,
): Promise<void> {
  root.innerHTML = `${formOf(scenes)}<div class="lab-frame"></div>`;
  const form = root.querySelector('form')!;
  const frame = root.querySelector<HTMLElement>('.lab-frame')!;
  const time = labField(form, 't');
  let life: SceneLife | null = null;

  const show = () => say(form, life?.show(Number(time.value)) ?? '');
  const reopen = inTurn(async () => {
    life?.end();
    life = null;
    frame.dataset.ground = labField(form, 'ground').value;
    life = await open(askedIn(form, frame));
    show();
  });
  const again = () => reopen().catch((error: unknown) => say(form, String(error)));

  restore(form, query, scenes);
  const stop = livesOnPress(time, labField(form, 'run'), show);
  movesByFrames(time, labField(form, 'back'), labField(form, 'on'));
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

function say(form: HTMLFormElement, life: string): void {
  form.querySelector('output')!.value = `${(Number(labField(form, 't').value) / 1000).toFixed(2)} s · ${life}`;
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
