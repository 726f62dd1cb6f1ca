import * as v from 'valibot';
import type { RundownEdit } from '../show/rundown-edit.ts';
import { type Report, reportShape, type StillHead, stillHead, type WordsTold, wordsTold } from './crew/report.ts';
import { rundownEditShape } from './crew/rundown.ts';
import { operatorShape } from './hand-schema.ts';
import { type Hello, type OperatorEvent, PROTOCOL, type Transport } from './protocol.ts';
import { fail, ok, type Result } from './result.ts';
import { helloShape, lateShape, transportShape } from './schema.ts';

/* The desk's door: what pages and other programs ask. Nothing here throws. */

export function parseHello(input: unknown): Result<Hello> {
  const hello = asked('hello', helloShape, input);
  if (!hello.ok) return hello;
  const { protocol, role } = hello.value;
  return protocol === PROTOCOL
    ? hello
    : fail(`A ${role} page speaks protocol ${protocol} and this desk ${PROTOCOL}: reload that page from this desk.`);
}

export const parseReport = (input: unknown): Result<Report> => asked('report', reportShape, input);
export const parseLate = (input: unknown): Result<number> => asked('delay', lateShape, input);
export const parseWordsTold = (input: unknown): Result<WordsTold> => asked('word of a page', wordsTold, input);
export const parseStillHead = (input: unknown): Result<StillHead> => asked('still', stillHead, input);
export const parseTransport = (input: unknown): Result<Transport> => asked('transport', transportShape, input);
export const parseRundownEdit = (input: unknown): Result<RundownEdit> => asked('rundown edit', rundownEditShape, input);
export const parseOperator = (input: unknown): Result<OperatorEvent> => asked('race event', operatorShape, input);

function asked<T>(what: string, shape: v.GenericSchema<unknown, T>, input: unknown): Result<T> {
  const parsed = v.safeParse(shape, input);
  if (parsed.success) return ok(parsed.output);
  const [issue] = parsed.issues;
  return fail(`This is no ${what} that the desk knows: ${v.getDotPath(issue) ?? 'it'} is wrong (${issue.message}).`);
}
