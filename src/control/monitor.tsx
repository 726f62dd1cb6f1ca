import { useEffect, useRef } from 'preact/hooks';
import { type Items, itemOf } from '../show/show.ts';
import type { Producer } from './producer.ts';

/** The picture that the output pages are drawn for. */
const PICTURE_WIDTH = 1920;

/**
 * The output page itself, framed and made smaller, never clickable: it must not take the keys away from the producer.
 */
export function Monitor({ bus, url, producer }: { bus: 'preview' | 'program'; url: string; producer: Producer }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const sized = new ResizeObserver(([entry]) => {
      frame.current?.style.setProperty('--scale', String(entry!.contentRect.width / PICTURE_WIDTH));
    });
    sized.observe(frame.current!);
    return () => sized.disconnect();
  }, []);
  const items = producer.show.value[bus];
  const names = namesIn(items, producer);
  const word = bus === 'program' ? 'On air' : 'Cued';
  return (
    <section class={`monitor ${bus}`} data-tally={names.length > 0} aria-label={bus}>
      <header>
        <h2>{bus}</h2>
        <p role="status">{names.length > 0 ? `${word}: ${names.join(' · ')}` : `Nothing ${word.toLowerCase()}`}</p>
      </header>
      <div class="picture" ref={frame}>
        <iframe title={`${bus} picture`} src={url} tabIndex={-1} inert />
      </div>
    </section>
  );
}

/** Titles in the order of the keys; a graphic that this page does not know goes by its id. */
function namesIn(items: Items, { manifests }: Producer): readonly string[] {
  const known = manifests.filter(({ id }) => itemOf(items, id)).map(({ title }) => title);
  const unknown = Object.values(items).filter(({ overlay }) => !manifests.some(({ id }) => id === overlay));
  return [...known, ...unknown.map(({ overlay }) => overlay)];
}
