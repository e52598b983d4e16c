import { expect, test } from '../../../fixtures';
import { SecretStore } from '../../../support/secrets/secret-store';
import { picture } from '../messages/support/files';
import { handIn } from '../prescriptions/support/files';
import { bearer, dataOf, freshPassword, invite, signInByApi, trySignIn } from '../sign-in/accounts';
import { somebody } from '../prescriptions/support/prescriptions';
import { findings, logged, LOGGED } from './support/logs';

const JSON_WEB_TOKEN = /eyJ[\w-]{5,}\.eyJ[\w-]{5,}\.[\w-]{10,}/;
const CREDENTIALS_IN_AN_ADDRESS = /\w+:\/\/[^\s/@"]+:[^\s/@"]+@/;

test.describe('no log tells', {
  // What a mock logs says nothing of the service.
  tag: ['@area:access', '@real', '@needs:api-gateway', '@needs:user-service', '@needs:prescription-service'],
}, () => {
  test('a password, a token or a refused attempt', async ({ api, auth, stack }) => {
    const [anonymous, owner] = [await api.anonymous(), await auth.account('owner')];
    const [wrong, weak, next] = [freshPassword(), `weak-${crypto.randomUUID().slice(0, 6)}`, freshPassword()];
    await trySignIn(anonymous, { email: owner.email, password: wrong });
    const broken = Buffer.from(`{"email":"${owner.email}","password":"${wrong}"`);
    const headers = { 'content-type': 'application/json' };
    expect((await anonymous.post('/api/auth/sign-in', { headers, data: broken })).status()).toBe(400);
    const session = await signInByApi(anonymous, owner);
    const { refreshToken } = session;
    const renewed = await (await anonymous.post('/api/auth/refresh', { data: { refreshToken } })).json();
    const mine = bearer(renewed.accessToken);
    const change = (data: object) => anonymous.put('/api/auth/password', { ...mine, data });
    expect((await change({ current: owner.password, next: weak })).status()).toBe(422);
    expect((await change({ current: owner.password, next })).status()).toBe(204);
    await anonymous.post('/api/auth/refresh', { data: { refreshToken } });
    await anonymous.get(`/api/users?token=${renewed.accessToken}`, mine);
    const secrets = {
      ...{ 'the password': owner.password, 'a wrong password': wrong, 'a weak password': weak, 'the new password': next },
      ...{ 'an access token': session.accessToken, 'a renewed access token': renewed.accessToken },
      ...{ 'a refresh token': refreshToken, 'a renewed refresh token': renewed.refreshToken },
    };
    expect(findings(await logged(stack), secrets)).toEqual([]);
  });

  test('a second factor, its codes or its recovery codes', async ({ api, auth, stack }) => {
    const [anonymous, account, owner] = [await api.anonymous(), await auth.account('owner'), await api.as('owner')];
    const { secret, otpauthUrl } = await (await owner.post('/api/auth/mfa/setup')).json();
    const [first, second] = [auth.code(secret), auth.code(secret, 1)];
    const { recoveryCodes } = await (await owner.post('/api/auth/mfa/confirm', { data: { code: first } })).json();
    const enter = async (proof: object) => {
      const { challenge } = await (await trySignIn(anonymous, account)).json();
      const answer = await anonymous.post('/api/auth/second-step', { data: { challenge, ...proof } });
      return { challenge: String(challenge), status: answer.status() };
    };
    const [byCode, byRecoveryCode] = [await enter({ code: second }), await enter({ recoveryCode: recoveryCodes[0] })];
    const refused = await enter({ recoveryCode: recoveryCodes[0] });
    expect([byCode.status, byRecoveryCode.status, refused.status]).toEqual([200, 200, 401]);
    const secrets = {
      ...{ 'the key': secret, 'its address': otpauthUrl, 'the first code': first, 'the second code': second },
      ...{ 'a challenge': byCode.challenge, 'a refused challenge': refused.challenge },
      ...Object.fromEntries(recoveryCodes.map((code: string, place: number) => [`recovery code ${place}`, code])),
    };
    expect(Object.keys(secrets)).toHaveLength(16);
    expect(findings(await logged(stack), secrets)).toEqual([]);
  });

  test('an invitation, nor the password that it was accepted with', async ({ api, stack }) => {
    const [anonymous, password] = [await api.anonymous(), freshPassword()];
    const token = await invite(await api.as('owner'), `ines-${crypto.randomUUID()}@officina.example`);
    const at = `/api/auth/invitations/${token}`;
    expect((await anonymous.get(at)).status()).toBe(200);
    const { accessToken } = await (await anonymous.post(`${at}/accept`, { data: { password } })).json();
    expect((await anonymous.get(at)).status()).toBe(410);
    expect((await anonymous.get(`${at}/nowhere`)).ok()).toBe(false);
    expect((await anonymous.get(at.replace('invitations', 'Invitations'))).ok()).toBe(false);
    expect((await anonymous.get(at.replace('/auth/', '/auth//'))).ok()).toBe(false);
    const secrets = { 'the token': token, 'the password': password, 'the access token': String(accessToken) };
    expect(findings(await logged(stack), secrets)).toEqual([]);
  });

  test('what people say and hand in', { tag: '@needs:notification-service' }, async ({ api, stack }) => {
    const owner = await api.as('owner');
    const [words, patient] = [`words-${crypto.randomUUID()}`, somebody(`name-${crypto.randomUUID()}`)];
    const fields = { patientId: patient.id, patientName: patient.name, note: words };
    const file = { ...picture, name: `${words}.png` };
    expect((await handIn(owner, file, fields)).status()).toBe(201);
    expect((await handIn(owner, { ...file, buffer: Buffer.from(words) }, fields)).ok()).toBe(false);
    const data = { subject: words, text: words, participantIds: [patient.id] };
    expect((await owner.post('/api/messages/threads', { data })).status()).toBe(201);
    expect((await owner.get('/api/messages/threads', { params: { search: words } })).status()).toBe(200);
    expect(findings(await logged(stack), { 'their words': words, 'their name': patient.name })).toEqual([]);
  });

  test('a key of the platform, nor any token of this run', async ({ auth, stack }) => {
    const { accessToken } = dataOf(await auth.session('owner'));
    const files = await logged(stack);
    expect(LOGGED.map((service) => files.get(`${service}.log`)?.length ?? 0)).not.toContain(0);
    const known = new SecretStore(stack.stateFile).all();
    expect(known).toEqual(expect.arrayContaining([accessToken, stack.secret('internal'), stack.secret('token')]));
    expect(findings(files, Object.fromEntries(known.map((secret) => [secret.slice(0, 8), secret])))).toEqual([]);
    const texts = [...files.values()];
    expect(texts.filter((text) => JSON_WEB_TOKEN.test(text))).toEqual([]);
    expect(texts.filter((text) => CREDENTIALS_IN_AN_ADDRESS.test(text))).toEqual([]);
  });
});
