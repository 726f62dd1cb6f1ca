import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

export interface Position {
  readonly id: number;
  readonly deviceId: number;
  readonly fixTime: string;
  readonly deviceTime: string;
  readonly valid: boolean;
  readonly latitude: number;
  readonly longitude: number;
  readonly speed: number;
}

/** A server that behaves as Traccar does: sessions by cookie, lists, and a socket that tells what is new. */
export async function traccarInProcess({ user = 'me@club.org', password = 's3cret/@' } = {}) {
  const devices: { id: number; name: string; uniqueId: string; phone: string }[] = [];
  const history: Position[] = [];
  const sessions = new Set<string>();
  const sockets = new Set<WebSocket>();
  const connections = new Set<Socket>();
  let logins = 0;

  const json = (response: ServerResponse, status: number, body: unknown, cookie?: string) => {
    const headers = {
      'content-type': 'application/json',
      ...(cookie && { 'set-cookie': `${cookie}; Path=/; HttpOnly` }),
    };
    response.writeHead(status, headers).end(JSON.stringify(body));
  };
  const isIn = ({ headers: { cookie = '' } }: IncomingMessage) => sessions.has(cookie);
  const latest = () => devices.flatMap(({ id }) => history.findLast(({ deviceId }) => deviceId === id) ?? []);

  function answer(request: IncomingMessage, response: ServerResponse, body: string) {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://server');
    if (pathname === '/api/session' && request.method === 'POST') {
      const form = new URLSearchParams(body);
      if (form.get('email') !== user || form.get('password') !== password)
        return response.writeHead(401).end('HTTP 401 Unauthorized - SecurityException');
      logins += 1;
      const cookie = `JSESSIONID=node${logins}`;
      sessions.add(cookie);
      return json(response, 200, { id: 1, email: user, password: null }, cookie);
    }
    if (!isIn(request)) return response.writeHead(401).end('HTTP 401 Unauthorized');
    if (pathname === '/api/devices') return json(response, 200, devices);
    if (pathname !== '/api/positions') return response.writeHead(404).end();
    const id = searchParams.get('deviceId');
    if (id === null) return json(response, 200, latest());
    const [from, to] = [searchParams.get('from') ?? '', searchParams.get('to') ?? ''].map((one) => Date.parse(one));
    const between = history.filter(
      ({ deviceId, fixTime }) => deviceId === Number(id) && Date.parse(fixTime) >= from! && Date.parse(fixTime) <= to!,
    );
    return json(response, 200, between);
  }

  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => answer(request, response, body));
  });
  const upgrades = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    if (request.url !== '/api/socket' || !isIn(request)) return void socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
    upgrades.handleUpgrade(request, socket, head, (one) => {
      sockets.add(one);
      one.on('close', () => sockets.delete(one));
      one.on('error', () => {});
    });
  });
  server.on('connection', (socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
  });
  const listen = (port: number) =>
    new Promise<number>((resolve) => {
      server.listen(port, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    });
  const port = await listen(0);
  const say = (message: object) => {
    for (const socket of sockets) socket.send(JSON.stringify(message));
  };
  const cut = () => {
    for (const socket of connections) socket.destroy();
  };
  const shut = () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    cut();
    return closed;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    history,
    say,
    cut,
    shut,
    reopen: () => listen(port),
    /** No session that was given lasts. */
    expire: () => sessions.clear(),
    logins: () => logins,
    heardBy: () => sockets.size,
    device(id: number, name: string, uniqueId = `86110703601${1000 + id}`) {
      devices.push({ id, name, uniqueId, phone: '+420 600 000 000' });
    },
    /** A device says where it is: everybody who listens is told at once. */
    places(position: Omit<Position, 'id' | 'valid' | 'speed'> & Partial<Position>) {
      const whole = { id: history.length + 1, valid: true, speed: 20, ...position };
      history.push(whole);
      say({ positions: [whole] });
    },
  };
}
