import { connect, type Socket } from 'node:net';
import { utf8Or1252 } from '../file-text.ts';
import { createComeBack, type Waits } from './come-back.ts';

/** Who says nothing for so long is gone, whatever the network thinks. */
const SILENT_MS = 45_000;
/** Nobody writes a longer line: what goes on for longer is no line. */
const MOST_LETTERS = 100_000;

export interface LineClient {
  readonly host: string;
  readonly port: number;
  /** Whole lines that came together, without their ends; none is empty. */
  lines(lines: readonly string[]): void;
  /** It is connected, for the first time or again; what is said here is what it hears first. */
  connected?(say: (line: string) => void): void;
  /** Said where it hears nothing else, so that it is known to live: every so many seconds. */
  readonly ping?: { readonly line: string; readonly everyMs: number };
  /** In a few words, once for each time that it is lost. */
  lost(why: string): void;
  readonly waits?: Waits;
}

/** Follows a server that speaks in lines, for ever; a line that was cut off by the end of a connection is none. Returns the way to stop. */
export function followLines({ host, port, waits, ...on }: LineClient): () => void {
  let pinger: ReturnType<typeof setInterval> | undefined;
  let socket: Socket | null = null;

  const open = () => {
    let rest = '';
    let why = 'it hung up';
    const own = connect({ host, port });
    socket = own;
    own.setEncoding('latin1');
    own.setTimeout(SILENT_MS, () => {
      why = 'it says nothing';
      own.destroy();
    });
    const say = (line: string) => own.write(`${line}\r\n`, 'latin1');
    own.on('connect', () => {
      on.connected?.(say);
      if (on.ping) pinger = setInterval(say, on.ping.everyMs, on.ping.line);
    });
    own.on('data', (chunk: string) => {
      const parts = (rest + chunk).split(/\r\n|\n|\r/);
      rest = parts.pop() ?? '';
      if (rest.length > MOST_LETTERS) rest = '';
      const lines = parts.filter((line) => line.trim() !== '').map(fromBytes);
      if (lines.length === 0) return;
      comeBack.heard();
      on.lines(lines);
    });
    own.on('error', (error) => {
      why = 'code' in error ? String(error.code) : error.message;
    });
    own.on('close', () => {
      clearInterval(pinger);
      comeBack.lost(why);
    });
  };
  const comeBack = createComeBack({ again: open, say: on.lost, ...(waits && { waits }) });
  open();
  return () => {
    comeBack.stop();
    clearInterval(pinger);
    socket?.destroy();
  };
}

/** Names are UTF-8 where that can be, else as old programs write them. */
const fromBytes = (line: string): string => utf8Or1252(Buffer.from(line, 'latin1'));

/** "192.168.1.20:50000"; the port may be left out where there is a usual one. Null for what is no address. */
export function addressOf(
  text: string,
  usualPort: number | null,
): { readonly host: string; readonly port: number } | null {
  const { host, port } = /^(?<host>\[[0-9a-f:.]+\]|[^\s:/]+)(?::(?<port>\d{1,5}))?$/i.exec(text.trim())?.groups ?? {};
  const number = port === undefined ? usualPort : Number(port);
  if (host === undefined || number === null || number < 1 || number > 65_535) return null;
  return { host: host.replace(/^\[|\]$/g, ''), port: number };
}
