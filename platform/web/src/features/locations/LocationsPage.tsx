import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { locationsApi } from '../../api/locations';
import { useT } from '../../i18n/useT';
import { hasRight, useMe } from '../../session/useSession';
import { ListFilters } from '../../ui/ListFilters';
import { PageHeading } from '../../ui/PageHeading';
import { QueryView } from '../../ui/QueryView';
import { useSearchFilter } from '../../ui/useSearchFilter';
import { DeleteLocationDialog } from './DeleteLocationDialog';
import { LocationDialog } from './LocationDialog';
import { LocationsTable, type LocationTask } from './LocationsTable';

type Task = LocationTask | { readonly kind: 'add' };

/** The pharmacies of the master account. */
export function LocationsPage() {
  const { t } = useT();
  const [task, setTask] = useState<Task>();
  const close = () => setTask(undefined);
  const mayEdit = hasRight(useMe(), 'users');
  return (
    <>
      <PageHeading title={t('locations.title')} lead={t('locations.lead')}>
        {mayEdit && (
          <button type="button" className="primary" onClick={() => setTask({ kind: 'add' })}>
            {t('locations.add')}
          </button>
        )}
      </PageHeading>
      <LocationList onTask={mayEdit ? setTask : undefined} />
      {task?.kind === 'add' && <LocationDialog onClose={close} />}
      {task?.kind === 'edit' && <LocationDialog location={task.location} onClose={close} />}
      {task?.kind === 'delete' && <DeleteLocationDialog location={task.location} onClose={close} />}
    </>
  );
}

interface ListProps {
  readonly onTask: ((task: LocationTask) => void) | undefined;
}

function LocationList({ onTask }: ListProps) {
  const { t } = useT();
  const filter = useSearchFilter();
  const search = filter.get('search');
  const locations = useQuery({
    queryKey: ['locations', search],
    queryFn: () => locationsApi.list(search),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <ListFilters filter={filter} search={t('locations.search')} />
      <QueryView query={locations} part={t('part.locations')}>
        {({ items, total }) => (
          <>
            <p className="muted" aria-live="polite">
              {t('locations.count', { count: total })}
            </p>
            {items.length === 0 ? (
              <p className="empty">{t('locations.none')}</p>
            ) : (
              <LocationsTable locations={items} onTask={onTask} />
            )}
          </>
        )}
      </QueryView>
    </>
  );
}
