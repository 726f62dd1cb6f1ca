import type { Report } from '../wire/crew/report.ts';

/** A page says what changed at once, but not more often than this; the newest wins. */
const AT_MOST_EVERY_MS = 1000;

export interface Reporter {
  report(report: Report): void;
  /** Of an output: how late it is now, in seconds. It is said with all else. */
  late(seconds: number): void;
  /** Nothing is said while nobody hears; a desk that comes, or comes back, hears the newest. */
  connected(isConnected: boolean): void;
}

export function createReporter(send: (report: Report) => void): Reporter {
  let newest: Report | null = null;
  let late: Pick<Report, 'lateS'> = {};
  let said = '';
  let saidMs = Number.NEGATIVE_INFINITY;
  let isConnected = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const say = () => {
    timer = undefined;
    if (!newest) return;
    const report = { ...newest, ...late };
    const text = JSON.stringify(report);
    if (text === said) return;
    said = text;
    saidMs = performance.now();
    send(report);
  };
  const saySoon = () => {
    if (isConnected) timer ??= setTimeout(say, Math.max(0, saidMs + AT_MOST_EVERY_MS - performance.now()));
  };
  return {
    report(report) {
      newest = report;
      saySoon();
    },
    late(seconds) {
      late = { lateS: Math.round(seconds * 10) / 10 };
      saySoon();
    },
    connected(now) {
      isConnected = now;
      said = '';
      clearTimeout(timer);
      timer = undefined;
      saySoon();
    },
  };
}
