import { expect } from 'vitest';
import type { Manifest } from '../../../../src/show/manifest.ts';
import { manifest as gaps, type SmallDesk, smallDesk, until } from '../../../support/small-desk.ts';
import { strap } from '../remote/two-graphics.ts';

/** In the same zone as the gaps, with as many steps as there are pages of riders. */
export const tower: Manifest = {
  id: 'position-tower',
  title: 'Tower',
  layer: 'stack',
  params: { rows: { type: 'number', label: 'Rows', default: 10, min: 5, max: 18 } },
  steps: { pagesOf: 'riders', most: 100 },
  glideHz: 0,
  hold: { outS: 60 },
};

/** In a zone that the strap excludes. */
export const profile: Manifest = {
  id: 'gradient-profile',
  title: 'Profile',
  layer: 'strip',
  params: {},
  steps: 1,
  glideHz: 0,
  hold: null,
};

const tag: Manifest = { ...strap, id: 'replay-tag', title: 'Replay', layer: 'tag', params: {}, replay: 'tag' };

export const ografManifests = [gaps, tower, strap, profile, tag];

export const idOf = ({ id }: Pick<Manifest, 'id'>): string => `org.ardoise.${id}`;

export async function ografDesk(over: Parameters<typeof smallDesk>[0] = {}): Promise<SmallDesk> {
  const desk = await smallDesk({ manifests: ografManifests, ...over });
  await until('there is a race', () => desk.desk.picture().race !== null);
  return desk;
}

export interface Told {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what a server says, as a test looks into it
  readonly body: any;
  readonly headers: Headers;
}

/** Asks as a program does. Whatever comes back is JSON, and a refusal is a problem of RFC 7807. */
export async function ask(
  desk: Pick<SmallDesk, 'url'>,
  method: string,
  path: string,
  body?: object | string,
  headers: Record<string, string> = {},
): Promise<Told> {
  const sent = typeof body === 'object' ? JSON.stringify(body) : body;
  const response = await fetch(`${desk.url}/ograf/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(sent !== undefined && { body: sent }),
  });
  const told = JSON.parse(await response.text());
  const isProblem = response.status >= 400;
  expect(response.headers.get('content-type')).toBe(isProblem ? 'application/problem+json' : 'application/json');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  if (isProblem)
    expect(told).toMatchObject({
      type: 'about:blank',
      title: expect.stringMatching(/^[A-Z]/),
      status: response.status,
      detail: expect.stringMatching(/[.!?]$/),
      instance: new URL(response.url).pathname,
    });
  return { status: response.status, body: told, headers: response.headers };
}

/** The doings of a controller on one target of one renderer. */
export function controllerOf(desk: Pick<SmallDesk, 'url'>, renderer: 'program' | 'preview', zone: string) {
  const renderTarget = { zone };
  const on = (method: string, what: string, body: object) =>
    ask(desk, method, `/renderers/${renderer}/target/graphicInstance/${what}`, body);
  return {
    load: (graphic: Manifest, data?: unknown) =>
      on('POST', 'load', { renderTarget, graphicId: idOf(graphic), params: { data } }),
    act: (action: string, graphicInstanceId: string, params: object = {}) =>
      on('POST', action, { renderTarget, graphicInstanceId, params }),
    clear: (...filters: object[]) => on('PUT', 'clear', { filters }),
    target: () =>
      ask(
        desk,
        'GET',
        `/renderers/${renderer}/target?renderTarget=${encodeURIComponent(JSON.stringify(renderTarget))}`,
      ),
  };
}
