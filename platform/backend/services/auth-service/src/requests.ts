import { assignableRole, rightOverrides } from '@officina/shared/identity/rights';
import { z } from '@officina/shared/service/api';

import { displayName, email, language, mfaPolicy, password, totpCode } from './schema';

/** A registration of a master account. */
export const registration = z
  .object({
    organisation: displayName,
    name: displayName,
    email,
    password,
    language: language.default('en'),
  })
  .openapi('Registration');

/** The first step of signing in. */
export const credentials = z.object({ email, password }).openapi('Credentials');

/** The second step of signing in. */
export const secondStepAnswer = z
  .object({
    challenge: z.string().min(1),
    // A mistyped code is a wrong code, not a malformed request.
    code: z.string().max(20).optional(),
    recoveryCode: z.string().max(40).optional(),
  })
  .refine(({ code, recoveryCode }) => (code === undefined) !== (recoveryCode === undefined), {
    message: 'Give either "code" or "recoveryCode"',
    path: ['code'],
  })
  .openapi('SecondStep');

/** A refresh token to exchange. */
export const refreshRequest = z.object({ refreshToken: z.string().min(1).max(200) });

/** A change of the own password. */
export const passwordChange = z.object({ current: password, next: password });

/** A code of the own second factor. */
export const codeRequest = z.object({ code: totpCode });

/** The own password, once more. */
export const passwordProof = z.object({ password });

/** Who of an account must have a second factor. */
export const policyRequest = z.object({ required: mfaPolicy });

/** The path parameter of an invitation. */
export const invitationParams = z.object({ token: z.string().min(1).max(200) });

/** The acceptance of an invitation. */
export const acceptance = z.object({ password, name: displayName.optional() });

/** An access token that the gateway asks about. */
export const tokenQuestion = z.object({ token: z.string().max(4_000) });

/** A user to invite. */
export const newUser = z.object({
  accountId: z.uuid(),
  email,
  name: displayName,
  role: assignableRole,
  invitedBy: z.uuid(),
});

/** What to change of a user. */
export const userChange = z.object({
  name: displayName.optional(),
  email: email.optional(),
  role: assignableRole.optional(),
  status: z.enum(['active', 'deactivated']).optional(),
  overrides: rightOverrides.optional(),
});

/** Within which account a user is looked for; in all when nothing is said. */
export const withinAccount = z.object({ accountId: z.uuid().optional() });

/** What to change of an account. */
export const accountChange = z.object({
  name: displayName.optional(),
  language: language.optional(),
});

/** After which event the audit log reads on. */
export const eventsQuery = z.object({ after: z.coerce.number().int().min(0).default(0) });
