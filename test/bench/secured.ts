import { emptyFolder, freePort, type RunningDesk, startDesk } from '../support/desk.ts';
import { type RawPage, rawPage } from '../support/raw-page.ts';
import { cpuSecondsOf } from './processes.ts';

const PAGES = 500;
/** A panel that reads the state so often, with its token. */
const READS_PER_S = 10;
const RUN_S = 20;
/** One after the other, open and secured in turn: what the machine does meanwhile meets both alike. */
const ROUNDS = 3;

interface Run {
  /** Seconds of processor time a second, pages coming in included. */
  readonly cores: number;
  /** How much later than the first page the others have the same delta. */
  readonly lateMs: readonly number[];
}

/**
 * What tokens and limits cost: 500 pages come in and listen for 20 s, with a panel that reads the state ten times a
 * second, at a desk that trusts its machine, and at one that wants a token of each of them and counts what each address
 * asks. `cpuGrowthPct` is of the median desk; `deliveryMs` when pages have what was sent to all.
 */
export async function securedBench() {
  const [open, secured]: [Run[], Run[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    open.push(await listened([]));
    secured.push(await listened(['--behind-proxy']));
  }
  const cores = { open: median(open.map((one) => one.cores)), secured: median(secured.map((one) => one.cores)) };
  return {
    pages: PAGES,
    cores,
    cpuGrowthPct: (cores.secured / cores.open - 1) * 100,
    deliveryMs: { open: spread(open), secured: spread(secured) },
  };
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
