import type { RightOverrides, Role } from '@officina/shared/identity/rights';
import type { ColumnType, Generated } from 'kysely';

/** Who of an account must have a second factor; `staff` is everybody but patients. */
export type MfaPolicy = 'nobody' | 'owner' | 'staff' | 'everyone';
/** The languages of the app. */
export type Language = 'de' | 'fr' | 'en';
/** Where a user stands. */
export type UserStatus = 'invited' | 'active' | 'deactivated';

type JsonText<T> = ColumnType<T, string | undefined, string>;

interface AccountTable {
  id: Generated<string>;
  name: string;
  language: Language;
  mfa_policy: Generated<MfaPolicy>;
  created_at: Generated<Date>;
}

interface UserTable {
  id: Generated<string>;
  account_id: string;
  email: string;
  name: string;
  role: Role;
  status: UserStatus;
  password_hash: string | null;
  overrides: JsonText<RightOverrides>;
  failed_attempts: Generated<number>;
  locked_until: Date | null;
  last_sign_in_at: Date | null;
  mfa_enabled: Generated<boolean>;
  totp_secret: string | null;
  created_at: Generated<Date>;
}

interface SessionTable {
  id: Generated<string>;
  user_id: string;
  user_agent: string;
  ip: string;
  created_at: Generated<Date>;
  last_seen_at: Generated<Date>;
  expires_at: Date;
  revoked_at: Date | null;
}

interface RefreshTokenTable {
  hash: string;
  session_id: string;
  expires_at: Date;
  used_at: Date | null;
}

interface ChallengeTable {
  hash: string;
  user_id: string;
  tries: Generated<number>;
  expires_at: Date;
}

interface RecoveryCodeTable {
  user_id: string;
  hash: string;
}

interface UsedCodeTable {
  user_id: string;
  step: number;
}

interface InvitationTable {
  hash: string;
  user_id: string;
  expires_at: Date;
  used_at: Date | null;
}

interface EventTable {
  id: Generated<string>;
  account_id: string;
  user_id: string | null;
  user_name: string;
  action: string;
  details: JsonText<Readonly<Record<string, unknown>>>;
  at: Generated<Date>;
}

/** The tables of auth-service. */
export interface AuthTables {
  accounts: AccountTable;
  users: UserTable;
  sessions: SessionTable;
  refresh_tokens: RefreshTokenTable;
  challenges: ChallengeTable;
  recovery_codes: RecoveryCodeTable;
  used_codes: UsedCodeTable;
  invitations: InvitationTable;
  auth_events: EventTable;
}

