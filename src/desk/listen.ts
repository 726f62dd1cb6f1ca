import type { Server } from 'node:http';
import { fail, ok, type Result } from '../wire/result.ts';
import type { Notices } from './notices.ts';

/** So many may knock at once; the system makes the others wait a second or more before they knock again. */
const KNOCKING = 4096;

/** Resolves with the port once the server listens; from then on its troubles are notices. */
export function listen(server: Server, host: string, port: number, notices: Notices): Promise<Result<number>> {
  return new Promise((resolve) => {
    const refuse = (error: Error) => resolve(fail(portSentence(error, host, port)));
    server.once('error', refuse);
    server.listen(port, host, KNOCKING, () => {
      server.off('error', refuse);
      server.on('error', (error) => notices.add('error', troubleSentence(error)));
      const address = server.address();
      resolve(ok(typeof address === 'object' && address ? address.port : port));
    });
  });
}

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : error.message);

function portSentence(error: Error, host: string, port: number): string {
  const code = codeOf(error);
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use, perhaps by another desk: stop that one, or choose a port with --port ${port + 1}.`;
  if (code === 'EACCES') return `Port ${port} needs more rights than you have: choose one above 1024 with --port.`;
  return `The desk cannot listen on ${host}, port ${port} (${code}): give an address of this machine with --host.`;
}

function troubleSentence(error: Error): string {
  const code = codeOf(error);
  if (code === 'EMFILE' || code === 'ENFILE')
    return `No more files can be opened (${code}): new pages wait; close pages, or raise the limit with "ulimit -n".`;
  return `The server could not take a page in (${code}): the desk goes on; reload that page.`;
}
