import { authApi } from '../api/auth';
import { beginSignOut, endSession } from './store';

/** Ends the session on the server and here; here also when the server cannot be reached. */
export async function signOut(): Promise<void> {
  beginSignOut();
  try {
    await authApi.signOut();
  } catch {
    // The token is forgotten below and runs out by itself on the server.
  } finally {
    endSession('signed-out');
  }
}
