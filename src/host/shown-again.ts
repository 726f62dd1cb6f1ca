/** OBS says so in an event of its own; in a browser the tab or the window was hidden. */
interface ObsVisible {
  readonly visible?: boolean;
}

/** Calls back when the page is to be seen again after it was hidden. Returns the way to stop. */
export function onShownAgain(listener: () => void): () => void {
  const byDocument = () => document.visibilityState === 'visible' && listener();
  const byObs = (event: Event) => {
    const detail: ObsVisible | null = event instanceof CustomEvent ? event.detail : null;
    if (detail?.visible) listener();
  };
  document.addEventListener('visibilitychange', byDocument);
  addEventListener('obsSourceVisibleChanged', byObs);
  return () => {
    document.removeEventListener('visibilitychange', byDocument);
    removeEventListener('obsSourceVisibleChanged', byObs);
  };
}
