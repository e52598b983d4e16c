/** A right that a user may hold. */
export type Right =
  'prescriptions' | 'inventory' | 'consultations' | 'messages' | 'reports' | 'users';
/** Every right, in the order in which it is shown. */
export const RIGHTS: readonly Right[] = [
  'prescriptions',
  'inventory',
  'consultations',
  'messages',
  'reports',
  'users',
];

/** A user's role. */
export type Role = 'owner' | 'pharmacist' | 'assistant' | 'doctor' | 'patient';
/** Every role, the most powerful first. */
export const ROLES: readonly Role[] = ['owner', 'pharmacist', 'assistant', 'doctor', 'patient'];

/** A language of the app. */
export type Language = 'de' | 'fr' | 'en';

/** The signed-in user. */
export interface Me {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly rights: readonly Right[];
  readonly mfaEnabled: boolean;
  readonly mfaSetupRequired: boolean;
  readonly language?: Language | null;
  readonly account: { readonly id: string; readonly name: string };
}

/** What sign-in gives and what is kept in the browser. */
export interface Session {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: string;
  readonly user: Me;
}

/** The answer to e-mail and password. */
export type SignInResult =
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'second-step'; readonly challenge: string };

/** One rule of the password policy. */
export interface PasswordRule {
  readonly id: string;
  readonly text: string;
}
/** The password policy. */
export interface PasswordPolicy {
  readonly minLength: number;
  readonly rules: readonly PasswordRule[];
}

/** A device on which the user is signed in. */
export interface DeviceSession {
  readonly id: string;
  readonly device: string;
  readonly userAgent: string;
  readonly ip: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly current: boolean;
}

/** Who must have a second step. */
export type MfaRequirement = 'nobody' | 'owner' | 'staff' | 'everyone';
/** The state of one's own second step. */
export interface MfaState {
  readonly enabled: boolean;
  readonly recoveryCodesLeft: number;
}
/** What an authenticator app needs. */
export interface MfaSetup {
  readonly secret: string;
  readonly otpauthUrl: string;
}

/** What an invitation link stands for. */
export interface InvitationInfo {
  readonly organisation: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: string;
}
/** A fresh invitation link. */
export interface Invitation {
  readonly token: string;
  readonly url: string;
  readonly expiresAt: string;
}

/** The state of a user. */
export type UserStatus = 'invited' | 'active' | 'deactivated';
/** Every state of a user. */
export const USER_STATUSES: readonly UserStatus[] = ['invited', 'active', 'deactivated'];
/** A user of the master account. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly role: Role;
  readonly status: UserStatus;
  readonly mfaEnabled: boolean;
  readonly lastSignInAt: string | null;
  readonly createdAt: string;
}

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** What is decided for one right of one user, apart from the role. */
export type Override = 'grant' | 'deny';
/** Overrides by right. */
export type Overrides = Readonly<Partial<Record<Right, Override>>>;
/** The rights of one user and where they come from. */
export interface Permissions {
  readonly role: Role;
  readonly defaults: readonly Right[];
  readonly overrides: Overrides;
  readonly effective: readonly Right[];
}

/** One entry of the audit log. */
export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: { readonly id: string | null; readonly name: string };
  readonly action: string;
  readonly target: { readonly type: string; readonly id: string; readonly name: string } | null;
  readonly details: Readonly<Record<string, unknown>>;
}
/** One page of the audit log, with every action that can be filtered by. */
export interface AuditPage extends Page<AuditEntry> {
  readonly actions: readonly string[];
}

/** The master account. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly createdAt: string;
}
