import type { ReactNode } from 'react';
import { useT } from '../i18n/useT';

interface Props {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

/** Leads from page to page of a list; nothing when there is one page only. */
export function Pager({ page, pageSize, total, onPage }: Props) {
  const { t } = useT();
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (pages === 1) return null;
  return (
    <nav className="pager" aria-label={t('pager.label')}>
      <Step to={page - 1} {...{ pages, onPage }}>
        {t('pager.previous')}
      </Step>
      <span>{t('pager.position', { page, pages })}</span>
      <Step to={page + 1} {...{ pages, onPage }}>
        {t('pager.next')}
      </Step>
    </nav>
  );
}

interface StepProps {
  readonly to: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
  readonly children: ReactNode;
}

function Step({ to, pages, onPage, children }: StepProps) {
  const possible = to >= 1 && to <= pages;
  // A disabled button would lose the focus of whoever has just gone to the last page with it.
  return (
    <button type="button" aria-disabled={!possible} onClick={() => possible && onPage(to)}>
      {children}
    </button>
  );
}
