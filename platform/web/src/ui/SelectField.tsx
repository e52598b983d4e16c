import { FieldFrame } from './FieldFrame';

/** One choice of a select. */
export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
}

interface Props<Value extends string> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly name?: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly error?: string | undefined;
  readonly disabled?: boolean;
  readonly onValue: (value: Value) => void;
}

/** A labelled select. */
export function SelectField<Value extends string>(props: Props<Value>) {
  const { label, hint, error, options, onValue, ...select } = props;
  function choose(value: string): void {
    const option = options.find((each) => each.value === value);
    if (option) onValue(option.value);
  }
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(control) => (
        <select {...control} {...select} onChange={(event) => choose(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
