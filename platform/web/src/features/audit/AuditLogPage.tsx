import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { accountApi } from '../../api/account';
import { useT } from '../../i18n/useT';
import { PageHeading } from '../../ui/PageHeading';
import { Pager } from '../../ui/Pager';
import { QueryView } from '../../ui/QueryView';
import { useSearchFilter } from '../../ui/useSearchFilter';
import { AuditFilters } from './AuditFilters';
import { AuditTable } from './AuditTable';
import { auditFilterOf } from './auditFilter';
import { ExportButton } from './ExportButton';

const PAGE_SIZE = 25;

/** Who did what, and when. */
export function AuditLogPage() {
  const { t } = useT();
  const filter = useSearchFilter();
  const wanted = auditFilterOf(filter);
  const audit = useQuery({
    queryKey: ['audit', wanted, filter.page],
    queryFn: () => accountApi.audit(wanted, filter.page, PAGE_SIZE),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHeading title={t('audit.title')} lead={t('audit.lead')}>
        <ExportButton filter={wanted} />
      </PageHeading>
      <AuditFilters filter={filter} actions={audit.data?.actions ?? []} />
      <QueryView query={audit} part={t('part.audit')}>
        {({ items, total }) => (
          <>
            <p className="muted" aria-live="polite">
              {t('audit.count', { count: total })}
            </p>
            {items.length === 0 ? (
              <p className="empty">{t('audit.none')}</p>
            ) : (
              <AuditTable entries={items} />
            )}
            <Pager page={filter.page} pageSize={PAGE_SIZE} total={total} onPage={filter.setPage} />
          </>
        )}
      </QueryView>
    </>
  );
}
