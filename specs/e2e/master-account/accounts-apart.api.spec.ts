import { expect } from '../../../fixtures';
import { answerOf, problemOf } from './support/answer';
import { by, invite, strangeOwner } from './support/people';
import { addPlace } from './support/places';
import { test } from './support/test';

test.describe('master accounts are apart', {
  tag: ['@area:master-account', '@needs:api-gateway', '@needs:user-service', '@needs:pharmacy-service'],
}, () => {
  test("another account's user cannot be read, changed or removed", async ({ api }) => {
    const nora = await invite(await api.as('owner'));
    const anonymous = await api.anonymous();
    const other = by(await strangeOwner(anonymous));
    const at = `/api/users/${nora.id}`;
    const answers = await Promise.all([
      anonymous.get(at, other),
      anonymous.patch(at, { ...other, data: { name: 'Taken Over' } }),
      anonymous.delete(at, other),
      anonymous.post(`${at}/deactivate`, other),
      anonymous.post(`${at}/activate`, other),
      anonymous.post(`${at}/invitation`, other),
      anonymous.get(`${at}/permissions`, other),
      anonymous.put(`${at}/permissions`, { ...other, data: { overrides: { users: 'grant' } } }),
    ]);
    expect(answers.map((answer) => answer.status())).toEqual(answers.map(() => 404));
    const kept = await answerOf<{ name: string; status: string }>(await (await api.as('owner')).get(at));
    expect(kept).toMatchObject({ name: nora.name, status: 'invited' });
  });

  test("another account's location cannot be read, changed or removed", async ({ api }) => {
    const { id, name } = await addPlace(await api.as('owner'));
    const anonymous = await api.anonymous();
    const other = by(await strangeOwner(anonymous));
    const at = `/api/pharmacies/${id}`;
    const answers = await Promise.all([
      anonymous.get(at, other),
      anonymous.patch(at, { ...other, data: { name: 'Taken Over' } }),
      anonymous.delete(at, other),
    ]);
    expect(answers.map((answer) => answer.status())).toEqual([404, 404, 404]);
    expect(await answerOf(await (await api.as('owner')).get(at))).toMatchObject({ name });
  });

  test('lists, searches and the audit log hold nothing of another account', async ({ api }) => {
    const owner = await api.as('owner');
    const [nora] = await Promise.all([invite(owner), addPlace(owner)]);
    const anonymous = await api.anonymous();
    const other = by(await strangeOwner(anonymous));
    const total = async (path: string) => (await answerOf<{ total: number }>(await anonymous.get(path, other))).total;
    expect(await total('/api/users')).toBe(1);
    expect(await total(`/api/users?search=${nora.email}`)).toBe(0);
    expect(await total('/api/pharmacies')).toBe(0);
    expect(await total('/api/audit?action=user.invited')).toBe(0);
    const csv = await (await anonymous.get('/api/audit/export.csv', other)).text();
    expect(csv).not.toContain(nora.email);
  });

  test("another account's user cannot be made a manager", async ({ api }) => {
    const owner = await api.as('owner');
    const [{ id }, stranger] = await Promise.all([addPlace(owner), strangeOwner(await api.anonymous())]);
    const answer = await owner.patch(`/api/pharmacies/${id}`, { data: { managerId: stranger.id } });
    expect(answer.status()).toBe(422);
    const { errors } = await problemOf(answer);
    expect(errors?.map(({ path }) => path)).toEqual(['managerId']);
  });

  test("another account's session cannot be ended", async ({ api }) => {
    const owner = await api.as('owner');
    const own = await answerOf<{ sessions: readonly { id: string }[] }>(await owner.get('/api/auth/sessions'));
    const anonymous = await api.anonymous();
    const other = by(await strangeOwner(anonymous));
    const answer = await anonymous.delete(`/api/auth/sessions/${own.sessions[0]?.id}`, other);
    expect(answer.status()).toBe(404);
    expect((await owner.get('/api/auth/me')).status()).toBe(200);
  });
});
