/** How a page stands in OBS, as a browser source. `scene` is the one on program; null until OBS has said it. */
export interface ObsSource {
  /** It is shown somewhere: on program, in the preview of studio mode, in a projector. */
  readonly isVisible: boolean;
  /** It is on program. */
  readonly isActive: boolean;
  readonly scene: string | null;
}

interface ObsWindow {
  readonly obsstudio?: { getCurrentScene?(tell: (scene: unknown) => void): void };
}

/** What OBS says in the details of its events. */
interface ObsWord {
  readonly visible?: unknown;
  readonly active?: unknown;
  readonly name?: unknown;
}

/**
 * Calls back when the page is hidden in OBS or is to be seen again, and at each change of how it stands there; a browser
 * says only that it is to be seen again, as it stops the frames of what is hidden by itself. Returns the way to stop.
 */
export function followObs(on: {
  readonly hidden: () => void;
  readonly shown: () => void;
  readonly changed: (source: ObsSource) => void;
}): () => void {
  let source: ObsSource = { isVisible: true, isActive: true, scene: null };
  const become = (change: Partial<ObsSource>) => {
    source = { ...source, ...change };
    on.changed(source);
  };
  const sceneIn = (word: unknown) => {
    const name = typeof word === 'object' && word !== null && 'name' in word ? word.name : undefined;
    if (typeof name === 'string') become({ scene: name });
  };
  const events: Readonly<Record<string, (word: ObsWord) => void>> = {
    obsSourceVisibleChanged({ visible }) {
      const isVisible = visible !== false;
      become({ isVisible });
      if (isVisible) on.shown();
      else on.hidden();
    },
    obsSourceActiveChanged: ({ active }) => become({ isActive: active !== false }),
    obsSceneChanged: sceneIn,
  };
  const hear = (event: Event) => {
    const word: unknown = event instanceof CustomEvent ? event.detail : null;
    events[event.type]?.(typeof word === 'object' && word !== null ? word : {});
  };
  const byDocument = () => document.visibilityState === 'visible' && on.shown();
  const { obsstudio }: ObsWindow = window as ObsWindow;
  obsstudio?.getCurrentScene?.(sceneIn);
  document.addEventListener('visibilitychange', byDocument);
  for (const name of Object.keys(events)) addEventListener(name, hear);
  return () => {
    document.removeEventListener('visibilitychange', byDocument);
    for (const name of Object.keys(events)) removeEventListener(name, hear);
  };
}
