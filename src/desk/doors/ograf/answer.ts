import { STATUS_CODES } from 'node:http';

/** What is answered: JSON, or the bytes of a picture. */
export interface OgrafAnswer {
  readonly status: number;
  readonly body: object | PictureBytes;
  /** Further headers. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface PictureBytes {
  readonly type: string;
  readonly bytes: Uint8Array;
}

export const yes = (body: object): OgrafAnswer => ({ status: 200, body });

/** Beyond the statuses of HTTP: what the fault of a graphic is told by. */
const GRAPHIC_FAILED = 550;

/**
 * Why not, as RFC 7807 has it: `detail` is one sentence, and `more` what else a controller should know. Where it was asked
 * is added at the door.
 */
export const problem = (status: number, detail: string, more: object = {}): OgrafAnswer => ({
  status,
  body: {
    type: 'about:blank',
    title: status === GRAPHIC_FAILED ? 'Graphic Failed' : (STATUS_CODES[status] ?? 'Refused'),
    status,
    detail,
    ...more,
  },
});

export const graphicFailed = (detail: string, more: object): OgrafAnswer => problem(GRAPHIC_FAILED, detail, more);
