import { Navigate, Outlet, useLocation } from 'react-router';
import { useSession } from './useSession';

/** Lets pass who is not signed in; leads everybody else on to where they wanted to go. */
export function OnlySignedOut() {
  const { session } = useSession();
  const { state } = useLocation();
  if (session === undefined) return <Outlet />;
  return <Navigate to={targetOf(state)} replace />;
}

function targetOf(state: unknown): string {
  if (
    typeof state === 'object' &&
    state !== null &&
    'from' in state &&
    typeof state.from === 'string'
  ) {
    return state.from;
  }
  return '/dashboard';
}
