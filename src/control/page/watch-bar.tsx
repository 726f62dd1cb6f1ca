import type { Producer } from './producer.ts';

/** Who came with the link of a viewer sees all and commands nothing. */
export function WatchBar({ producer }: { readonly producer: Producer }) {
  if (producer.replica.value.admitted?.trust !== 'viewer') return null;
  return (
    <p class="watch-bar" role="status">
      You watch: this link sees what the crew sees and commands nothing.
    </p>
  );
}
