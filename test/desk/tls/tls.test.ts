import { request } from 'node:https';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { describe, expect, it } from 'vitest';
import { readTls } from '../../../src/desk/tls-files.ts';
import { PROTOCOL } from '../../../src/wire/protocol.ts';
import { smallDesk } from '../../support/small-desk.ts';

const [cert, key] = ['cert.pem', 'key.pem'].map((name) => join(import.meta.dirname, name)) as [string, string];

describe('a certificate and its key', () => {
  it('are both wanted, both PEM, and fit', () => {
    const said = (...files: [string | null, string | null]) => {
      const read = readTls(...files);
      return read.ok ? read.value && Object.keys(read.value) : read.error;
    };
    expect(said(null, null)).toBeNull();
    expect(said(cert, key)).toEqual(['cert', 'key']);
    expect(said(cert, null)).toMatch(/^https needs both/);
    expect(said(cert, '/nowhere/key.pem')).toMatch(/^\/nowhere\/key\.pem cannot be read/);
    expect(said(key, cert)).toMatch(/are no certificate with its key/);
    expect(said(cert, import.meta.filename)).toMatch(/are no certificate with its key/);
  });

  it('make the desk speak https and wss, and nothing else', async () => {
    const tls = readTls(cert, key);
    if (!tls.ok) throw new Error(tls.error);
    const desk = await smallDesk({ tls: tls.value });
    const asked = { rejectUnauthorized: true, ca: tls.value?.cert };
    const status = await new Promise((resolve, reject) =>
      request(`${desk.url}/api/state`, asked, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end(),
    );
    expect(status).toBe(200);
    const hello = { protocol: PROTOCOL, role: 'control' };
    const socket = io(desk.url, { transports: ['websocket'], ...asked, auth: { hello } });
    await new Promise((resolve) => socket.once('crew', resolve));
    socket.close();
    await expect(fetch(`${desk.url.replace('https', 'http')}/api/state`)).rejects.toThrow();
    await desk.stop();
  });
});
