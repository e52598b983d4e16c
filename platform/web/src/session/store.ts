import type { Me, Session } from '../api/types';

const KEY = 'officina.session';

/** Why there is no session any more: the user signed out, or the server ended it. */
export type Leaving = 'signed-out' | 'ended';

/** The session as this tab sees it. */
export interface SessionState {
  readonly session: Session | undefined;
  readonly leaving: Leaving | undefined;
}

const listeners = new Set<() => void>();
let isSigningOut = false;
let state: SessionState = { session: read(), leaving: undefined };

function read(): Session | undefined {
  const text = localStorage.getItem(KEY);
  if (text === null) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isSession(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isSession(value: unknown): value is Session {
  if (typeof value !== 'object' || value === null) return false;
  if (!('accessToken' in value) || typeof value.accessToken !== 'string') return false;
  return (
    'user' in value && typeof value.user === 'object' && value.user !== null && 'id' in value.user
  );
}

function set(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}

/** Calls the listener after every change, also one made by another tab. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The session as it is now. */
export function sessionState(): SessionState {
  return state;
}

/** The session that storage holds now; another tab may have renewed it. */
export function storedSession(): Session | undefined {
  const session = read();
  if (session?.accessToken !== state.session?.accessToken) {
    set({ session, leaving: session === undefined ? 'signed-out' : undefined });
  }
  return session;
}

/** Keeps a session: from now on the user is signed in. */
export function keepSession(session: Session): void {
  localStorage.setItem(KEY, JSON.stringify(session));
  set({ session, leaving: undefined });
}

/** Replaces what is known of the signed-in user. */
export function keepUser(user: Me): void {
  const { session } = state;
  if (session === undefined || JSON.stringify(session.user) === JSON.stringify(user)) return;
  keepSession({ ...session, user });
}

/** The account demands a second step since this session began: nothing else is open until then. */
export function keepMfaSetupRequired(): void {
  const { session } = state;
  if (session) keepUser({ ...session.user, rights: [], mfaSetupRequired: true });
}

/** The user signs out: however the session ends from now on, that is why. */
export function beginSignOut(): void {
  isSigningOut = true;
}

/** Forgets the session. */
export function endSession(leaving: Leaving): void {
  localStorage.removeItem(KEY);
  // Requests that were on their way are refused late; the first reason is the true one.
  if (state.session) set({ session: undefined, leaving: isSigningOut ? 'signed-out' : leaving });
  isSigningOut = false;
}

window.addEventListener('storage', (event) => {
  if (event.key === KEY || event.key === null) storedSession();
});
