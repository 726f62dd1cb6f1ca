import type { Duplex } from 'node:stream';

/** An upgrade that is not taken holds nothing. `status` is a status line, with further headers where there are some. */
export const closeUpgrade = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
};

/** The same with a reason, for programs. */
export function refuseUpgrade(socket: Duplex, why: string): void {
  const body = `${JSON.stringify({ ok: false, error: why })}\n`;
  const head = ['HTTP/1.1 403 Forbidden', 'Connection: close', 'Content-Type: application/json'];
  socket.end(`${[...head, `Content-Length: ${Buffer.byteLength(body)}`].join('\r\n')}\r\n\r\n${body}`, () =>
    socket.destroy(),
  );
}
