import { fits, type Manifest, type Param, type ParamValue } from '../../show/manifest.ts';
import type { Producer } from '../page/producer.ts';
import { ChoiceField } from './choice-field.tsx';
import { Entry } from './entry.tsx';
import { NumberField } from './number-field.tsx';

/** Generated from the manifest. On air or cued, a change applies at once; else it waits for the take. */
export function ParamForm({ manifest, producer }: { manifest: Manifest; producer: Producer }) {
  const values = producer.params(manifest);
  return (
    <fieldset class="params" aria-label={`Parameters of ${manifest.title}`} disabled={!producer.live.value}>
      {Object.entries(manifest.params).map(([name, param]) => (
        <Field
          key={name}
          id={`${manifest.id}-${name}`}
          param={param}
          value={values[name]!}
          onSet={(value) => producer.edit(manifest, { [name]: value })}
        />
      ))}
    </fieldset>
  );
}

interface FieldProps {
  readonly id: string;
  readonly param: Param;
  readonly value: ParamValue;
  readonly onSet: (value: ParamValue) => void;
}

function Field({ id, param, value, onSet }: FieldProps) {
  const { label } = param;
  switch (param.type) {
    case 'flag':
      return <Flag label={label} value={value === true} onSet={onSet} />;
    case 'choice':
      return <ChoiceField id={id} label={label} choices={param.choices} value={String(value)} onSet={onSet} />;
    case 'number':
      return <NumberField id={id} param={param} value={Number(value)} onSet={onSet} />;
    case 'text':
      return (
        <Entry
          id={id}
          label={label}
          value={String(value)}
          hint={`${label} has at most ${param.maxLength} characters.`}
          read={(text) => (fits(param, text) ? text : null)}
          onSet={onSet}
        />
      );
  }
}

const Flag = ({ label, value, onSet }: { label: string; value: boolean; onSet: (value: boolean) => void }) => (
  <button type="button" class="flag" role="switch" aria-checked={value} onClick={() => onSet(!value)}>
    <span>{label}</span>
    <span class="knob" aria-hidden="true">
      {value ? 'On' : 'Off'}
    </span>
  </button>
);
