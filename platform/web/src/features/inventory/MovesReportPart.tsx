import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { inventoryApi, MOVE_KINDS, type MovesReport } from '../../api/inventory';
import { useT } from '../../i18n/useT';
import { DataTable } from '../../ui/DataTable';
import { Pager } from '../../ui/Pager';
import { QueryView } from '../../ui/QueryView';
import { TextField } from '../../ui/TextField';
import { useSearchFilter, type SearchFilter } from '../../ui/useSearchFilter';
import { ExportButton } from './ExportButton';
import { ItemTitle } from './ItemTitle';
import { useMoveColumns } from './movesColumns';
import { Part } from './Part';

const PAGE_SIZE = 20;

/** The moves of a period that is chosen here. */
export function MovesReportPart() {
  const { t } = useT();
  const filter = useSearchFilter();
  const period = { from: filter.get('from'), to: filter.get('to') };
  const report = useQuery({
    queryKey: ['inventory', 'moves-report', period, filter.page],
    queryFn: () => inventoryApi.movesReport(period, filter.page, PAGE_SIZE),
    placeholderData: keepPreviousData,
  });
  const exporting = (
    <ExportButton
      label={t('inventory.exportMoves')}
      name="stock-moves"
      fetchFile={() => inventoryApi.movesCsv(period)}
    />
  );
  return (
    <Part title={t('inventory.movesReport')} action={exporting}>
      <PeriodFields filter={filter} />
      <QueryView query={report} part={t('part.inventory')}>
        {(found) => (
          <>
            <Moves report={found} />
            <Pager page={filter.page} pageSize={PAGE_SIZE} total={found.total} onPage={filter.setPage} />
          </>
        )}
      </QueryView>
    </Part>
  );
}

function Moves({ report: { items, totals } }: { readonly report: MovesReport }) {
  const { t } = useT();
  const columns = useMoveColumns();
  const amounts = Object.fromEntries(MOVE_KINDS.map((kind) => [kind, Math.abs(totals[kind])]));
  const name = {
    key: 'name',
    header: t('field.name'),
    cell: ({ item }: MovesReport['items'][number]) => <ItemTitle item={item} />,
  };
  if (items.length === 0) return <p className="empty">{t('inventory.noMoves')}</p>;
  return (
    <>
      <p>{t('inventory.movesTotals', { ...amounts, adjust: totals.adjust })}</p>
      <DataTable
        caption={t('inventory.movesReport')}
        columns={[name, ...columns]}
        rows={items}
        rowKey={({ id }) => id}
      />
    </>
  );
}

function PeriodFields({ filter }: { readonly filter: SearchFilter }) {
  const { t } = useT();
  return (
    <form className="period" role="search" onSubmit={(event) => event.preventDefault()}>
      {(['from', 'to'] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          label={t(`inventory.${name}`)}
          type="date"
          value={filter.get(name)}
          error={undefined}
          onValue={(day) => filter.set(name, day)}
        />
      ))}
      {filter.active && (
        <button type="button" onClick={filter.clear}>
          {t('common.clearFilters')}
        </button>
      )}
    </form>
  );
}
