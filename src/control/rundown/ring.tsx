import type { Countdown } from '../../wire/crew/half.ts';

/** How much is left of the time that a graphic was to stay; the desk tells it each second, between them it glides. */
export function Ring({ countdown: { outS, leftS } }: { readonly countdown: Countdown }) {
  const gone = { '--from': 1 - leftS / outS, '--to': 1 - Math.max(0, leftS - 1) / outS };
  return (
    <span class="ring" title={`Leaves by itself in ${leftS} s of ${outS}`}>
      <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
        <circle cx="10" cy="10" r="7" pathLength={1} />
        <circle key={leftS} cx="10" cy="10" r="7" pathLength={1} style={gone} />
      </svg>
      {leftS} s
    </span>
  );
}
