/** What an address of the API is asked for, and by whom: anyone, who sees what the crew sees, or who commands. */
export interface Route {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  readonly may: 'anyone' | 'crew' | 'operator';
}

const INSTANCE = 'renderers/:renderer/target/graphicInstance';

/** All of the specification (ebu/ograf, `server-api.yaml`), and the stream of events beside it. */
export const routes = {
  server: { method: 'GET', path: '', may: 'anyone' },
  graphics: { method: 'GET', path: 'graphics', may: 'anyone' },
  graphic: { method: 'GET', path: 'graphics/:graphic', may: 'anyone' },
  'delete-graphic': { method: 'DELETE', path: 'graphics/:graphic', may: 'operator' },
  thumbnail: { method: 'GET', path: 'graphics/:graphic/thumbnail', may: 'anyone' },
  renderers: { method: 'GET', path: 'renderers', may: 'crew' },
  renderer: { method: 'GET', path: 'renderers/:renderer', may: 'crew' },
  target: { method: 'GET', path: 'renderers/:renderer/target', may: 'crew' },
  act: { method: 'POST', path: 'renderers/:renderer/customActions/:action', may: 'operator' },
  clear: { method: 'PUT', path: `${INSTANCE}/clear`, may: 'operator' },
  load: { method: 'POST', path: `${INSTANCE}/load`, may: 'operator' },
  update: { method: 'POST', path: `${INSTANCE}/updateAction`, may: 'operator' },
  play: { method: 'POST', path: `${INSTANCE}/playAction`, may: 'operator' },
  stop: { method: 'POST', path: `${INSTANCE}/stopAction`, may: 'operator' },
  custom: { method: 'POST', path: `${INSTANCE}/customActions/:action`, may: 'operator' },
  events: { method: 'GET', path: 'events', may: 'crew' },
} as const satisfies Readonly<Record<string, Route>>;

export type RouteName = keyof typeof routes;

export type FoundRoute =
  | { readonly name: RouteName; readonly route: Route; readonly values: Readonly<Record<string, string>> }
  /** There is such an address, and it is asked otherwise. */
  | { readonly methods: readonly string[] };

/** By method and by the path behind `/ograf/v1`, slashes at its end or not; null for an address that is none. HEAD is a GET. */
export function routeOf(method: string, path: string): FoundRoute | null {
  const asked = segments(path);
  if (!asked) return null;
  const fitting = (Object.keys(routes) as RouteName[]).flatMap((name) => {
    const values = valuesIn(segments(routes[name].path)!, asked);
    return values ? { name, route: routes[name], values } : [];
  });
  const word = method === 'HEAD' ? 'GET' : method;
  const methods = fitting.map(({ route }) => route.method);
  if (methods.length === 0) return null;
  return fitting.find(({ route }) => route.method === word) ?? { methods };
}

function valuesIn(path: readonly string[], asked: readonly string[]): Readonly<Record<string, string>> | null {
  if (path.length !== asked.length) return null;
  const values: Record<string, string> = {};
  for (const [i, part] of path.entries()) {
    if (part.startsWith(':')) values[part.slice(1)] = asked[i]!;
    else if (part !== asked[i]) return null;
  }
  return values;
}

/** Null where an escape is broken. */
function segments(path: string): readonly string[] | null {
  try {
    return path
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent);
  } catch {
    return null;
  }
}
