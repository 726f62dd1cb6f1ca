import type { FixesTold } from '../device-fix.ts';
import type { Delivery } from '../feed.ts';
import { jsonOf } from '../json.ts';
import { isOwnTracks, withoutPrivate } from './own-tracks.ts';
import { apps, type PhoneApp } from './parse.ts';
import { isTraccarClient } from './traccar-client.ts';

/** A message of a phone: by which app, what it says, and how it stands on the tape: JSON. */
export interface PhoneMessage extends FixesTold {
  readonly app: PhoneApp;
  readonly taped: string;
}

/** What a phone brings, by its form: JSON of one of the apps, or fields in its address or its body. Null for what is neither. */
export function readMessage({ body, query }: Pick<Delivery, 'query'> & { readonly body: string }): PhoneMessage | null {
  const text = body.trim();
  if (text === '' || query.has('lat')) return ofQuery(query);
  const message = jsonOf(text);
  if (message === null) return /^[\w.-]+=/.test(text) ? ofQuery(new URLSearchParams(text)) : null;
  const app = isOwnTracks(message) ? 'own-tracks' : isTraccarClient(message) ? 'traccar' : null;
  const taped = app === 'own-tracks' ? JSON.stringify(withoutPrivate(message)) : text;
  return app && { app, taped, ...apps[app](message) };
}

function ofQuery(query: URLSearchParams): PhoneMessage {
  const text = query.toString();
  return { app: 'query', taped: JSON.stringify(text), ...apps.query(text) };
}
