import { expect } from '../../../fixtures';
import { answerOf, problemOf } from './support/answer';
import { by, decide, idOf, join } from './support/people';
import { addPlace } from './support/places';
import { setUpSecondStep } from './support/second-step';
import { test } from './support/test';

test.describe('rights at the API', {
  tag: ['@area:master-account', '@needs:api-gateway', '@needs:user-service', '@needs:pharmacy-service'],
}, () => {
  test('nothing of the master account answers without a session', async ({ api }) => {
    const anonymous = await api.anonymous();
    const paths = ['/api/users', '/api/audit', '/api/audit/export.csv', '/api/account', '/api/pharmacies', '/api/auth/sessions'];
    for (const path of paths) {
      const answer = await anonymous.get(path);
      expect(answer.status(), path).toBe(401);
      expect((await problemOf(answer)).code, path).toBe('not-signed-in');
    }
  });

  test('a right that is taken away is gone at the next request', async ({ api, auth }) => {
    const owner = await api.as('owner');
    const { email } = await auth.account('pharmacist');
    const id = await idOf(owner, email);
    const theirs = await api.as('pharmacist');
    await decide(owner, id, { users: 'grant' });
    expect((await theirs.get('/api/users')).status()).toBe(200);
    await decide(owner, id, {});
    const answer = await theirs.get('/api/users');
    expect(answer.status()).toBe(403);
    expect((await problemOf(answer)).code).toBe('missing-right');
  });

  test('a deactivated user is out at the next request', async ({ api }) => {
    const owner = await api.as('owner');
    const nora = await join(owner);
    const anonymous = await api.anonymous();
    expect((await anonymous.get('/api/auth/me', by(nora))).status()).toBe(200);
    await owner.post(`/api/users/${nora.id}/deactivate`);
    expect((await anonymous.get('/api/auth/me', by(nora))).status()).toBe(401);
    expect((await anonymous.get('/api/pharmacies', by(nora))).status()).toBe(401);
  });

  test("what is the owner's alone is refused to users with the right", async ({ api, auth }) => {
    const owner = await api.as('owner');
    const { email } = await auth.account('pharmacist');
    await decide(owner, await idOf(owner, email), { users: 'grant' });
    const nora = await join(owner);
    const theirs = await api.as('pharmacist');
    const answers = await Promise.all([
      theirs.patch(`/api/users/${nora.id}`, { data: { role: 'doctor' } }),
      theirs.put(`/api/users/${nora.id}/permissions`, { data: { overrides: { reports: 'grant' } } }),
      theirs.delete(`/api/users/${nora.id}`),
      theirs.put('/api/auth/mfa/policy', { data: { required: 'everyone' } }),
      theirs.patch('/api/account', { data: { name: 'Taken Over' } }),
    ]);
    expect(answers.map((answer) => answer.status())).toEqual(answers.map(() => 403));
  });

  test('locations are changed with the right only', async ({ api }) => {
    const owner = await api.as('owner');
    const { id, name } = await addPlace(owner);
    const theirs = await api.as('doctor');
    const data = { name: 'Taken Over', street: 'Marktgasse 1', postcode: '3011', city: 'Bern', country: 'CH' };
    const answers = await Promise.all([
      theirs.post('/api/pharmacies', { data }),
      theirs.patch(`/api/pharmacies/${id}`, { data }),
      theirs.delete(`/api/pharmacies/${id}`),
    ]);
    expect(answers.map((answer) => answer.status())).toEqual([403, 403, 403]);
    const kept = await answerOf<{ items: readonly object[] }>(await theirs.get('/api/pharmacies'));
    expect(kept.items).toEqual([expect.objectContaining({ id, name })]);
  });

  test('nobody can grant rights to themselves', async ({ api, auth }) => {
    const owner = await api.as('owner');
    const { email } = await auth.account('assistant');
    const id = await idOf(owner, email);
    const answer = await (await api.as('assistant')).put(`/api/users/${id}/permissions`, {
      data: { overrides: { users: 'grant' } },
    });
    expect(answer.status()).toBe(403);
    expect((await (await api.as('assistant')).get('/api/users')).status()).toBe(403);
  });

  test('the owner stays the owner', async ({ api, auth }) => {
    const owner = await api.as('owner');
    const id = await idOf(owner, (await auth.account('owner')).email);
    const codes = await Promise.all(
      [
        owner.patch(`/api/users/${id}`, { data: { role: 'doctor' } }),
        owner.put(`/api/users/${id}/permissions`, { data: { overrides: { users: 'deny' } } }),
        owner.post(`/api/users/${id}/deactivate`),
        owner.delete(`/api/users/${id}`),
      ].map(async (answer) => (await problemOf(await answer)).code),
    );
    expect(codes).toEqual(['last-owner', 'owner-rights-fixed', 'not-yourself', 'not-yourself']);
    expect(await answerOf(await owner.get('/api/auth/me'))).toMatchObject({ role: 'owner' });
  });

  test('who must set up a second step has no right until it is done', async ({ api, auth }) => {
    const owner = await api.as('owner');
    const { email } = await auth.account('pharmacist');
    await decide(owner, await idOf(owner, email), { users: 'grant' });
    await setUpSecondStep(owner);
    const theirs = await api.as('pharmacist');
    const policy = await owner.put('/api/auth/mfa/policy', { data: { required: 'staff' } });
    expect(await answerOf(policy)).toEqual({ required: 'staff' });
    expect((await theirs.get('/api/users')).status()).toBe(403);
    expect(await answerOf(await theirs.get('/api/auth/me'))).toMatchObject({ mfaSetupRequired: true, rights: [] });
    await setUpSecondStep(theirs);
    expect((await theirs.get('/api/users')).status()).toBe(200);
  });
});
