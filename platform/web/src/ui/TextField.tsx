import type { InputHTMLAttributes } from 'react';
import { FieldFrame } from './FieldFrame';
import type { FieldBinding } from './useForm';

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'type'
  | 'autoComplete'
  | 'autoFocus'
  | 'inputMode'
  | 'disabled'
  | 'readOnly'
  | 'maxLength'
  | 'spellCheck'
>;
type Props = Native & FieldBinding & { readonly label: string; readonly hint?: string };

/** A labelled input of one line. */
export function TextField({ label, hint, error, onValue, ...input }: Props) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(control) => (
        <input {...control} {...input} onChange={(event) => onValue(event.target.value)} />
      )}
    </FieldFrame>
  );
}
