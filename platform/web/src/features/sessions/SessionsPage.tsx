import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { authApi } from '../../api/auth';
import type { DeviceSession } from '../../api/types';
import { useT } from '../../i18n/useT';
import { PageHeading } from '../../ui/PageHeading';
import { QueryView } from '../../ui/QueryView';
import { EndOthersDialog, EndSessionDialog } from './EndSessionDialogs';
import { SessionsTable } from './SessionsTable';

type Task = { readonly kind: 'others' } | { readonly kind: 'one'; readonly session: DeviceSession };

/** The devices on which the user is signed in. */
export function SessionsPage() {
  const { t } = useT();
  const [task, setTask] = useState<Task>();
  const close = () => setTask(undefined);
  const query = useQuery({ queryKey: ['sessions'], queryFn: authApi.sessions });
  const others = query.data?.sessions.some(({ current }) => !current) ?? false;
  return (
    <>
      <PageHeading title={t('sessions.title')} lead={t('sessions.lead')}>
        {others && (
          <button type="button" onClick={() => setTask({ kind: 'others' })}>
            {t('sessions.endOthers')}
          </button>
        )}
      </PageHeading>
      <QueryView query={query} part={t('part.sessions')}>
        {({ sessions }) => (
          <SessionsTable
            sessions={sessions}
            onEnd={(session) => setTask({ kind: 'one', session })}
          />
        )}
      </QueryView>
      {task?.kind === 'others' && <EndOthersDialog onClose={close} />}
      {task?.kind === 'one' && <EndSessionDialog session={task.session} onClose={close} />}
    </>
  );
}
