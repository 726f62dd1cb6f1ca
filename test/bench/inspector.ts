import { WebSocket } from 'ws';

/** What Node is told so that an inspector may come in; it prints where. */
export const INSPECTED = ['--inspect=127.0.0.1:0'];

/** Where the inspector of a process is, by what that process printed. */
export function inspectorIn(printed: string): string {
  const url = /ws:\/\/\S+/.exec(printed)?.[0];
  if (!url) throw new Error(`Nothing here says where its inspector is: ${printed}`);
  return url;
}

/** Asked one after the other: which value each answer has. */
export type Inspect = <T>(method: string, params?: object) => Promise<T>;

/** Comes in, asks, and goes again: nothing is held for who inspects between two looks. */
export async function inspected<T>(url: string, look: (ask: Inspect) => Promise<T>): Promise<T> {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  let id = 0;
  const ask: Inspect = (method, params = {}) =>
    new Promise((resolve, reject) => {
      const asked = ++id;
      const hear = (data: Buffer) => {
        const answer = JSON.parse(String(data));
        if (answer.id !== asked) return;
        socket.off('message', hear);
        if (answer.error) reject(new Error(`${method}: ${answer.error.message}`));
        else resolve(answer.result);
      };
      socket.on('message', hear);
      socket.send(JSON.stringify({ id: asked, method, params }));
    });
  try {
    return await look(ask);
  } finally {
    socket.terminate();
  }
}

interface Evaluated<T> {
  readonly result: { readonly value: T };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

/** What an expression is worth in a page; what it throws there is thrown here. */
export async function evaluated<T>(ask: Inspect, expression: string): Promise<T> {
  const { result, exceptionDetails } = await ask<Evaluated<T>>('Runtime.evaluate', { expression, returnByValue: true });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
