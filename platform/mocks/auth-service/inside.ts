import { notFound, Problem } from '@officina/shared/problems/problem';
import { idParams } from '@officina/shared/service/api';
import { accountUserOf, activeStatus, identityOf, type UserWithAccount } from '../../backend/services/auth-service/src/people';
import { newUser, tokenQuestion, userChange, withinAccount } from '../../backend/services/auth-service/src/requests';
import { bodyOf, paramsOf, queryOf } from '../kit';
import type { Desk } from './desk';

const SEEN_AGAIN_AFTER_MS = 60_000;

async function judge({ access, sessions, people }: Desk, token: string) {
  const refused = (reason: string) => ({ active: false, reason }) as const;
  const read = await access.read(token);
  if (read.kind === 'invalid') return refused(`the token is ${read.reason}`);
  const session = sessions.find(read.claims.sid);
  const user = session && people.user(session.user_id);
  if (!user) return refused('the session is unknown');
  if (session.revoked_at) return refused('the session was ended');
  if (user.status !== 'active') return refused('the user is deactivated');
  if (Date.now() - session.last_seen_at.getTime() > SEEN_AGAIN_AFTER_MS) sessions.touch(session);
  return { active: true, identity: identityOf(user, session.id) } as const;
}

interface Asked {
  readonly request: Request;
  readonly params: Readonly<Record<string, unknown>>;
}

function askedUser({ people }: Desk, { request, params }: Asked): UserWithAccount {
  const { accountId } = queryOf(request, withinAccount);
  const user = people.user(paramsOf(params, idParams).id);
  if (!user || (accountId !== undefined && user.account_id !== accountId)) throw notFound('user');
  return user;
}

function newLink({ proofs, settings }: Desk, userId: string) {
  const { token, expiresAt } = proofs.invite(userId);
  return { token, url: `${settings.APP_URL}/invitation/${token}`, expiresAt: expiresAt.toISOString() };
}

function inviting(desk: Desk) {
  const { http, guarded, callers, people } = desk;
  return [
    http.post('/internal/users', guarded(async ({ request, response }) => {
      await callers.service(request);
      const { accountId, invitedBy: _, ...person } = await bodyOf(request, newUser);
      const { id } = people.addUser({ ...person, account_id: accountId, status: 'invited' });
      return response(201).json({ userId: id, invitation: newLink(desk, id) });
    })),
    http.post('/internal/users/{id}/invitation', guarded(async ({ request, params, response }) => {
      await callers.service(request);
      const user = askedUser(desk, { request, params });
      if (user.status !== 'invited') {
        const detail = 'Only users who have not accepted their invitation can be invited again.';
        throw new Problem({ status: 409, code: 'not-invited' }, detail);
      }
      return response(200).json({ invitation: newLink(desk, user.id) });
    })),
  ];
}

function users(desk: Desk) {
  const { http, guarded, callers, people, sessions, proofs } = desk;
  return [
    http.get('/internal/users/{id}', guarded(async ({ request, params, response }) => {
      await callers.service(request);
      return response(200).json(accountUserOf(askedUser(desk, { request, params })));
    })),
    http.patch('/internal/users/{id}', guarded(async ({ request, params, response }) => {
      await callers.service(request);
      const { status, ...plain } = await bodyOf(request, userChange);
      const user = askedUser(desk, { request, params });
      const changed = people.changeUser(user.id, {
        ...plain,
        ...(status && { status: status === 'active' ? activeStatus(user) : status }),
      });
      if (status === 'deactivated') sessions.revoke({ userId: user.id });
      return response(200).json(accountUserOf(changed));
    })),
    http.delete('/internal/users/{id}', guarded(async ({ request, params, response }) => {
      await callers.service(request);
      const { id } = askedUser(desk, { request, params });
      people.deleteUser(id);
      sessions.forget(id);
      proofs.forget(id);
      return response(204).empty();
    })),
  ];
}

/** What other services ask about users, and the gateway about tokens. */
export function insideHandlers(desk: Desk) {
  const { http, guarded, callers } = desk;
  const introspection = http.post('/internal/introspect', guarded(async ({ request, response }) => {
    await callers.service(request);
    const { token } = await bodyOf(request, tokenQuestion);
    return response(200).json(await judge(desk, token));
  }));
  return [introspection, ...inviting(desk), ...users(desk)];
}
