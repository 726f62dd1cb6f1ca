import { fits, type Manifest, type Param, type Params, type ParamValue } from '../../show/manifest.ts';
import { ChoiceField } from './choice-field.tsx';
import { Entry } from './entry.tsx';
import { NumberField } from './number-field.tsx';

interface Props {
  /** Of whose fields: no two forms on a page have the same. */
  readonly id: string;
  readonly label: string;
  readonly params: Manifest['params'];
  readonly values: Params;
  readonly disabled: boolean;
  readonly onSet: (params: Params) => void;
}

/** Generated from the manifest. */
export const ParamForm = ({ id, label, params, values, disabled, onSet }: Props) => (
  <fieldset class="params" aria-label={label} disabled={disabled}>
    {Object.entries(params).map(([name, param]) => (
      <Field
        key={`${id}-${name}`}
        id={`${id}-${name}`}
        param={param}
        value={values[name] ?? param.default}
        onSet={(value) => onSet({ [name]: value })}
      />
    ))}
  </fieldset>
);

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
