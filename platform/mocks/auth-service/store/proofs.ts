import type { Selectable } from 'kysely';
import { newRecoveryCodes, normalRecoveryCode } from '../../../backend/services/auth-service/src/mfa/recoveryCodes';
import type { AuthTables } from '../../../backend/services/auth-service/src/tables';
import { hashToken, newToken } from '../../../backend/services/auth-service/src/tokens/opaque';

type InvitationRow = Selectable<AuthTables['invitations']>;
type ChallengeRow = Selectable<AuthTables['challenges']>;

const CHALLENGE_MS = 5 * 60_000;
const MOST_TRIES = 5;
const INVITATION_MS = 7 * 24 * 60 * 60_000;

/** What users prove themselves by besides a password: challenges, codes, invitations. */
export class Proofs {
  readonly #challenges = new Map<string, ChallengeRow>();
  readonly #recoveryCodes = new Map<string, Set<string>>();
  readonly #usedSteps = new Map<string, Set<number>>();
  readonly #invitations = new Map<string, InvitationRow>();

  /** Opens a second-step challenge; returns its token. */
  openChallenge(userId: string): string {
    const { token, hash } = newToken();
    this.#challenges.set(hash, { hash, user_id: userId, tries: 0, expires_at: new Date(Date.now() + CHALLENGE_MS) });
    return token;
  }

  /** Takes one of a challenge's tries; the user's id, or nothing when it is over. */
  takeTry(token: string): string | undefined {
    const row = this.#challenges.get(hashToken(token));
    if (!row || row.expires_at <= new Date() || row.tries >= MOST_TRIES) return undefined;
    this.#challenges.set(row.hash, { ...row, tries: row.tries + 1 });
    return row.user_id;
  }

  /** Ends a challenge that was met; says whether it was still open. */
  closeChallenge(token: string): boolean {
    return this.#challenges.delete(hashToken(token));
  }

  /** Replaces a user's recovery codes; returns the new ones. */
  replaceRecoveryCodes(userId: string): string[] {
    const codes = newRecoveryCodes();
    this.#recoveryCodes.set(userId, new Set(codes.map(hashToken)));
    return codes;
  }

  /** Uses a recovery code up; says whether it was one. */
  useRecoveryCode(userId: string, typed: string): boolean {
    return this.#recoveryCodes.get(userId)?.delete(hashToken(normalRecoveryCode(typed))) ?? false;
  }

  recoveryCodesLeft(userId: string): number {
    return this.#recoveryCodes.get(userId)?.size ?? 0;
  }

  /** Uses the code of a time step up; says whether it was still unused. */
  useStep(userId: string, step: number): boolean {
    const used = this.#usedSteps.get(userId) ?? new Set();
    this.#usedSteps.set(userId, used);
    return used.size < used.add(step).size;
  }

  /** Forgets the codes of a second factor. */
  removeCodes(userId: string): void {
    this.#recoveryCodes.delete(userId);
    this.#usedSteps.delete(userId);
  }

  /** Invites a user; earlier invitations of the same user are void. */
  invite(userId: string): { readonly token: string; readonly expiresAt: Date } {
    drop(this.#invitations, userId);
    const { token, hash } = newToken();
    const expiresAt = new Date(Date.now() + INVITATION_MS);
    this.#invitations.set(hash, { hash, user_id: userId, expires_at: expiresAt, used_at: null });
    return { token, expiresAt };
  }

  invitation(token: string): InvitationRow | undefined {
    return this.#invitations.get(hashToken(token));
  }

  /** Marks an invitation as used; says whether it was this call that did. */
  useInvitation(token: string): boolean {
    const row = this.invitation(token);
    if (!row || row.used_at || row.expires_at <= new Date()) return false;
    this.#invitations.set(row.hash, { ...row, used_at: new Date() });
    return true;
  }

  /** Forgets everything of a user who was deleted. */
  forget(userId: string): void {
    this.removeCodes(userId);
    drop(this.#challenges, userId);
    drop(this.#invitations, userId);
  }
}

function drop(rows: Map<string, { readonly user_id: string }>, userId: string): void {
  for (const [hash, row] of rows) if (row.user_id === userId) rows.delete(hash);
}
