import type { RaceAndInsight } from '../../insight/insight.ts';
import { Writer } from '../bytes.ts';
import { type Section, sections } from './sections.ts';

/**
 * The desk's end of the wire: one for all pages, because all have seen the same. A part travels when its bytes are
 * other than those sent last: what did not change at the precision of the wire is not sent.
 */
export interface RaceEncoder {
  /** What changed since the call before; null when nothing did. */
  delta(race: RaceAndInsight): Uint8Array | null;
  /** All of the race of the newest delta, for a page that has nothing; null before the first. */
  snapshot(): Uint8Array | null;
}

export function raceEncoder(): RaceEncoder {
  let before: RaceAndInsight | null = null;
  const sent = new Map<number, Uint8Array>();

  const changed = (section: Section, race: RaceAndInsight): boolean => {
    if (before && Object.is(section.of(race), section.of(before))) return false;
    const bytes = bytesOf(section, race, before);
    const last = sent.get(section.tag);
    if (last && sameBytes(last, bytes)) return false;
    sent.set(section.tag, bytes);
    return true;
  };

  return {
    delta(race) {
      const due = sections.filter((section) => changed(section, race));
      before = race;
      return due.length > 0 ? joined(due.map(({ tag }) => [tag, sent.get(tag)!])) : null;
    },
    snapshot() {
      const race = before;
      // Most parts are what was sent of them last; what is sent in pieces is put together again.
      return (
        race &&
        joined(
          sections.map((section) => [
            section.tag,
            section.grows ? bytesOf(section, race, null) : sent.get(section.tag)!,
          ]),
        )
      );
    },
  };
}

function bytesOf(section: Section, race: RaceAndInsight, before: RaceAndInsight | null): Uint8Array {
  const writer = new Writer();
  section.write(writer, race, before);
  return writer.done();
}

function joined(parts: readonly (readonly [number, Uint8Array])[]): Uint8Array {
  const writer = new Writer();
  for (const [tag, bytes] of parts) {
    writer.natural(tag);
    writer.block(bytes);
  }
  return writer.done();
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}
