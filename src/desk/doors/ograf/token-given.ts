import type { IncomingHttpHeaders } from 'node:http';
import { tokenIn } from '../porter.ts';

/**
 * The token of a controller; null where it brings none. As a header, "Authorization: Bearer …"; or by those that can be
 * told an address only, as the password in it, `http://sofie:ard_…@desk:4000/ograf/v1`, which travels as a header too.
 */
export const tokenGiven = (headers: IncomingHttpHeaders): string | null => tokenIn(headers) ?? passwordIn(headers);

function passwordIn({ authorization }: IncomingHttpHeaders): string | null {
  const [, code] = /^basic +([\w+/=-]{1,400})$/i.exec(authorization ?? '') ?? [];
  if (code === undefined) return null;
  const said = Buffer.from(code, 'base64').toString('utf8');
  return said.slice(said.indexOf(':') + 1) || null;
}
