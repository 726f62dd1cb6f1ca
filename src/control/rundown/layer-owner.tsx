import type { Layer } from '../../show/zones.ts';
import type { Producer } from '../page/producer.ts';

/** Whose the layer of a graphic is, and the way to make it one's own: others then leave alone what is there. */
export function LayerOwner({ layer, producer }: { readonly layer: Layer; readonly producer: Producer }) {
  const { admitted } = producer.replica.value;
  const owner = producer.show.value.owners[layer];
  const isMine = owner !== undefined && owner === admitted?.author;
  const isLocked = owner !== undefined && !isMine;
  const ask = isMine ? 'free' : isLocked ? 'claim-over' : 'claim';
  const words = { free: 'Give back to all', claim: 'Keep for me', 'claim-over': 'Take over' }[ask];
  return (
    <p class="layer-owner" data-locked={isLocked}>
      <span>
        {owner === undefined
          ? `Anybody may change the ${layer}`
          : isMine
            ? `The ${layer} is yours`
            : `The ${layer} is ${owner}'s`}
      </span>
      <button
        type="button"
        disabled={!producer.live.value || (isLocked && admitted?.trust !== 'engineer')}
        onClick={() => void producer.ask({ do: ask, layer })}
      >
        {words}
      </button>
    </p>
  );
}

/** Who keeps a layer for himself, where that is somebody else; null else. */
export function otherOwner(layer: Layer, producer: Producer): string | null {
  const owner = producer.show.value.owners[layer];
  return owner === undefined || owner === producer.replica.value.admitted?.author ? null : owner;
}
