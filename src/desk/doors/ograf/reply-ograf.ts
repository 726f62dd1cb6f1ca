import type { IncomingMessage, ServerResponse } from 'node:http';
import { askedOf } from '../reply.ts';
import { type OgrafAnswer, type PictureBytes, problem } from './answer.ts';

export const OGRAF_PATH = '/ograf/v1';

export const isOgrafPath = (path: string): boolean => path === OGRAF_PATH || path.startsWith(`${OGRAF_PATH}/`);

/**
 * With every answer, as the specification recommends: a page of another site may ask and read the answer, which is a
 * refusal where it would command.
 */
export const sharing: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, PUT, POST, HEAD, OPTIONS, DELETE',
  'access-control-allow-headers': 'Content-Type, Accept',
  'access-control-max-age': '3600',
};

export function replyOgraf(request: IncomingMessage, response: ServerResponse, told: OgrafAnswer): void {
  const { status, body, headers } = told;
  const common = { 'cache-control': 'no-store', ...sharing, ...headers };
  if (isPicture(body)) {
    response.writeHead(status, { ...common, 'content-type': body.type });
    return void response.end(body.bytes);
  }
  const isProblem = status >= 400;
  const type = isProblem ? 'application/problem+json' : 'application/json';
  response.writeHead(status, { ...common, 'content-type': type });
  const instance = askedOf(request)?.pathname;
  response.end(`${JSON.stringify(isProblem ? { ...body, instance } : body)}\n`);
}

const isPicture = (body: object | PictureBytes): body is PictureBytes => 'bytes' in body;

/** While the desk is starting. */
export const replyOgrafSoon = (request: IncomingMessage, response: ServerResponse): void =>
  replyOgraf(request, response, {
    ...problem(503, 'The desk is starting: ask again in a second.'),
    headers: { 'retry-after': '1' },
  });
