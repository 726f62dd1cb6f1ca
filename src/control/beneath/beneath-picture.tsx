import type { BeneathHand } from './beneath-hand.ts';

/** Under the frame of a monitor, and nothing to be read. */
export function BeneathPicture({ hand }: { readonly hand: BeneathHand }) {
  const beneath = hand.beneath.value;
  if (beneath.what === 'still') return <img class="beneath" src={beneath.url} alt="" />;
  if (beneath.what === 'nothing') return null;
  const { stream } = beneath;
  return (
    <video
      class="beneath"
      muted
      autoplay
      playsInline
      ref={(video) => {
        if (video && video.srcObject !== stream) video.srcObject = stream;
      }}
    />
  );
}
