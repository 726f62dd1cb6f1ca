import { leavesAfterS } from '../../show/loss.ts';
import type { Manifest } from '../../show/manifest.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import type { Producer } from '../page/producer.ts';

/** Seconds that are on offer; the desk takes any other by HTTP. */
const OFFERED_S = [10, 20, 30, 45, 60, 90, 120, 180, 300, 600, 1800, 3600];

interface Props {
  readonly manifest: Manifest;
  readonly id: string;
  readonly producer: Producer;
}

/**
 * What becomes of a graphic when the feed is lost: of all its items, on all pages, at once. Not a value of the item, and
 * so in a fieldset of its own; a graphic that says nothing of the race has none.
 */
export function LossField({ manifest, id, producer }: Props) {
  const { loss } = producer.show.value;
  const ownS = leavesAfterS(manifest, {});
  if (ownS === null) return null;
  const { id: overlay, title } = manifest;
  const said = Object.hasOwn(loss, overlay) ? (loss[overlay] ?? Number.POSITIVE_INFINITY) : null;
  const offered = [...new Set([...OFFERED_S, Number.POSITIVE_INFINITY, ...(said === null ? [] : [said])])];
  const choices = offered.sort((a, b) => a - b).map((outS) => [nameOf(outS), fateOf(outS)]);
  return (
    <fieldset class="params about" aria-label={`When the feed is lost: ${title}`} disabled={!producer.live.value}>
      <ChoiceField
        id={`${id}-loss`}
        label="Without news"
        choices={Object.fromEntries([[OWN, `${fateOf(ownS)} (its own)`], ...choices])}
        value={said === null ? OWN : nameOf(said)}
        onSet={(chosen) => {
          const outS = offered.find((one) => nameOf(one) === chosen);
          void producer.ask({
            do: 'loss',
            overlay,
            ...(outS !== undefined && { outS: Number.isFinite(outS) ? outS : null }),
          });
        }}
      />
    </fieldset>
  );
}

const OWN = 'own';
/** A name that is a number would change the order. */
const nameOf = (outS: number): string => `after ${outS}`;
const fateOf = (outS: number): string => (Number.isFinite(outS) ? `Out after ${outS} s` : 'Stays');
