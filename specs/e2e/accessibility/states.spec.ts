import { expect, test } from '../../../fixtures';
import { setUpSecondFactor } from '../sign-in/second-factor';
import { settled } from '../support/main-pages';
import { failOnce } from '../support/outage';
import { violationsOn } from './support/violations';

test.describe('WCAG 2.2 AA by axe on an account that has nothing yet', {
  tag: ['@area:accessibility', '@needs:web', '@needs:user-service'],
}, () => {
  test.use({ role: 'owner' });

  for (const path of [
    '/dashboard',
    '/prescriptions',
    '/consultations',
    '/inventory',
    '/inventory/alerts',
    '/inventory/reports',
    '/messages',
    '/master-account/locations',
  ]) {
    test(`nothing is wrong on an empty ${path}`, async ({ page }) => {
      await page.goto(path);
      await settled(page);
      expect(await violationsOn(page)).toEqual([]);
    });
  }
});

test.describe('WCAG 2.2 AA by axe while a service is down', {
  tag: ['@area:accessibility', '@needs:web', '@needs:user-service'],
}, () => {
  test.use({ role: 'owner' });

  for (const { part, on, path, service } of [
    { part: 'a page', on: '/master-account/users', path: '/api/users', service: 'user-service' },
    { part: 'a card', on: '/dashboard', path: '/api/pharmacies', service: 'pharmacy-service' },
    { part: 'a list', on: '/messages', path: '/api/messages/threads', service: 'notification-service' },
    { part: 'a form', on: '/master-account/settings', path: '/api/account', service: 'user-service' },
  ]) {
    test(`nothing is wrong with the notice in the place of ${part}`, async ({ page }) => {
      await failOnce(page, { path, service });
      // What is live asks anew for what could not be read, and with success.
      await page.route('**/api/messages/events', (route) => route.abort());
      await page.goto(on);
      await expect(page.getByRole('main').getByRole('alert')).toContainText(service);
      await settled(page);
      expect(await violationsOn(page)).toEqual([]);
    });
  }
});

test.describe('WCAG 2.2 AA by axe on the way in', { tag: ['@area:accessibility', '@needs:web', '@needs:auth-service'] }, () => {
  test('nothing is wrong with the second step', async ({ page, pages, api, auth }) => {
    const { secret } = await setUpSecondFactor(await api.as('owner'), auth.code);
    auth.replaceAccount({ ...(await auth.account('owner')), totpSecret: secret });
    await (await pages.signIn.open()).signIn(await auth.account('owner'));
    await expect(pages.signIn.secondStep.code).toBeFocused();
    expect(await violationsOn(page)).toEqual([]);
    await pages.signIn.secondStep.useRecoveryCode.click();
    await expect(pages.signIn.secondStep.recoveryCode).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
  });

  test('nothing is wrong with the recovery codes, and with turning the second step off', async ({ page, pages, auth }) => {
    await auth.signIn(page, 'owner');
    const { secondStep } = await pages.security.open();
    const wizard = await secondStep.setUp();
    await wizard.confirm(auth.code(await wizard.secret()));
    await expect(wizard.recoveryCodes.list).toHaveCount(10);
    expect(await violationsOn(page)).toEqual([]);
    await wizard.recoveryCodes.finish();
    const dialog = await secondStep.turnOff();
    await expect(dialog.root).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
  });

  test('nothing is wrong with the set-up that an organisation demands', async ({ page, pages, api, auth }) => {
    const assistant = await auth.account('assistant');
    const policy = await (await api.as('owner')).put('/api/auth/mfa/policy', { data: { required: 'staff' } });
    expect(policy.ok()).toBe(true);
    await (await pages.signIn.open()).signIn(assistant);
    await expect(pages.mfaSetup.qrCode).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
  });

  test('nothing is wrong with an invitation that does not exist', async ({ page, pages }) => {
    await pages.invitation.open();
    await expect(pages.invitation.problem).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
  });

  test.describe('on a narrow screen', () => {
    test.use({ role: 'owner', viewport: { width: 390, height: 844 } });

    test('nothing is wrong with the open drawer', async ({ page, pages }) => {
      await pages.dashboard.open();
      await pages.shell.navigation.menuButton.click();
      await expect(pages.shell.navigation.drawer).toBeVisible();
      expect(await violationsOn(page)).toEqual([]);
    });
  });
});
