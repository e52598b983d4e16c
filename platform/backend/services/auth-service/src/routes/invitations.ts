import { role } from '@officina/shared/identity/rights';
import { createRoute, instant, jsonAnswer, jsonBody, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { AuthKit, Db } from '../kit';
import { hashPassword } from '../passwords/hash';
import { checkPassword } from '../passwords/policy';
import type { UserWithAccount } from '../people';
import { acceptance, invitationParams } from '../requests';
import { session } from '../schema';
import { deviceOf } from '../sessions/device';
import { issueSession } from '../sessions/issue';
import { refusals } from '../sessions/refusals';
import { enter } from '../store/entering';
import { findInvitation, useInvitation } from '../store/invitations';
import { findById, updateUser } from '../store/users';
import { signedInUser } from './sessions';

const read = createRoute({
  method: 'get',
  path: '/api/auth/invitations/{token}',
  summary: 'What an invitation is for',
  request: { params: invitationParams },
  responses: {
    200: jsonAnswer(
      z.object({
        organisation: z.string(),
        name: z.string(),
        email: z.string(),
        role,
        expiresAt: instant,
      }),
      'The invitation',
    ),
  },
});

const accept = createRoute({
  method: 'post',
  path: '/api/auth/invitations/{token}/accept',
  summary: 'Accept an invitation with a password',
  request: {
    params: invitationParams,
    body: jsonBody(acceptance),
  },
  responses: { 201: jsonAnswer(session, 'The new user, signed in') },
});

interface OpenInvitation {
  readonly user: UserWithAccount;
  readonly expiresAt: Date;
}

async function openInvitation(db: Db, token: string): Promise<OpenInvitation> {
  const invitation = await findInvitation(db, token);
  const user = invitation && (await findById(db, invitation.user_id));
  if (!user) throw refusals.invitationUnknown();
  if (invitation.used_at) throw refusals.invitationUsed();
  if (invitation.expires_at <= new Date()) throw refusals.invitationExpired();
  if (user.status !== 'invited') {
    // Somebody may have accepted it between the two readings.
    const now = await findInvitation(db, token);
    throw now?.used_at ? refusals.invitationUsed() : refusals.invitationUnknown();
  }
  return { user, expiresAt: invitation.expires_at };
}

/** Reading and accepting invitations. */
export function addInvitations(api: Api, kit: AuthKit): void {
  const { db, settings } = kit;
  api.openapi(read, async (c) => {
    const { user, expiresAt } = await openInvitation(db, c.req.valid('param').token);
    const { account_name: organisation, name, email } = user;
    const answer = { organisation, name, email, role: user.role };
    return c.json({ ...answer, expiresAt: expiresAt.toISOString() }, 200);
  });
  api.openapi(accept, async (c) => {
    const { token } = c.req.valid('param');
    const given = c.req.valid('json');
    const { user } = await openInvitation(db, token);
    checkPassword(given.password, user.email);
    const passwordHash = await hashPassword(given.password, settings.PASSWORD_COST);
    const name = given.name ?? user.name;
    const opened = await db.transaction().execute(async (trx) => {
      if (!(await useInvitation(trx, token))) throw refusals.invitationUsed();
      await updateUser(trx, user.id, { status: 'active', password_hash: passwordHash, name });
      return enter(trx, { ...user, name }, {
        device: deviceOf(c),
        seconds: settings.REFRESH_TOKEN_SECONDS,
        action: 'invitation-accepted',
      });
    });
    return c.json(await issueSession(kit, await signedInUser(db, user.id), opened), 201);
  });
}
