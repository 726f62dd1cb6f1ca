import './preview.css';
import { holds } from '../../show/placing.ts';
import type { Picture } from '../../stage/picture.ts';
import type { PreviewWish } from './hand.ts';
import { wishOf } from './keys-heard.ts';
import { openPreview, type PreviewPicture } from './picture.ts';

const NOT_LIVE = 'The built-in race, not live';

/** `/?show=preview` on a server that is no desk: the picture alone, and what it is. */
export async function startPicture(root: HTMLElement, query: URLSearchParams, coming: Promise<Picture>): Promise<void> {
  root.innerHTML = `<main class="look"><div class="look-frame"></div><p class="look-mark">${NOT_LIVE}</p></main>`;
  const picture = await openPreview(root.querySelector<HTMLElement>('.look-frame')!, query, coming);
  hearKeys(picture);
}

/** `/` on a server that is no desk: the built-in race with every graphic, to be taken by keys and by buttons. */
export async function startPreview(root: HTMLElement, query: URLSearchParams, coming: Promise<Picture>): Promise<void> {
  document.title = `Ardoise: ${NOT_LIVE.toLowerCase()}`;
  root.innerHTML = `<main class="look look-page">
    <div class="look-frame"></div>
    <section class="look-panel">
      <p class="look-said"><strong>${NOT_LIVE}</strong> <span>A made-up mountain stage runs in this browser, with its riders, its satellites and their mistakes; no desk and no feed is asked.</span></p>
      <div class="look-buttons" role="group" aria-label="Graphics"></div>
      <p class="look-real"><span>A real race, with control and a page for OBS:</span> <code>npm ci &amp;&amp; npm start</code> <span class="look-why" role="status"></span></p>
    </section>
  </main>`;
  const buttons = root.querySelector<HTMLElement>('.look-buttons')!;
  const why = root.querySelector<HTMLElement>('.look-why')!;
  const picture = await openPreview(root.querySelector<HTMLElement>('.look-frame')!, query, coming);
  const marks = [
    ...picture.offered.map((item) => {
      const key = item.key ?? '';
      const button = buttonFor(buttons, { key, label: item.title, wish: { do: 'direct', item } }, picture);
      return () => {
        press(button, holds(picture.show().program, item));
        button.toggleAttribute('data-unseen', picture.whyNot(item.overlay) !== null);
      };
    }),
    ...others.map(({ isOn, ...shown }) => {
      const button = buttonFor(buttons, shown, picture);
      return () => isOn && press(button, isOn(picture));
    }),
  ];
  const mark = () => {
    for (const one of marks) one();
    why.textContent = unseen(picture);
  };
  picture.onChange(mark);
  mark();
  hearKeys(picture);
}

interface ShownButton {
  readonly key: string;
  readonly label: string;
  readonly wish: PreviewWish;
}

/** In the words and with the keys of control. */
const others: readonly (ShownButton & { readonly isOn?: (picture: PreviewPicture) => boolean })[] = [
  { key: 'Left', label: 'Previous', wish: { do: 'previous' } },
  { key: 'Right', label: 'Next', wish: { do: 'next' } },
  { key: 'R', label: 'Replay', wish: { do: 'replay' }, isOn: ({ show }) => show().replay },
  { key: 'Esc', label: 'All out', wish: { do: 'clear' } },
  { key: 'Shift Esc', label: 'Panic', wish: { do: 'panic' }, isOn: ({ show }) => show().latched },
];

function buttonFor(parent: HTMLElement, { key, label, wish }: ShownButton, picture: PreviewPicture): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  const [cap, words] = [document.createElement('kbd'), document.createElement('span')];
  cap.textContent = key;
  words.textContent = label;
  button.append(...(key === '' ? [words] : [cap, words]));
  button.addEventListener('click', () => picture.wish(wish));
  parent.append(button);
  return button;
}

/** "Not seen: Climb (no climb is ahead)"; empty where all that is taken is seen. */
function unseen({ offered, show, whyNot }: PreviewPicture): string {
  const taken = offered.filter((item) => holds(show().program, item));
  const said = taken.flatMap(({ title, overlay }) => {
    const why = whyNot(overlay);
    return why === null ? [] : [`${title} (${why})`];
  });
  return said.length === 0 ? '' : `Not seen now: ${said.join(', ')}.`;
}

const press = (button: HTMLButtonElement, isOn: boolean) => button.setAttribute('aria-pressed', String(isOn));

function hearKeys(picture: PreviewPicture): void {
  addEventListener('keydown', (event) => {
    const wish = event.repeat ? null : wishOf(event, picture.offered);
    if (!wish) return;
    event.preventDefault();
    picture.wish(wish);
  });
}
