import { expect, test } from '../../../fixtures';
import { answerOf } from './support/answer';
import { invite, join } from './support/people';

test.describe('users at the API', { tag: ['@area:master-account', '@needs:api-gateway', '@needs:user-service'] }, () => {
  test('a user is told as the user is, and every change answers with what came of it', async ({ api }) => {
    const owner = await api.as('owner');
    const { id, name, email } = await join(owner);
    const at = `/api/users/${id}`;
    const user = { id, name, email, role: 'pharmacist', status: 'active', mfaEnabled: false };
    expect(await answerOf(await owner.get(at))).toMatchObject(user);
    const renamed = { ...user, name: 'Nora Neumann', phone: '+41 31 111 22 33' };
    const data = { name: renamed.name, phone: renamed.phone };
    expect(await answerOf(await owner.patch(at, { data }))).toMatchObject(renamed);
    expect(await answerOf(await owner.post(`${at}/deactivate`))).toMatchObject({ ...renamed, status: 'deactivated' });
    expect(await answerOf(await owner.post(`${at}/activate`))).toMatchObject(renamed);
  });

  test('who is invited is told so, with a link that renewing replaces', async ({ api }) => {
    const owner = await api.as('owner');
    const data = { name: 'Nora Newcomer', email: `nora-${crypto.randomUUID()}@officina.example`, role: 'doctor' };
    const made = await answerOf<{ user: { id: string }; invitation: { token: string; url: string } }>(
      await owner.post('/api/users', { data }),
    );
    expect(made.user).toMatchObject({ ...data, status: 'invited', lastSignInAt: null });
    const { invitation } = await answerOf<typeof made>(await owner.post(`/api/users/${made.user.id}/invitation`));
    expect(invitation.token).not.toBe(made.invitation.token);
    const anonymous = await api.anonymous();
    const [before, now] = await Promise.all(
      [made.invitation, invitation].map(({ token }) => anonymous.get(`/api/auth/invitations/${token}`)),
    );
    expect(before?.ok()).toBe(false);
    expect(now?.status()).toBe(200);
  });

  test('decided rights are answered with what follows from them, and read back the same', async ({ api }) => {
    const owner = await api.as('owner');
    const { id } = await invite(owner, { role: 'assistant' });
    const at = `/api/users/${id}/permissions`;
    const overrides = { users: 'grant', messages: 'deny' };
    const decided = await answerOf<object>(await owner.put(at, { data: { overrides } }));
    expect(decided).toEqual({
      role: 'assistant',
      defaults: expect.arrayContaining(['inventory', 'messages']),
      overrides,
      effective: expect.arrayContaining(['inventory', 'users']),
    });
    expect(decided).not.toMatchObject({ effective: expect.arrayContaining(['messages']) });
    expect(await answerOf(await owner.get(at))).toEqual(decided);
  });
});
