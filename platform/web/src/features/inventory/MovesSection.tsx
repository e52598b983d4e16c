import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { inventoryApi } from '../../api/inventory';
import { useT } from '../../i18n/useT';
import { DataTable } from '../../ui/DataTable';
import { Pager } from '../../ui/Pager';
import { QueryView } from '../../ui/QueryView';
import { useMoveColumns } from './movesColumns';
import { Part } from './Part';

const PAGE_SIZE = 10;

/** The moves of an item, latest first. */
export function MovesSection({ itemId }: { readonly itemId: string }) {
  const { t } = useT();
  const [page, setPage] = useState(1);
  const columns = useMoveColumns();
  const moves = useQuery({
    queryKey: ['inventory', 'moves', itemId, page],
    queryFn: () => inventoryApi.moves(itemId, page, PAGE_SIZE),
    placeholderData: keepPreviousData,
  });
  return (
    <Part title={t('inventory.moves')}>
      <QueryView query={moves} part={t('part.inventory')}>
        {({ items, total }) =>
          items.length === 0 ? (
            <p className="empty">{t('inventory.noMoves')}</p>
          ) : (
            <>
              <DataTable
                caption={t('inventory.moves')}
                columns={columns}
                rows={items}
                rowKey={({ id }) => id}
              />
              <Pager page={page} pageSize={PAGE_SIZE} total={total} onPage={setPage} />
            </>
          )
        }
      </QueryView>
    </Part>
  );
}
