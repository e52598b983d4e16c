import type { Location } from '../../api/locations';
import { useT } from '../../i18n/useT';
import { Badge } from '../../ui/Badge';
import { DataTable, type Column } from '../../ui/DataTable';
import { HoursSummary } from './HoursSummary';

/** What is to be done with a location. */
export interface LocationTask {
  readonly kind: 'edit' | 'delete';
  readonly location: Location;
}

interface Props {
  readonly locations: readonly Location[];
  /** Missing for those who may only read. */
  readonly onTask: ((task: LocationTask) => void) | undefined;
}

/** The locations as a table. */
export function LocationsTable({ locations, onTask }: Props) {
  const { t } = useT();
  return (
    <DataTable
      caption={t('locations.caption')}
      columns={useColumns(onTask)}
      rows={locations}
      rowKey={({ id }) => id}
    />
  );
}

function useColumns(onTask: Props['onTask']): readonly Column<Location>[] {
  const { t } = useT();
  const columns: readonly Column<Location>[] = [
    {
      key: 'name',
      header: t('field.name'),
      cell: ({ name, phone }) => (
        <>
          <span className="row-title">{name}</span>
          {phone && <span className="row-detail">{phone}</span>}
        </>
      ),
    },
    {
      key: 'address',
      header: t('locations.address'),
      cell: ({ street, postcode, city, country }) => (
        <span>
          {street}
          <br />
          {postcode} {city}, {t(`country.${country}`)}
        </span>
      ),
    },
    {
      key: 'hours',
      header: t('locations.hours'),
      cell: ({ openingHours }) => <HoursSummary hours={openingHours} />,
    },
    {
      key: 'status',
      header: t('field.status'),
      cell: ({ status }) => (
        <Badge tone={status === 'published' ? 'good' : 'neutral'}>
          {t(`locations.status.${status}`)}
        </Badge>
      ),
    },
  ];
  if (onTask === undefined) return columns;
  const actions: Column<Location> = {
    key: 'actions',
    header: t('common.actions'),
    cell: (location) => <Actions location={location} onTask={onTask} />,
  };
  return [...columns, actions];
}

interface ActionsProps {
  readonly location: Location;
  readonly onTask: (task: LocationTask) => void;
}

function Actions({ location, onTask }: ActionsProps) {
  const { t } = useT();
  return (
    <div className="row-actions">
      {(['edit', 'delete'] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          className="small"
          onClick={() => onTask({ kind, location })}
        >
          {t(`common.${kind}`)}
          <span className="sr-only"> {location.name}</span>
        </button>
      ))}
    </div>
  );
}
