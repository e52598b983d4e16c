import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { PRESCRIPTION_STATES, prescriptionsApi } from '../../api/prescriptions';
import { useT } from '../../i18n/useT';
import { useMe } from '../../session/useSession';
import { ChoiceFilter, ListFilters } from '../../ui/ListFilters';
import { PageHeading } from '../../ui/PageHeading';
import { Pager } from '../../ui/Pager';
import { QueryView } from '../../ui/QueryView';
import { useSearchFilter, type SearchFilter } from '../../ui/useSearchFilter';
import { mayWrite } from './may';
import { PrescriptionsTable } from './PrescriptionsTable';
import { UploadDialog } from './UploadDialog';

const PAGE_SIZE = 20;

/** The prescriptions that the user may see. */
export function PrescriptionsPage() {
  const { t } = useT();
  const { role } = useMe();
  const [uploading, setUploading] = useState(false);
  return (
    <>
      <PageHeading title={t('prescriptions.title')} lead={t('prescriptions.lead')}>
        <button type="button" onClick={() => setUploading(true)}>
          {t('prescriptions.upload')}
        </button>
        {mayWrite(role) && (
          <Link className="button primary" to="/prescriptions/new">
            {t('prescriptions.new')}
          </Link>
        )}
      </PageHeading>
      <PrescriptionList />
      {uploading && <UploadDialog onClose={() => setUploading(false)} />}
    </>
  );
}

function PrescriptionList() {
  const { t } = useT();
  const filter = useSearchFilter();
  const sort = filter.get('sort') || '-createdAt';
  const wanted = {
    search: filter.get('search'),
    state: filter.get('state'),
    sort,
    page: filter.page,
    pageSize: PAGE_SIZE,
  };
  const prescriptions = useQuery({
    queryKey: ['prescriptions', 'list', wanted],
    queryFn: () => prescriptionsApi.list(wanted),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <Filters filter={filter} />
      <QueryView query={prescriptions} part={t('part.prescriptions')}>
        {({ items, total }) => (
          <>
            <p className="muted" aria-live="polite">
              {t('prescriptions.count', { count: total })}
            </p>
            {items.length === 0 ? (
              <p className="empty">{t('prescriptions.none')}</p>
            ) : (
              <PrescriptionsTable
                prescriptions={items}
                sorting={{ current: sort, onSort: (next) => filter.set('sort', next) }}
              />
            )}
            <Pager page={filter.page} pageSize={PAGE_SIZE} total={total} onPage={filter.setPage} />
          </>
        )}
      </QueryView>
    </>
  );
}

function Filters({ filter }: { readonly filter: SearchFilter }) {
  const { t } = useT();
  const states = PRESCRIPTION_STATES.map((state) => ({
    value: state,
    label: t(`prescriptions.state.${state}`),
  }));
  return (
    <ListFilters filter={filter} search={t('prescriptions.search')}>
      <ChoiceFilter filter={filter} name="state" label={t('prescriptions.state')} options={states} />
    </ListFilters>
  );
}
