import { useSyncExternalStore } from 'react';
import type { Me, Right } from '../api/types';
import { sessionState, subscribe, type SessionState } from './store';

/** The session; the component renders again when it changes. */
export function useSession(): SessionState {
  return useSyncExternalStore(subscribe, sessionState);
}

/** The signed-in user; for components below `RequireSession` only. */
export function useMe(): Me {
  const { session } = useSession();
  if (session === undefined)
    throw new Error('Nobody is signed in: render this below RequireSession.');
  return session.user;
}

/** Whether the user holds the right. */
export function hasRight(user: Me, right: Right): boolean {
  return user.rights.includes(right);
}
