import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useT } from '../i18n/useT';

interface Notifier {
  readonly message: string;
  readonly notify: (message: string) => void;
}

const NotifierContext = createContext<Notifier>({ message: '', notify: () => undefined });

/** Holds the message about what was done last, until the next one or the next page. */
export function NotifierProvider({ children }: { readonly children: ReactNode }) {
  const [message, notify] = useState('');
  const { pathname } = useLocation();
  useEffect(() => notify(''), [pathname]);
  const value = useMemo(() => ({ message, notify }), [message]);
  return <NotifierContext value={value}>{children}</NotifierContext>;
}

/** Says in the status region what was done. */
export function useNotify(): (message: string) => void {
  return useContext(NotifierContext).notify;
}

/** The one status region of a page; always there, so that screen readers watch it. */
export function StatusRegion() {
  const { t } = useT();
  const { message, notify } = useContext(NotifierContext);
  return (
    <div className="status-line">
      <div role="status" className={message === '' ? undefined : 'notice success'}>
        {message}
      </div>
      {message !== '' && (
        <button type="button" className="quiet" onClick={() => notify('')}>
          <span aria-hidden="true">×</span>
          <span className="sr-only">{t('common.dismiss')}</span>
        </button>
      )}
    </div>
  );
}
