import { right, rightOverrides, role } from '@officina/shared/identity/rights';
import { instant, z } from '@officina/shared/service/api';

const name = z.string().trim().min(1).max(200);

/** An e-mail address; case and surrounding blanks do not matter. */
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email());
/** A password as typed; the policy is looked at apart. */
export const password = z.string().min(1).max(200);
/** A language of the app. */
export const language = z.enum(['de', 'fr', 'en']);
/** A user's state. */
export const userStatus = z.enum(['invited', 'active', 'deactivated']);
/** Who must have a second factor. */
export const mfaPolicy = z.enum(['nobody', 'owner', 'staff', 'everyone']);
/** The name of a person or an organisation. */
export const displayName = name;
/** A six-digit code. */
export const totpCode = z
  .string()
  .transform((code) => code.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'Six digits'));

/** The signed-in user. */
export const me = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    role,
    rights: z.array(right),
    mfaEnabled: z.boolean(),
    mfaSetupRequired: z.boolean(),
    language,
    account: z.object({ id: z.uuid(), name: z.string() }),
  })
  .openapi('Me');

/** Tokens and their user. */
export const session = z
  .object({
    accessToken: z.string(),
    refreshToken: z.string(),
    expiresAt: instant,
    user: me,
  })
  .openapi('Session');

/** What signing in leads to. */
export const signInResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('session'), session }),
  z.object({
    kind: z.literal('second-step'),
    challenge: z.string(),
    methods: z.array(z.enum(['totp', 'recovery-code'])),
  }),
]);

/** A user as other services see it. */
export const accountUser = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    role,
    status: userStatus,
    mfaEnabled: z.boolean(),
    lastSignInAt: instant.nullable(),
    createdAt: instant,
    overrides: rightOverrides,
    rights: z.array(right),
  })
  .openapi('AccountUser');

/** An invitation link. */
export const invitationLink = z
  .object({ token: z.string(), url: z.url(), expiresAt: instant })
  .openapi('InvitationLink');

/** The signed-in user's JSON. */
export type Me = z.output<typeof me>;
/** A session's JSON. */
export type Session = z.output<typeof session>;
/** A user's JSON for other services. */
export type AccountUser = z.output<typeof accountUser>;
