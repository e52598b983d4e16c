import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { usersApi } from '../../api/users';
import { useT } from '../../i18n/useT';
import { PageHeading } from '../../ui/PageHeading';
import { Pager } from '../../ui/Pager';
import { QueryView } from '../../ui/QueryView';
import { useSearchFilter } from '../../ui/useSearchFilter';
import { UserDialogs, type UserTask } from './UserDialogs';
import { UserFilters } from './UserFilters';
import { UsersTable } from './UsersTable';

const PAGE_SIZE = 20;

/** The users of the master account. */
export function UsersPage() {
  const { t } = useT();
  const [task, setTask] = useState<UserTask>();
  return (
    <>
      <PageHeading title={t('users.title')} lead={t('users.lead')}>
        <button type="button" className="primary" onClick={() => setTask({ kind: 'invite' })}>
          {t('users.invite')}
        </button>
      </PageHeading>
      <UserList onTask={setTask} />
      {task && <UserDialogs task={task} onClose={() => setTask(undefined)} />}
    </>
  );
}

function UserList({ onTask }: { readonly onTask: (task: UserTask) => void }) {
  const { t } = useT();
  const filter = useSearchFilter();
  const sort = filter.get('sort') || 'name';
  const wanted = {
    search: filter.get('search'),
    role: filter.get('role'),
    status: filter.get('status'),
    sort,
    page: filter.page,
    pageSize: PAGE_SIZE,
  };
  const users = useQuery({
    queryKey: ['users', wanted],
    queryFn: () => usersApi.list(wanted),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <UserFilters filter={filter} />
      <QueryView query={users} part={t('part.users')}>
        {({ items, total }) => (
          <>
            <p className="muted" aria-live="polite">
              {t('users.count', { count: total })}
            </p>
            {items.length === 0 ? (
              <p className="empty">{t('users.none')}</p>
            ) : (
              <UsersTable
                users={items}
                sorting={{ current: sort, onSort: (next) => filter.set('sort', next) }}
                onTask={onTask}
              />
            )}
            <Pager page={filter.page} pageSize={PAGE_SIZE} total={total} onPage={filter.setPage} />
          </>
        )}
      </QueryView>
    </>
  );
}
