import { useState } from 'react';
import { useT } from '../i18n/useT';
import { FieldFrame } from './FieldFrame';
import type { FieldBinding } from './useForm';

type Props = FieldBinding & {
  readonly label: string;
  readonly autoComplete: 'current-password' | 'new-password';
};

/** A password input with a button that shows what was typed. */
export function PasswordField({ label, error, onValue, ...input }: Props) {
  const { t } = useT();
  const [shown, setShown] = useState(false);
  return (
    <FieldFrame label={label} error={error}>
      {(control) => (
        <div className="with-button">
          <input
            {...control}
            {...input}
            type={shown ? 'text' : 'password'}
            spellCheck={false}
            onChange={(event) => onValue(event.target.value)}
          />
          {/* Its name is content, not aria-label: it must not be found by the label "Password". */}
          <button type="button" className="quiet" onClick={() => setShown(!shown)}>
            <span aria-hidden="true">{t(shown ? 'password.hideShort' : 'password.showShort')}</span>
            <span className="sr-only">{t(shown ? 'password.hide' : 'password.show')}</span>
          </button>
        </div>
      )}
    </FieldFrame>
  );
}
