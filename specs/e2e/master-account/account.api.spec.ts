import { expect, test } from '../../../fixtures';
import { answerOf } from './support/answer';

test.describe('account settings at the API', {
  tag: ['@area:master-account', '@needs:api-gateway', '@needs:user-service'],
}, () => {
  test('a change answers with the account as it is then, and keeps the rest', async ({ api, tenant }) => {
    const owner = await api.as('owner');
    const before = await answerOf<object>(await owner.get('/api/account'));
    expect(before).toMatchObject({ id: tenant.id, name: tenant.name });
    const data = { phone: '+41 31 111 22 33', language: 'fr', timeZone: 'Europe/Paris' };
    const after = { ...before, ...data };
    expect(await answerOf(await owner.patch('/api/account', { data }))).toEqual(after);
    expect(await answerOf(await owner.get('/api/account'))).toEqual(after);
  });
});
