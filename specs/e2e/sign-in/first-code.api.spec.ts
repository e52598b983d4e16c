import { expect, test } from '../../../fixtures';
import { trySignIn } from './accounts';
import { setUpSecondFactor } from './second-factor';

test.describe('first code of a second factor', { tag: ['@area:sign-in', '@needs:api-gateway', '@needs:auth-service'] }, () => {
  test('the code that switches it on does not sign in as well', async ({ api, auth }) => {
    const [owner, anonymous] = [await api.as('owner'), await api.anonymous()];
    let code = '';
    const { secret } = await setUpSecondFactor(owner, (key) => (code = auth.code(key)));
    const { challenge } = (await (await trySignIn(anonymous, await auth.account('owner'))).json()) as { challenge: string };
    const enter = (given: string) => anonymous.post('/api/auth/second-step', { data: { challenge, code: given } });
    const reused = await enter(code);
    expect(reused.status()).toBe(401);
    expect(await reused.json()).toMatchObject({ code: 'code-used' });
    expect((await enter(auth.code(secret, 1))).status()).toBe(200);
  });

  test('it may switch the second factor on again with another secret', async ({ api, auth }) => {
    const owner = await api.as('owner');
    await setUpSecondFactor(owner, (key) => auth.code(key));
    const { password } = await auth.account('owner');
    expect((await owner.post('/api/auth/mfa/disable', { data: { password } })).status()).toBe(204);
    await setUpSecondFactor(owner, (key) => auth.code(key));
    expect(await (await owner.get('/api/auth/mfa')).json()).toMatchObject({ enabled: true });
  });
});
