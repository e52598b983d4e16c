import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { CONSULTATION_STATES, consultationsApi, type Consultation } from '../../api/consultations';
import { useT } from '../../i18n/useT';
import { useMe } from '../../session/useSession';
import { DataTable, type Column } from '../../ui/DataTable';
import { ChoiceFilter, ListFilters } from '../../ui/ListFilters';
import { Pager } from '../../ui/Pager';
import { QueryView } from '../../ui/QueryView';
import { useSearchFilter, type SearchFilter } from '../../ui/useSearchFilter';
import { Part } from './Part';
import { StateBadge } from './StateBadge';

const PAGE_SIZE = 20;

/** The consultations that the user may see. */
export function ConsultationList() {
  const { t } = useT();
  const filter = useSearchFilter();
  const values = {
    search: filter.get('search'),
    state: filter.get('state'),
    sort: filter.get('sort'),
    page: filter.page,
    pageSize: PAGE_SIZE,
  };
  const query = useQuery({
    queryKey: ['consultations', values],
    queryFn: () => consultationsApi.list(values),
    placeholderData: keepPreviousData,
  });
  return (
    <Part title={useListTitle()}>
      <Filters filter={filter} />
      <QueryView query={query} part={t('part.consultations')}>
        {({ items, ...paging }) => (
          <>
            <p className="muted" aria-live="polite">
              {t('consultations.count', { count: paging.total })}
            </p>
            {items.length === 0 ? (
              <p className="empty">
                {t(filter.active ? 'consultations.noMatch' : 'consultations.none')}
              </p>
            ) : (
              <ConsultationsTable consultations={items} filter={filter} />
            )}
            <Pager {...paging} onPage={filter.setPage} />
          </>
        )}
      </QueryView>
    </Part>
  );
}

/** Doctors and patients see their own consultations, the rest of the staff sees all. */
function useListTitle(): string {
  const { t } = useT();
  const { role } = useMe();
  const own = role === 'doctor' || role === 'patient';
  return t(own ? 'consultations.list' : 'consultations.listAll');
}

function Filters({ filter }: { readonly filter: SearchFilter }) {
  const { t } = useT();
  const states = CONSULTATION_STATES.map((state) => ({
    value: state,
    label: t(`consultations.state.${state}`),
  }));
  return (
    <ListFilters filter={filter} search={t('consultations.search')}>
      <ChoiceFilter filter={filter} name="state" label={t('field.status')} options={states} />
    </ListFilters>
  );
}

interface TableProps {
  readonly consultations: readonly Consultation[];
  readonly filter: SearchFilter;
}

function ConsultationsTable({ consultations, filter }: TableProps) {
  const { t, dateTime } = useT();
  const { role } = useMe();
  const people: readonly Column<Consultation>[] = [
    { key: 'doctor', header: t('role.doctor'), cell: ({ doctor }) => doctor.name },
    { key: 'patient', header: t('role.patient'), cell: ({ patient }) => patient.name },
  ];
  const columns: readonly Column<Consultation>[] = [
    {
      key: 'time',
      header: t('consultations.time'),
      sortBy: 'startsAt',
      cell: ({ id, slot }) => <Link to={`/consultations/${id}`}>{dateTime(slot.startsAt)}</Link>,
    },
    // One's own name in every row would say nothing.
    ...people.filter(({ key }) => key !== role),
    { key: 'reason', header: t('consultations.reason'), cell: ({ reason }) => reason },
    {
      key: 'state',
      header: t('field.status'),
      cell: ({ state }) => <StateBadge state={state} />,
    },
  ];
  return (
    <DataTable
      caption={useListTitle()}
      columns={columns}
      rows={consultations}
      rowKey={({ id }) => id}
      sorting={{
        current: filter.get('sort') || 'startsAt',
        onSort: (sort) => filter.set('sort', sort),
      }}
    />
  );
}
