import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { LogLine } from '../../wire/crew/log.ts';
import { kindNames, placeAfterKey, rowsInSight, sentenceOf } from './log-rows.ts';

/** As in log.css. */
const ROW_PX = 40;

interface Props {
  readonly lines: readonly LogLine[];
  readonly timeOf: (line: LogLine) => string;
}

/** Only rows in sight are in the page. One line is current, by arrow keys or a press: below the list it stands whole. */
export function LogList({ lines, timeOf }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const scroll = useSignal({ topPx: 0, heightPx: 400 });
  const current = useSignal<number | null>(null);
  const measure = () => {
    if (box.current) scroll.value = { topPx: box.current.scrollTop, heightPx: box.current.clientHeight };
  };
  useEffect(() => {
    measure();
    const observer = new ResizeObserver(measure);
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  const place = lines.findIndex(({ n }) => n === current.value);
  const chosen = lines[place];
  const { topPx, heightPx } = scroll.value;
  const { from, to } = rowsInSight(lines.length, topPx, heightPx, ROW_PX);
  const choose = (next: number) => {
    current.value = lines[next]?.n ?? null;
    const top = next * ROW_PX;
    const element = box.current!;
    element.scrollTop = Math.min(top, Math.max(element.scrollTop, top + ROW_PX - element.clientHeight));
  };
  return (
    <>
      <div
        ref={box}
        class="lines"
        role="listbox"
        aria-label="What was done, newest first"
        tabIndex={0}
        aria-activedescendant={chosen && place >= from && place < to ? `log-${chosen.n}` : undefined}
        onScroll={measure}
        onKeyDown={(event) => {
          const next = placeAfterKey(event.key, place, lines.length, Math.max(1, Math.floor(heightPx / ROW_PX)));
          if (next === null) return;
          event.preventDefault();
          choose(next);
        }}
      >
        <div style={{ height: `${lines.length * ROW_PX}px` }}>
          {lines.slice(from, to).map((line, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys, as a list of options does
            <div
              key={line.n}
              id={`log-${line.n}`}
              role="option"
              tabIndex={-1}
              aria-selected={line.n === current.value}
              aria-setsize={lines.length}
              aria-posinset={from + i + 1}
              style={{ top: `${(from + i) * ROW_PX}px` }}
              onClick={() => {
                // A row that scrolls away is gone, and would take the keys with it.
                box.current?.focus();
                choose(from + i);
              }}
            >
              <small>
                <time>{timeOf(line)}</time> {line.author} <span>{kindNames[line.kind]}</span>
              </small>
              <p>{sentenceOf(line)}</p>
            </div>
          ))}
        </div>
      </div>
      <p class="chosen" aria-live="polite">
        {chosen ? sentenceOf(chosen) : lines.length === 0 ? 'Nothing to show.' : ''}
      </p>
    </>
  );
}
