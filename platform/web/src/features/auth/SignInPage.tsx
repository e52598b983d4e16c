import { useState } from 'react';
import { Link } from 'react-router';
import { ApiError } from '../../api/ApiError';
import { useT } from '../../i18n/useT';
import { useSession } from '../../session/useSession';
import { Failure } from '../../ui/Failure';
import { CredentialsForm } from './CredentialsForm';
import { PublicLayout } from './PublicLayout';
import { SecondStepForm } from './SecondStepForm';

/** Sign-in: e-mail and password, then the second step where one is set up. */
export function SignInPage() {
  const { t } = useT();
  const [challenge, setChallenge] = useState<string>();
  const [expired, setExpired] = useState<ApiError>();
  if (challenge !== undefined) {
    return (
      <SecondStepForm
        challenge={challenge}
        onBack={(reason) => {
          setChallenge(undefined);
          setExpired(reason);
        }}
      />
    );
  }
  return (
    <PublicLayout title={t('signIn.title')} lead={t('signIn.lead')}>
      <LeavingNotice />
      {expired && <Failure error={expired} part={t('part.signIn')} />}
      <CredentialsForm onStart={() => setExpired(undefined)} onChallenge={setChallenge} />
      <p className="aside">
        {t('signIn.noAccount')} <Link to="/register">{t('signIn.register')}</Link>
      </p>
    </PublicLayout>
  );
}

function LeavingNotice() {
  const { t } = useT();
  const { leaving } = useSession();
  if (leaving === undefined) return null;
  return (
    <p role="status" className={leaving === 'ended' ? 'notice warning' : 'notice success'}>
      {t(leaving === 'ended' ? 'signIn.ended' : 'signIn.signedOut')}
    </p>
  );
}
