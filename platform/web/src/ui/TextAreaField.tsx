import { FieldFrame } from './FieldFrame';
import type { FieldBinding } from './useForm';

interface Props extends FieldBinding {
  readonly label: string;
  readonly hint?: string;
  readonly maxLength?: number;
}

/** A labelled input of several lines. */
export function TextAreaField({ label, hint, error, onValue, ...area }: Props) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(control) => (
        <textarea {...control} {...area} onChange={(event) => onValue(event.target.value)} />
      )}
    </FieldFrame>
  );
}
