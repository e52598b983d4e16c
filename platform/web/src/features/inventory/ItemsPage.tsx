import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { inventoryApi } from '../../api/inventory';
import { useT } from '../../i18n/useT';
import { PageHeading } from '../../ui/PageHeading';
import { Pager } from '../../ui/Pager';
import { QueryView } from '../../ui/QueryView';
import { useSearchFilter } from '../../ui/useSearchFilter';
import { ItemDialogs, type ItemTask } from './ItemDialogs';
import { ItemFilters } from './ItemFilters';
import { ItemsTable } from './ItemsTable';
import { ScanBox } from './ScanBox';

const PAGE_SIZE = 20;

/** All items of the account. */
export function ItemsPage() {
  const { t } = useT();
  const [task, setTask] = useState<ItemTask>();
  return (
    <>
      <PageHeading title={t('inventory.title')} lead={t('inventory.lead')}>
        <button type="button" className="primary" onClick={() => setTask({ kind: 'add', gtin: '' })}>
          {t('inventory.add')}
        </button>
      </PageHeading>
      <ScanBox onTask={setTask} />
      <ItemList onTask={setTask} />
      {task && <ItemDialogs task={task} onClose={() => setTask(undefined)} />}
    </>
  );
}

function ItemList({ onTask }: { readonly onTask: (task: ItemTask) => void }) {
  const { t } = useT();
  const filter = useSearchFilter();
  const wanted = {
    search: filter.get('search'),
    filter: filter.get('filter'),
    sort: filter.get('sort') || 'name',
    page: filter.page,
    pageSize: PAGE_SIZE,
  };
  const items = useQuery({
    queryKey: ['inventory', 'items', wanted],
    queryFn: () => inventoryApi.list(wanted),
    placeholderData: keepPreviousData,
  });
  const sorting = { current: wanted.sort, onSort: (sort: string) => filter.set('sort', sort) };
  return (
    <>
      <ItemFilters filter={filter} />
      <QueryView query={items} part={t('part.inventory')}>
        {({ items: found, total }) => (
          <>
            <p className="muted" aria-live="polite">
              {t('inventory.count', { count: total })}
            </p>
            {found.length === 0 ? (
              <p className="empty">{t('inventory.none')}</p>
            ) : (
              <ItemsTable items={found} sorting={sorting} onTask={onTask} />
            )}
            <Pager page={filter.page} pageSize={PAGE_SIZE} total={total} onPage={filter.setPage} />
          </>
        )}
      </QueryView>
    </>
  );
}
