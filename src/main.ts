const query = new URLSearchParams(location.search);
const root = document.querySelector<HTMLElement>('#root')!;

/** Each page loads its own host and nothing of the others: control draws no graphics, a picture has no keys. */
if (query.has('lab')) import('./host/lab.ts').then(({ start }) => start(root, query));
else if (query.has('overlay')) import('./host/solo.ts').then(({ start }) => start(root, query));
else if (query.has('show')) import('./host/browser.ts').then(({ start }) => start(root, query));
else import('./control/main.tsx').then(({ startControl }) => startControl(root));
