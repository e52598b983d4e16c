import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { authApi } from '../../api/auth';
import { useT } from '../../i18n/useT';
import { signOut } from '../../session/signOut';
import { keepUser } from '../../session/store';
import { useMe } from '../../session/useSession';
import { Failure } from '../../ui/Failure';
import { NotifierProvider } from '../../ui/notify';
import { PublicLayout } from '../auth/PublicLayout';
import { MfaWizard } from './MfaWizard';

/** Where users are led who must have a second step and have none. */
export default function MfaSetupPage() {
  const { t } = useT();
  const { finish, error } = useFinish();
  if (!useMe().mfaSetupRequired) return <Navigate to="/dashboard" replace />;
  return (
    <NotifierProvider>
      <PublicLayout title={t('mfaSetup.title')} lead={t('mfaSetup.lead')}>
        {error !== undefined && (
          <Failure error={error} part={t('part.security')} onRetry={() => void finish()} />
        )}
        <MfaWizard onDone={() => void finish()} />
        <p className="aside">
          <button type="button" className="link" onClick={() => void signOut()}>
            {t('userMenu.signOut')}
          </button>
        </p>
      </PublicLayout>
    </NotifierProvider>
  );
}

/** The user has all rights again: asks for them anew and goes on to the dashboard. */
function useFinish() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>();
  async function finish(): Promise<void> {
    try {
      keepUser(
        await queryClient.fetchQuery({ queryKey: ['me'], queryFn: authApi.me, staleTime: 0 }),
      );
      await navigate('/dashboard', { replace: true });
    } catch (failure) {
      setError(failure);
    }
  }
  return { finish, error };
}
