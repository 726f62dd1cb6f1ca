import { fits, type Param } from '../../show/manifest.ts';
import { wantedBy } from '../../show/param.ts';
import { Entry } from './entry.tsx';

interface Props {
  readonly id: string;
  readonly param: Extract<Param, { type: 'number' }>;
  readonly value: number;
  readonly onSet: (value: number) => void;
}

/** A number to type, or to walk by its step. */
export function NumberField({ id, param, value, onSet }: Props) {
  const { label, step = 1 } = param;
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
        hint={`${label} is ${wantedBy(param)}.`}
        read={(text) => (text.trim() !== '' && fits(param, Number(text)) ? Number(text) : null)}
        onSet={onSet}
        numeric
      />
      {walk(-step)}
      {walk(step)}
    </div>
  );
}
