import type { DeviceSession } from '../../api/types';
import { useT } from '../../i18n/useT';
import { Badge } from '../../ui/Badge';
import { DataTable, type Column } from '../../ui/DataTable';

interface Props {
  readonly sessions: readonly DeviceSession[];
  readonly onEnd: (session: DeviceSession) => void;
}

/** The sessions as a table. */
export function SessionsTable({ sessions, onEnd }: Props) {
  const { t } = useT();
  return (
    <DataTable
      caption={t('sessions.caption')}
      columns={useColumns(onEnd)}
      rows={sessions}
      rowKey={({ id }) => id}
    />
  );
}

function useColumns(onEnd: Props['onEnd']): readonly Column<DeviceSession>[] {
  const { t, dateTime } = useT();
  return [
    {
      key: 'device',
      header: t('sessions.device'),
      cell: ({ device, current }) => (
        <>
          <span className="row-title">{device}</span>{' '}
          {current && <Badge tone="good">{t('sessions.current')}</Badge>}
        </>
      ),
    },
    { key: 'ip', header: t('sessions.ip'), cell: ({ ip }) => ip },
    {
      key: 'created',
      header: t('sessions.created'),
      cell: ({ createdAt }) => dateTime(createdAt),
    },
    {
      key: 'lastSeen',
      header: t('sessions.lastSeen'),
      cell: ({ lastSeenAt }) => dateTime(lastSeenAt),
    },
    {
      key: 'actions',
      header: t('common.actions'),
      cell: (session) =>
        !session.current && (
          <button type="button" className="small" onClick={() => onEnd(session)}>
            {t('sessions.end')}
            <span className="sr-only"> {session.device}</span>
          </button>
        ),
    },
  ];
}
