import { hashPassword } from '../../backend/services/auth-service/src/passwords/hash';
import { checkPassword, MIN_LENGTH, PASSWORD_RULES } from '../../backend/services/auth-service/src/passwords/policy';
import type { UserWithAccount } from '../../backend/services/auth-service/src/people';
import { acceptance, invitationParams, registration } from '../../backend/services/auth-service/src/requests';
import { issueSession } from '../../backend/services/auth-service/src/sessions/issue';
import { refusals } from '../../backend/services/auth-service/src/sessions/refusals';
import { emailTaken } from '../../backend/services/auth-service/src/people';
import { bodyOf, paramsOf } from '../kit';
import type { Desk } from './desk';
import { deviceOf, enter, HASH_COST } from './entering';

function registering(desk: Desk) {
  const { http, guarded, people } = desk;
  return [
    http.post('/api/auth/register', guarded(async ({ request, response }) => {
      const input = await bodyOf(request, registration);
      const { email, name, language, organisation } = input;
      checkPassword(input.password, email);
      const hash = await hashPassword(input.password, HASH_COST);
      // Looked at before the account is made: a refused registration leaves none behind.
      if (people.byEmail(email)) throw emailTaken();
      const { id } = people.addAccount({ name: organisation, language });
      const person = { account_id: id, email, name, password_hash: hash };
      const owner = people.addUser({ ...person, role: 'owner', status: 'active' });
      const opened = enter(desk, owner, { device: deviceOf(request), action: 'registered' });
      return response(201).json(await issueSession(desk, owner, opened));
    })),
    http.get('/api/auth/password-policy', guarded(({ response }) => {
      const rules = PASSWORD_RULES.map(({ id, text }) => ({ id, text }));
      return response(200).json({ minLength: MIN_LENGTH, rules });
    })),
  ];
}

interface OpenInvitation {
  readonly user: UserWithAccount;
  readonly expiresAt: Date;
}

function openInvitation({ people, proofs }: Desk, token: string): OpenInvitation {
  const invitation = proofs.invitation(token);
  const user = invitation && people.user(invitation.user_id);
  if (!user) throw refusals.invitationUnknown();
  if (invitation.used_at) throw refusals.invitationUsed();
  if (invitation.expires_at <= new Date()) throw refusals.invitationExpired();
  if (user.status !== 'invited') throw refusals.invitationUnknown();
  return { user, expiresAt: invitation.expires_at };
}

function invitations(desk: Desk) {
  const { http, guarded, people, proofs } = desk;
  return [
    http.get('/api/auth/invitations/{token}', guarded(({ params, response }) => {
      const { user, expiresAt } = openInvitation(desk, paramsOf(params, invitationParams).token);
      const { account_name: organisation, name, email, role } = user;
      return response(200).json({ organisation, name, email, role, expiresAt: expiresAt.toISOString() });
    })),
    http.post('/api/auth/invitations/{token}/accept', guarded(async ({ request, params, response }) => {
      const { token } = paramsOf(params, invitationParams);
      const given = await bodyOf(request, acceptance);
      const { user } = openInvitation(desk, token);
      checkPassword(given.password, user.email);
      const hash = await hashPassword(given.password, HASH_COST);
      if (!proofs.useInvitation(token)) throw refusals.invitationUsed();
      const name = given.name ?? user.name;
      const accepted = people.changeUser(user.id, { status: 'active', password_hash: hash, name });
      const opened = enter(desk, accepted, { device: deviceOf(request), action: 'invitation-accepted' });
      return response(201).json(await issueSession(desk, accepted, opened));
    })),
  ];
}

/** Registration, the password policy, and accepting invitations. */
export function arrivingHandlers(desk: Desk) {
  return [...registering(desk), ...invitations(desk)];
}
