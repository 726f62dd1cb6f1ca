import { pictureFor } from './host/gpu.ts';

const query = new URLSearchParams(location.search);
const root = document.querySelector<HTMLElement>('#root')!;

/** Each page loads its own host and nothing of the others: control draws no graphics, a picture has no keys. */
if (query.has('lab')) import('./host/lab.ts').then(({ start }) => start(root, query));
else if (query.has('overlay')) draw(import('./host/solo.ts'));
else if (query.has('show')) draw(import('./host/browser.ts'));
else if (query.has('offline')) import('./host/offline/start.ts').then(({ start }) => start(query));
else if (query.has('buttons'))
  import('./control/buttons/start-buttons.tsx').then(({ startButtons }) => startButtons(root));
else if (query.has('join')) import('./control/join/start-join.ts').then(({ startJoin }) => startJoin(root));
else import('./control/main.tsx').then(({ startControl }) => startControl(root));

/** What draws is on its way while the graphics still load. */
async function draw(coming: Promise<typeof import('./host/solo.ts') | typeof import('./host/browser.ts')>) {
  const picture = pictureFor(query.get('renderer'));
  // Whoever waits for it hears of a failure.
  picture.catch(() => {});
  const { start } = await coming;
  await start(root, query, picture);
}
