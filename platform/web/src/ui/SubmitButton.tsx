import type { ReactNode } from 'react';

interface Props {
  readonly pending: boolean;
  readonly pendingText?: string;
  readonly children: ReactNode;
}

/** A form's button; it keeps the focus while the form is being sent. */
export function SubmitButton({ pending, pendingText, children }: Props) {
  return (
    <button type="submit" className="primary" aria-disabled={pending}>
      {pending && pendingText !== undefined ? pendingText : children}
    </button>
  );
}
