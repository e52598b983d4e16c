import { Navigate, Outlet, useLocation } from 'react-router';
import { useSession } from './useSession';

/** Where somebody wanted to go before signing in. */
export interface SignInState {
  readonly from: string;
}

/** Lets signed-in users pass; leads others to sign-in, and whoever must to the second step. */
export function RequireSession() {
  const { session, leaving } = useSession();
  const { pathname, search } = useLocation();
  if (session === undefined) {
    const state: SignInState = {
      from: leaving === 'signed-out' ? '/dashboard' : pathname + search,
    };
    return <Navigate to="/sign-in" state={state} replace />;
  }
  if (session.user.mfaSetupRequired && pathname !== '/mfa-setup') {
    return <Navigate to="/mfa-setup" replace />;
  }
  return <Outlet />;
}
