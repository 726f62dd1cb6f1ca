import { type Edition, editionOf, languages } from '../edition/edition.ts';
import type { RendererName } from '../stage/renderer.ts';
import { END_MS, LATER_MS } from './lab-life.ts';
import { FRAME_MS } from './lab-time.ts';
import { shippedThemes } from './themes.ts';

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

/** As the scene itself has it. */
const ITS_OWN = 'its own';

/** Beside the scene, by the names that they have in the URL of any page, where it has them. */
const choices: Readonly<Record<string, readonly string[]>> = {
  language: [ITS_OWN, ...languages],
  units: [ITS_OWN, 'metric', 'imperial'],
  gaps: [ITS_OWN, 'classic', 'colon'],
  theme: [ITS_OWN, ...shippedThemes.keys()],
  renderer: ['canvas', 'webgl'],
  ground: ['crowd', 'snow', 'forest', 'night', 'white', 'black', 'check', 'none'],
};

export const formOf = (scenes: readonly string[]): string => `<form class="lab">
  <div>
    ${Object.entries({ scene: scenes, ...choices })
      .map(choice)
      .join(' ')}
    <label><input type="checkbox" name="guides" /> guides</label>
  </div>
  <div>
    <button type="button" name="run">run</button>
    <button type="button" name="back" title="one frame back: ," aria-label="one frame back">◀</button>
    <button type="button" name="on" title="one frame on: ." aria-label="one frame on">▶</button>
    <input type="range" name="t" min="0" max="${END_MS}" step="${FRAME_MS}" aria-label="time" /> <output></output>
  </div>
</form>`;

const choice = ([name, values]: readonly [string, readonly string[]]) =>
  `<label>${name} <select name="${name}">${values.map((value) => `<option>${value}</option>`).join('')}</select></label>`;

export const labField = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement;

export function askedIn(form: HTMLFormElement, frame: HTMLElement): LabAsked {
  return {
    scene: labField(form, 'scene').value,
    renderer: labField(form, 'renderer').value === 'webgl' ? 'webgl' : 'canvas',
    edition: editionIn(form),
    guides: labField(form, 'guides').checked,
    frame,
  };
}

/** Only what is chosen in place of the scene's own. */
function editionIn(form: HTMLFormElement): Partial<Edition> {
  const { language, units, gapStyle, theme } = editionOf((name) => labField(form, name).value);
  const chosen = (name: string) => labField(form, name).value !== ITS_OWN;
  return {
    ...(chosen('language') && { language }),
    ...(chosen('units') && { units }),
    ...(chosen('gaps') && { gapStyle }),
    ...(chosen('theme') && { theme }),
  };
}

/** What is looked at is in the URL: a reload shows it again, and it can be sent to somebody. */
export function stateOf(form: HTMLFormElement): URLSearchParams {
  const state = new URLSearchParams({ lab: '' });
  for (const name of ['scene', ...Object.keys(choices), 't']) state.set(name, labField(form, name).value);
  if (labField(form, 'guides').checked) state.set('guides', '');
  return state;
}

export function restore(form: HTMLFormElement, query: URLSearchParams, scenes: readonly string[]): void {
  labField(form, 'scene').value = scenes.find((name) => name.endsWith('/full')) ?? '';
  for (const name of ['scene', ...Object.keys(choices)]) {
    const options = [...form.querySelectorAll<HTMLOptionElement>(`[name="${name}"] option`)];
    const asked = options.find(({ value }) => value === query.get(name));
    if (asked) asked.selected = true;
  }
  labField(form, 'guides').checked = query.has('guides');
  labField(form, 't').value = query.get('t') ?? String(LATER_MS - 500);
}
