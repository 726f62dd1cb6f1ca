import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

interface Props {
  /** "Gaps, 15:03:27" */
  readonly of: string;
  /** The address of the picture, which is given back when it is closed; null where there is none. */
  readonly ask: () => Promise<string | null>;
}

/** Shows the still of a take when it is asked for, and closes it. */
export function StillButton({ of, ask }: Props) {
  const url = useSignal<string | null>(null);
  const isMissing = useSignal(false);
  const close = () => {
    if (url.value !== null) URL.revokeObjectURL(url.value);
    url.value = null;
  };
  useEffect(() => close, []);
  const toggle = async () => {
    if (url.value !== null) return close();
    url.value = await ask();
    isMissing.value = url.value === null;
  };
  return (
    <>
      <button type="button" aria-label={`Still of ${of}`} aria-expanded={url.value !== null} onClick={toggle}>
        {isMissing.value ? 'No still' : 'Still'}
      </button>
      {url.value !== null && (
        <img
          src={url.value}
          alt={`What was on air: ${of}`}
          width={640}
          height={360}
          onLoad={({ currentTarget }) => currentTarget.scrollIntoView({ block: 'nearest' })}
        />
      )}
    </>
  );
}
