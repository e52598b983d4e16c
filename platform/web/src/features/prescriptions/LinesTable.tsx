import type { Line } from '../../api/prescriptions';
import { useT } from '../../i18n/useT';
import { DataTable, type Column } from '../../ui/DataTable';

/** The medicines of a prescription as a table. */
export function LinesTable({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useT();
  const columns: readonly Column<Line>[] = [
    {
      key: 'medicine',
      header: t('prescriptions.medicine'),
      cell: ({ medicine, substance }) => (
        <>
          <span className="row-title">{medicine}</span>
          <span className="row-detail">{substance}</span>
        </>
      ),
    },
    {
      key: 'quantity',
      header: t('prescriptions.quantity'),
      cell: ({ quantity }) => quantity,
    },
    {
      key: 'dose',
      header: t('prescriptions.dose'),
      cell: ({ dose, instructions }) => (
        <span>
          {dose}
          {instructions && <span className="row-detail">{instructions}</span>}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('prescriptions.medicines')}
      columns={columns}
      rows={lines}
      rowKey={({ id }) => id}
    />
  );
}
