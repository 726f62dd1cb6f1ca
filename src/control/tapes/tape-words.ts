import type { KeptTape } from '../../wire/crew/tapes.ts';

/** "4 Jul 14:05, 2 h 10 min, 3.9 MB, being written". */
export function tapeWords({ startedAt, lastedMs, bytes, state }: KeptTape, language?: string): string {
  const began = new Date(startedAt).toLocaleString(language, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return [began, lasted(lastedMs), size(bytes), ...states[state]].join(' · ');
}

const states = { written: ['being written'], left: ['stopped without an end'], ended: [] } as const;

function lasted(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const size = (bytes: number): string =>
  bytes < 100_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
