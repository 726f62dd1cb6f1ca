import { isHeld } from '../site/serve.ts';
import type { ThemeFolder } from '../theme-folder.ts';
import { askedOf, type Handler, replyText } from './reply.ts';

/** `/themes/<name>.json`: a theme of the user as it was when it could be drawn last. Whoever sees the race may read it. */
export const serveThemes =
  (folder: Pick<ThemeFolder, 'themes'>): Handler =>
  (request, response) => {
    const { method, headers } = request;
    if (method !== 'GET' && method !== 'HEAD')
      return replyText(response, 405, 'Themes are read with GET or HEAD.', { allow: 'GET, HEAD' });
    const name = /^\/themes\/([^/]+)\.json$/.exec(askedOf(request)?.pathname ?? '')?.[1] ?? '';
    const theme = folder.themes().get(decoded(name));
    if (!theme) return replyText(response, 404, 'There is no such theme here: control says what is wrong with a file.');
    const etag = `"${theme.version}"`;
    const common = { etag, 'cache-control': 'no-cache', 'access-control-allow-origin': '*' };
    if (isHeld(headers, etag)) return void response.writeHead(304, common).end();
    response.writeHead(200, { ...common, 'content-type': 'application/json' });
    response.end(method === 'HEAD' ? undefined : theme.text);
  };

/** Itself where an escape is broken: nothing is called so. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
