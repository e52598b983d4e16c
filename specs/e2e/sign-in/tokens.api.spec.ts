import { expect, test } from '../../../fixtures';
import { bearer, dataOf, failToSignIn, signInByApi, trySignIn } from './accounts';

test.describe('tokens', { tag: ['@area:sign-in', '@needs:api-gateway', '@needs:auth-service'] }, () => {
  test('a refresh token gives new tokens that work', async ({ auth, api }) => {
    const old = dataOf(await auth.session('owner'));
    const anonymous = await api.anonymous();
    const data = { refreshToken: old.refreshToken };
    const renewed = await (await anonymous.post('/api/auth/refresh', { data })).json();
    expect(renewed.refreshToken).not.toBe(old.refreshToken);
    const me = await anonymous.get('/api/auth/me', bearer(renewed.accessToken));
    expect(await me.json()).toMatchObject({ id: old.user.id });
  });

  test('a refresh token that is used twice ends the whole family', async ({ auth, api }) => {
    const { refreshToken } = dataOf(await auth.session('owner'));
    const anonymous = await api.anonymous();
    const refresh = (token: string) => anonymous.post('/api/auth/refresh', { data: { refreshToken: token } });
    const renewed = await (await refresh(refreshToken)).json();
    const reused = await refresh(refreshToken);
    expect(reused.status()).toBe(401);
    expect(await reused.json()).toMatchObject({ code: 'refresh-reused' });
    const next = await refresh(renewed.refreshToken);
    expect(await next.json()).toMatchObject({ status: 401, code: 'session-revoked' });
    const me = await anonymous.get('/api/auth/me', bearer(renewed.accessToken));
    expect(me.status()).toBe(401);
  });

  test('a refresh token that is used twice leaves other devices alone', async ({ auth, api }) => {
    const { refreshToken } = dataOf(await auth.session('owner'));
    const anonymous = await api.anonymous();
    const other = await signInByApi(anonymous, await auth.account('owner'));
    await anonymous.post('/api/auth/refresh', { data: { refreshToken } });
    const reused = await anonymous.post('/api/auth/refresh', { data: { refreshToken } });
    expect(reused.status()).toBe(401);
    const me = await anonymous.get('/api/auth/me', bearer(other.accessToken));
    expect(me.status()).toBe(200);
  });

  test('an unknown refresh token is refused', async ({ api }) => {
    const answer = await (await api.anonymous()).post('/api/auth/refresh', { data: { refreshToken: 'unknown' } });
    expect(answer.status()).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'refresh-invalid', service: 'auth-service' });
  });

  test('two requests at once cannot both use a refresh token', async ({ auth, api }) => {
    const { refreshToken } = dataOf(await auth.session('owner'));
    const anonymous = await api.anonymous();
    const refresh = () => anonymous.post('/api/auth/refresh', { data: { refreshToken } });
    const statuses = (await Promise.all([refresh(), refresh()])).map((answer) => answer.status());
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(1);
    expect(statuses).toContain(401);
  });
});

test.describe('sign-in answers', { tag: ['@area:sign-in', '@needs:api-gateway', '@needs:auth-service'] }, () => {
  test('unknown address and wrong password cannot be told apart', async ({ auth, api }) => {
    const anonymous = await api.anonymous();
    const { email } = await auth.account('owner');
    const wrong = await trySignIn(anonymous, { email, password: 'not-this-one' });
    const unknown = await trySignIn(anonymous, { email: `no-${email}`, password: 'not-this-one' });
    expect(wrong.status()).toBe(401);
    expect(unknown.status()).toBe(401);
    expect(await unknown.json()).toEqual(await wrong.json());
  });

  test('a locked user is told when to come back', async ({ auth, api }) => {
    const anonymous = await api.anonymous();
    const owner = await auth.account('owner');
    await failToSignIn(anonymous, owner.email, 5);
    const answer = await trySignIn(anonymous, owner);
    expect(answer.status()).toBe(423);
    expect(await answer.json()).toMatchObject({ code: 'locked' });
    const seconds = Number(answer.headers()['retry-after']);
    expect(seconds).toBeGreaterThan(280);
    expect(seconds).toBeLessThanOrEqual(300);
  });

  test('a success forgives the failures before it', async ({ auth, api }) => {
    const anonymous = await api.anonymous();
    const owner = await auth.account('owner');
    await failToSignIn(anonymous, owner.email, 4);
    await signInByApi(anonymous, owner);
    await failToSignIn(anonymous, owner.email, 4);
    expect((await trySignIn(anonymous, owner)).status()).toBe(200);
  });

  test('a lock holds for one user, not for the colleagues', { tag: '@needs:user-service' }, async ({ auth, api }) => {
    const anonymous = await api.anonymous();
    const [owner, pharmacist] = [await auth.account('owner'), await auth.account('pharmacist')];
    await failToSignIn(anonymous, owner.email, 5);
    expect((await trySignIn(anonymous, pharmacist)).status()).toBe(200);
  });

  test('a weak password is refused rule by rule', async ({ api }) => {
    const data = {
      organisation: 'Apotheke',
      name: 'Renate',
      email: `renate-${crypto.randomUUID()}@officina.example`,
      password: 'weak',
    };
    const answer = await (await api.anonymous()).post('/api/auth/register', { data });
    expect(answer.status()).toBe(422);
    const broken = ['At least 12 characters', 'An upper-case letter', 'A digit'];
    expect(await answer.json()).toMatchObject({
      code: 'weak-password',
      errors: broken.map((message) => ({ path: 'password', message })),
    });
  });

  test('no answer carries what the account is proved by', async ({ auth, api }) => {
    const owner = await auth.account('owner');
    const answer = await trySignIn(await api.anonymous(), owner);
    const text = await answer.text();
    expect(text).toContain('"accessToken"');
    expect(text).not.toContain(owner.password);
    expect(text).not.toMatch(/scrypt|password/i);
  });
});

test.describe('second step answers', { tag: ['@area:sign-in', '@needs:api-gateway', '@needs:auth-service'] }, () => {
  test('a challenge that nobody has given is refused', async ({ api }) => {
    const data = { challenge: 'unknown', code: '123456' };
    const answer = await (await api.anonymous()).post('/api/auth/second-step', { data });
    expect(answer.status()).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'challenge-expired' });
  });

  test('a challenge takes either a code or a recovery code', async ({ api }) => {
    const data = { challenge: 'unknown', code: '123456', recoveryCode: 'abcde-fghij' };
    const answer = await (await api.anonymous()).post('/api/auth/second-step', { data });
    expect(answer.status()).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'invalid-input' });
  });
});
