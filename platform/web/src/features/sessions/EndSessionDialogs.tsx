import { useQueryClient } from '@tanstack/react-query';
import { authApi } from '../../api/auth';
import type { DeviceSession } from '../../api/types';
import { useT } from '../../i18n/useT';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useNotify } from '../../ui/notify';

function useSessionsChanged(): (message: string) => void {
  const queryClient = useQueryClient();
  const notify = useNotify();
  return (message) => {
    void queryClient.invalidateQueries({ queryKey: ['sessions'] });
    notify(message);
  };
}

interface Props {
  readonly session: DeviceSession;
  readonly onClose: () => void;
}

/** Asks before one other session is ended. */
export function EndSessionDialog({ session, onClose }: Props) {
  const { t } = useT();
  const changed = useSessionsChanged();
  return (
    <ConfirmDialog
      title={t('sessions.endTitle')}
      text={t('sessions.endText', { device: session.device })}
      confirm={t('sessions.end')}
      part={t('part.sessions')}
      danger
      run={async () => {
        await authApi.revokeSession(session.id);
        changed(t('sessions.ended'));
      }}
      onClose={onClose}
    />
  );
}

/** Asks before all other sessions are ended. */
export function EndOthersDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useT();
  const changed = useSessionsChanged();
  return (
    <ConfirmDialog
      title={t('sessions.endOthersTitle')}
      text={t('sessions.endOthersText')}
      confirm={t('sessions.endOthers')}
      part={t('part.sessions')}
      danger
      run={async () => {
        const { revoked } = await authApi.revokeOtherSessions();
        changed(t('sessions.othersEnded', { count: revoked }));
      }}
      onClose={onClose}
    />
  );
}
