import { judgeOf } from '../../src/desk/doors/origin.ts';
import { createPorter } from '../../src/desk/doors/porter.ts';
import { firstTokens, tokenFileIn } from '../../src/desk/tokens/token-file.ts';
import { openTokens } from '../../src/desk/tokens/tokens.ts';
import { emptyFolder, freePort, type RunningDesk, startDesk } from '../support/desk.ts';
import { type RawPage, rawPage } from '../support/raw-page.ts';
import { cpuSecondsOf } from './processes.ts';

const PAGES = 500;
/** A panel that reads the state so often, with its token. */
const READS_PER_S = 10;
const RUN_S = 20;
/** One after the other, open and secured in turn: what the machine does meanwhile meets both alike. */
const ROUNDS = 3;
/** Timed apart, in this process. */
const CHECKS = 20_000;

interface Run {
  /** Seconds of processor time a second, pages coming in included. */
  readonly cores: number;
  /** How much later than the first page the others have the same delta. */
  readonly lateMs: readonly number[];
}

/**
 * What tokens and limits cost: 500 pages come in and listen for 20 s, with a panel that reads the state ten times a
 * second, at a desk that trusts its machine, and at one that wants a token of each of them and counts what each address
 * asks. `cpuGrowthPct` is of the median desk, `checksPctOfCpu` what the checks alone are of it, timed apart; `deliveryMs` when pages have what was sent to all.
 */
export async function securedBench() {
  const [open, secured]: [Run[], Run[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    open.push(await listened([]));
    secured.push(await listened(['--behind-proxy']));
  }
  const checkUs = await checkCostUs();
  const cores = { open: median(open.map((one) => one.cores)), secured: median(secured.map((one) => one.cores)) };
  return {
    pages: PAGES,
    cores,
    cpuGrowthPct: (cores.secured / cores.open - 1) * 100,
    checkUs,
    // Each page twice, with the request of its socket and with its opening; each read once.
    checksPctOfCpu: ((2 * PAGES + RUN_S * READS_PER_S) * checkUs) / (cores.secured * RUN_S * 1e4),
    deliveryMs: { open: spread(open), secured: spread(secured) },
  };
}

/** Who somebody is with his token, and whether he is in time, in microseconds. */
async function checkCostUs(): Promise<number> {
  const file = tokenFileIn(await emptyFolder());
  const made = firstTokens(file);
  if (!made.ok) throw new Error(made.error);
  const porter = createPorter({
    judge: judgeOf([]),
    tokens: openTokens(file, { stand: () => {} }),
    isBehindProxy: true,
    onWrongToken: () => {},
    now: () => performance.now(),
  });
  const headers = {
    host: '10.0.0.1:4000',
    origin: 'http://10.0.0.1:4000',
    'user-agent': 'Mozilla/5.0 (X11) Chrome/143',
  };
  const began = performance.now();
  for (let i = 0; i < CHECKS; i += 1) {
    const admitted = porter.admit({ headers, socket: { remoteAddress: '10.0.0.7' } }, made.value[0]!.token);
    if (!admitted.ok || admitted.guest.trust !== 'engineer') throw new Error('the token is not believed');
    porter.hasTime(admitted.guest);
  }
  return ((performance.now() - began) * 1000) / CHECKS;
}

async function listened(args: readonly string[]): Promise<Run> {
  const desk = await startDesk({
    port: await freePort(),
    tapes: await emptyFolder(),
    args: ['--from', '60km', '--speed', '4', ...args],
  });
  /** Null where the desk wants none. */
  const tokenOf = (trust: string) => new RegExp(`${trust} +\\S+#token=(\\S+)`).exec(desk.output())?.[1];
  const firstMs = new Map<string, number>();
  const lateMs: number[] = [];
  const onMessage = (payload: Buffer) => {
    const now = performance.now();
    const which = payload.toString('latin1', 0, 200);
    const first = firstMs.get(which);
    if (first === undefined) firstMs.set(which, now);
    else lateMs.push(now - first);
  };
  const before = cpuSecondsOf(desk.pid) ?? Number.NaN;
  const beganMs = performance.now();
  const token = tokenOf('output');
  const pages: RawPage[] = await Promise.all(
    Array.from({ length: PAGES }, () =>
      rawPage({ url: desk.url, role: 'program', onMessage, ...(token !== undefined && { token }) }),
    ),
  );
  // Greetings are not the same for all at once.
  lateMs.length = 0;
  await panel(desk, tokenOf('operator'));
  const cores = ((cpuSecondsOf(desk.pid) ?? Number.NaN) - before) / ((performance.now() - beganMs) / 1000);
  const lost = pages.filter(({ closed }) => closed).length;
  for (const page of pages) page.destroy();
  await desk.kill('SIGINT');
  if (lost > 0) throw new Error(`the desk closed ${lost} of ${PAGES} pages`);
  return { cores, lateMs };
}

async function panel({ url }: RunningDesk, token: string | undefined): Promise<void> {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  for (let i = 0; i < RUN_S * READS_PER_S; i += 1) {
    const next = wait(1000 / READS_PER_S);
    const state = await (await fetch(`${url}api/state`, { headers })).json();
    if (!('cued' in state)) throw new Error('the panel is not believed');
    await next;
  }
}

function spread(runs: readonly Run[]) {
  const all = runs.flatMap(({ lateMs }) => lateMs).sort((a, b) => a - b);
  const at = (share: number) => all[Math.floor((all.length - 1) * share)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
