import type { User, UserStatus } from '../../api/types';
import { useT } from '../../i18n/useT';
import { useMe } from '../../session/useSession';
import { Badge, type Tone } from '../../ui/Badge';
import { DataTable, type Column } from '../../ui/DataTable';
import { UserActions } from './UserActions';
import type { UserTask } from './UserDialogs';

interface Props {
  readonly users: readonly User[];
  readonly sorting: { readonly current: string; readonly onSort: (sort: string) => void };
  readonly onTask: (task: UserTask) => void;
}

const TONES: Readonly<Record<UserStatus, Tone>> = {
  invited: 'warn',
  active: 'good',
  deactivated: 'bad',
};

/** The users as a table. */
export function UsersTable({ users, sorting, onTask }: Props) {
  const { t } = useT();
  const columns = useColumns(onTask);
  return (
    <DataTable
      caption={t('users.caption')}
      columns={columns}
      rows={users}
      rowKey={({ id }) => id}
      sorting={sorting}
    />
  );
}

function useColumns(onTask: Props['onTask']): readonly Column<User>[] {
  const { t, dateTime } = useT();
  return [
    {
      key: 'name',
      header: t('field.name'),
      sortBy: 'name',
      cell: (user) => <UserName user={user} />,
    },
    {
      key: 'role',
      header: t('field.role'),
      sortBy: 'role',
      cell: ({ role }) => t(`role.${role}`),
    },
    {
      key: 'status',
      header: t('field.status'),
      cell: ({ status }) => <Badge tone={TONES[status]}>{t(`users.status.${status}`)}</Badge>,
    },
    {
      key: 'mfa',
      header: t('users.mfa'),
      cell: ({ mfaEnabled }) => (
        <Badge tone={mfaEnabled ? 'good' : 'neutral'}>
          {t(mfaEnabled ? 'users.mfa.on' : 'users.mfa.off')}
        </Badge>
      ),
    },
    {
      key: 'lastSignIn',
      header: t('users.lastSignIn'),
      sortBy: 'lastSignInAt',
      cell: ({ lastSignInAt }) => (lastSignInAt ? dateTime(lastSignInAt) : t('common.never')),
    },
    {
      key: 'actions',
      header: t('common.actions'),
      cell: (user) => <UserActions user={user} onTask={onTask} />,
    },
  ];
}

function UserName({ user }: { readonly user: User }) {
  const { t } = useT();
  const me = useMe();
  return (
    <>
      <span className="row-title">{user.name}</span>{' '}
      {user.id === me.id && <Badge tone="neutral">{t('users.you')}</Badge>}
      <span className="row-detail">{user.email}</span>
      {user.phone && <span className="row-detail">{user.phone}</span>}
    </>
  );
}
