import type { APIResponse } from '@playwright/test';
import { expect } from '../../../fixtures';
import { answerOf, problemOf } from './support/answer';
import { freshEmail, freshPassword, invite } from './support/people';
import { addPlace } from './support/places';
import { test } from './support/test';

const pathsOf = async (answer: APIResponse) => {
  const { code, errors = [] } = await problemOf(answer);
  return { code, paths: errors.map(({ path }) => path).sort() };
};

test.describe('validation at the API', {
  tag: ['@area:master-account', '@needs:api-gateway', '@needs:user-service', '@needs:pharmacy-service'],
}, () => {
  test('an invitation names every field that is wrong', async ({ api }) => {
    const answer = await (await api.as('owner')).post('/api/users', { data: { email: 'nobody', phone: 'call me' } });
    expect(answer.status()).toBe(422);
    expect(answer.headers()['content-type']).toContain('application/problem+json');
    expect(await pathsOf(answer)).toEqual({ code: 'invalid-input', paths: ['email', 'name', 'phone', 'role'] });
  });

  test('an emptied phone number may be null', async ({ api }) => {
    const owner = await api.as('owner');
    const data = { name: 'Nora Newcomer', email: freshEmail(), role: 'doctor', phone: null };
    const { user } = await answerOf<{ user: { id: string; phone: string } }>(await owner.post('/api/users', { data }));
    expect(user.phone).toBe('');
    for (const path of [`/api/users/${user.id}`, '/api/account']) {
      for (const [phone, kept] of [['+41 31 1', '+41 31 1'], [null, '']]) {
        await answerOf(await owner.patch(path, { data: { phone } }));
        expect(await answerOf<object>(await owner.get(path)), path).toMatchObject({ phone: kept });
      }
    }
  });

  test('nobody is invited or made an owner', async ({ api }) => {
    const owner = await api.as('owner');
    const nora = await invite(owner);
    const data = { name: 'Second Owner', email: freshEmail(), role: 'owner' };
    expect(await pathsOf(await owner.post('/api/users', { data }))).toEqual({ code: 'invalid-input', paths: ['role'] });
    const change = await owner.patch(`/api/users/${nora.id}`, { data: { role: 'owner' } });
    expect(await pathsOf(change)).toEqual({ code: 'invalid-input', paths: ['role'] });
  });

  test('a list refuses pages and orders that do not exist', async ({ api }) => {
    const owner = await api.as('owner');
    for (const wrong of ['page=0', 'page=one', 'pageSize=0', 'sort=password', 'role=king', 'status=asleep']) {
      expect((await owner.get(`/api/users?${wrong}`)).status(), wrong).toBe(422);
    }
  });

  test('an id must be one', async ({ api }) => {
    const owner = await api.as('owner');
    expect((await owner.get('/api/users/1')).status()).toBe(422);
    expect((await owner.get(`/api/users/${crypto.randomUUID()}`)).status()).toBe(404);
    expect((await owner.get(`/api/pharmacies/${crypto.randomUUID()}`)).status()).toBe(404);
  });

  test('rights and decisions that do not exist are refused', async ({ api }) => {
    const owner = await api.as('owner');
    const { id } = await invite(owner);
    const put = (overrides: object) => owner.put(`/api/users/${id}/permissions`, { data: { overrides } });
    expect((await put({ everything: 'grant' })).status()).toBe(422);
    expect((await put({ users: 'maybe' })).status()).toBe(422);
  });

  test('opening hours must be times of a day of the week', async ({ api }) => {
    const owner = await api.as('owner');
    const { id } = await addPlace(owner);
    const hours = [
      { day: 8, from: '08:00', to: '18:00' },
      { day: 1, from: '8:00', to: '18:00' },
      { day: 1, from: '08:00', to: '24:30' },
      { day: 1, from: '18:00', to: '08:00' },
    ];
    for (const span of hours) {
      const answer = await owner.patch(`/api/pharmacies/${id}`, { data: { openingHours: [span] } });
      expect(answer.status(), JSON.stringify(span)).toBe(422);
    }
  });

  test('the account takes only real languages and time zones', async ({ api }) => {
    const owner = await api.as('owner');
    const answer = await owner.patch('/api/account', { data: { language: 'tlh', timeZone: 'Mars/Olympus' } });
    expect(await pathsOf(answer)).toEqual({ code: 'invalid-input', paths: ['language', 'timeZone'] });
  });

  test('of invitations to one address at the same time, one succeeds', async ({ api }) => {
    const owner = await api.as('owner');
    const data = { name: 'Nora Newcomer', email: freshEmail(), role: 'doctor' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => owner.post('/api/users', { data })));
    expect(answers.map((answer) => answer.status()).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  test('an invitation that is accepted several times at once makes one session', async ({ api }) => {
    const { token } = await invite(await api.as('owner'));
    const anonymous = await api.anonymous();
    const data = { password: freshPassword() };
    const path = `/api/auth/invitations/${token}/accept`;
    const answers = await Promise.all(Array.from({ length: 4 }, () => anonymous.post(path, { data })));
    expect(answers.map((answer) => answer.status()).sort()).toEqual([201, 410, 410, 410]);
  });
});
