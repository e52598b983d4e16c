import { Link } from 'react-router';
import type { Prescription } from '../../api/prescriptions';
import { useT } from '../../i18n/useT';
import { DataTable, type Column } from '../../ui/DataTable';
import { StateBadge } from './StateBadge';

interface Props {
  readonly prescriptions: readonly Prescription[];
  readonly sorting: { readonly current: string; readonly onSort: (sort: string) => void };
}

/** The prescriptions as a table. */
export function PrescriptionsTable({ prescriptions, sorting }: Props) {
  const { t } = useT();
  return (
    <DataTable
      caption={t('prescriptions.caption')}
      columns={useColumns()}
      rows={prescriptions}
      rowKey={({ id }) => id}
      sorting={sorting}
    />
  );
}

function useColumns(): readonly Column<Prescription>[] {
  const { t, dateTime } = useT();
  return [
    {
      key: 'number',
      header: t('prescriptions.number'),
      sortBy: 'number',
      cell: ({ id, number }) => (
        <Link className="row-title" to={`/prescriptions/${id}`}>
          {number}
        </Link>
      ),
    },
    {
      key: 'patient',
      header: t('prescriptions.patient'),
      sortBy: 'patient',
      cell: ({ patient }) => patient.name,
    },
    {
      key: 'doctor',
      header: t('prescriptions.doctor'),
      cell: ({ doctor }) => doctor?.name ?? '–',
    },
    {
      key: 'medicines',
      header: t('prescriptions.medicines'),
      cell: ({ lines }) => lines.map(({ medicine }) => medicine).join(', ') || '–',
    },
    {
      key: 'state',
      header: t('prescriptions.state'),
      sortBy: 'state',
      cell: ({ state }) => <StateBadge state={state} />,
    },
    {
      key: 'received',
      header: t('prescriptions.received'),
      sortBy: 'createdAt',
      cell: ({ createdAt }) => dateTime(createdAt),
    },
  ];
}
