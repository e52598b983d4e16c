import { useRef } from 'react';
import { useT } from '../../i18n/useT';
import { useModal } from '../../ui/Dialog';
import { Navigation } from './Navigation';

/** The navigation on a phone: open as long as it is rendered. */
export function Drawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useT();
  const ref = useRef<HTMLDialogElement>(null);
  useModal(ref);
  return (
    <dialog ref={ref} className="drawer" aria-label={t('nav.menu')} onCancel={onClose}>
      <button type="button" className="quiet" onClick={onClose}>
        {t('common.close')}
      </button>
      <Navigation onNavigate={onClose} />
    </dialog>
  );
}
