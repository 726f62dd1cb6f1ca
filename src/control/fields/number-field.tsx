import { fits, type Param } from '../../show/manifest.ts';
import { Entry } from './entry.tsx';

interface Props {
  readonly id: string;
  readonly param: Extract<Param, { type: 'number' }>;
  readonly value: number;
  readonly onSet: (value: number) => void;
}

/** A number to type, or to walk by one. */
export function NumberField({ id, param, value, onSet }: Props) {
  const { label, min, max } = param;
  const walk = (by: number) => (
    <button
      type="button"
      aria-label={`${label}: one ${by < 0 ? 'less' : 'more'}`}
      disabled={!fits(param, value + by)}
      onClick={() => onSet(value + by)}
    >
      {by < 0 ? '−' : '+'}
    </button>
  );
  return (
    <div class="number">
      <Entry
        id={id}
        label={label}
        value={String(value)}
        hint={`${label} is a number from ${min} to ${max}.`}
        read={(text) => (text.trim() !== '' && fits(param, Number(text)) ? Number(text) : null)}
        onSet={onSet}
        numeric
      />
      {walk(-1)}
      {walk(1)}
    </div>
  );
}
