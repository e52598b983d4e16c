import { useT } from '../../i18n/useT';

/** The platform's mark and name. */
export function Brand() {
  const { t } = useT();
  return (
    <span className="brand">
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="currentColor" />
        <path d="M13 7h6v6h6v6h-6v6h-6v-6H7v-6h6z" fill="#fff" />
      </svg>
      <span>{t('app.name')}</span>
    </span>
  );
}
