import { isFromDesk } from './host/from-desk.ts';
import { pictureFor } from './host/gpu.ts';

const query = new URLSearchParams(location.search);
const root = document.querySelector<HTMLElement>('#root')!;
/** Of a page on a server that is no desk, the address of which names none. */
const isAlone = !isFromDesk() && !query.get('desk');

type Start = typeof import('./host/solo.ts').start;

/** Each page loads its own host and nothing of the others: control draws no graphics, a picture has no keys. */
if (query.has('lab')) import('./host/lab.ts').then(({ start }) => start(root, query));
else if (query.has('offline')) import('./host/offline/start.ts').then(({ start }) => start(query));
else if (query.has('overlay')) draw(import('./host/solo.ts').then(({ start }) => start));
else if (query.has('show')) show();
else if (query.has('buttons'))
  import('./control/buttons/start-buttons.tsx').then(({ startButtons }) => startButtons(root));
else if (query.has('join')) import('./control/join/start-join.ts').then(({ startJoin }) => startJoin(root));
else if (query.has('scorecard'))
  import('./control/scorecard/start-scorecard.ts').then(({ startScorecard }) =>
    startScorecard(root, isFromDesk(), query.get('desk')),
  );
else if (isAlone) draw(import('./host/preview/start-preview.ts').then(({ startPreview }) => startPreview));
else if (!isFromDesk()) import('./host/elsewhere.ts').then(({ sayWhere }) => sayWhere(root, query.get('desk')!));
else import('./control/main.tsx').then(({ startControl }) => startControl(root));

/** What is on air has no race that nobody rides. */
function show() {
  if (!isAlone) draw(import('./host/browser.ts').then(({ start }) => start));
  else if (query.get('show') === 'preview')
    draw(import('./host/preview/start-preview.ts').then(({ startPicture }) => startPicture));
  else
    console.warn(
      'This page comes from a server that is no desk, and its address names none, so it draws nothing: add &desk=192.168.1.20:4000 with the address of your desk.',
    );
}

/** What draws is on its way while the graphics still load. */
async function draw(coming: Promise<Start>) {
  const picture = pictureFor(query.get('renderer'));
  // Whoever waits for it hears of a failure.
  picture.catch(() => {});
  const start = await coming;
  await start(root, query, picture);
}
