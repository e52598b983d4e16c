import { useQuery } from '@tanstack/react-query';
import { inventoryApi } from '../../api/inventory';
import { useT } from '../../i18n/useT';
import { PageHeading } from '../../ui/PageHeading';
import { QueryView } from '../../ui/QueryView';
import { ExportButton } from './ExportButton';
import { MovesReportPart } from './MovesReportPart';
import { Part } from './Part';
import { StockTable } from './StockTable';

/** The stock today, and what came and went. */
export function ReportsPage() {
  const { t } = useT();
  return (
    <>
      <PageHeading title={t('inventory.reports')} lead={t('inventory.reportsLead')} />
      <div className="item-parts">
        <StockReportPart />
        <MovesReportPart />
      </div>
    </>
  );
}

function StockReportPart() {
  const { t } = useT();
  const title = t('inventory.stockReport');
  const report = useQuery({
    queryKey: ['inventory', 'stock-report'],
    queryFn: inventoryApi.stockReport,
  });
  const exporting = (
    <ExportButton label={t('inventory.exportStock')} name="stock" fetchFile={inventoryApi.stockCsv} />
  );
  return (
    <Part title={title} action={exporting}>
      <QueryView query={report} part={t('part.inventory')}>
        {({ items, totals }) => (
          <>
            <p>{t('inventory.stockTotals', { ...totals })}</p>
            {items.length > 0 && <StockTable caption={title} items={items} />}
          </>
        )}
      </QueryView>
    </Part>
  );
}
