import { expect, test } from '../../../fixtures';

test.describe('demanded second step', { tag: ['@area:sign-in', '@needs:web', '@needs:auth-service'] }, () => {
  test.beforeEach(async ({ api }) => {
    await (await api.as('owner')).put('/api/auth/mfa/policy', { data: { required: 'owner' } });
  });

  test('whoever must have a second step and has none is led to its set-up', async ({ page, pages, auth }) => {
    await pages.signIn.open();
    await pages.signIn.signIn(await auth.account('owner'));
    await expect(pages.mfaSetup.heading).toBeVisible();
    await expect(page).toHaveURL('/mfa-setup');
    await expect(pages.mfaSetup.qrCode).toBeVisible();
  });

  test('no other page is open before that', async ({ page, pages, auth }) => {
    await pages.signIn.open();
    await pages.signIn.signIn(await auth.account('owner'));
    await pages.mfaSetup.heading.waitFor();
    await page.goto('/master-account/users');
    await expect(pages.mfaSetup.heading).toBeVisible();
    await expect(page).toHaveURL('/mfa-setup');
  });

  test('a user who is signed in already is led there as well', async ({ page, pages, auth }) => {
    await auth.signIn(page, 'owner');
    await page.goto('/dashboard');
    await expect(pages.mfaSetup.heading).toBeVisible();
  });

  test('the first code turns it on and opens the app', async ({ pages, auth }) => {
    const { mfaSetup, signIn } = pages;
    await signIn.open();
    await signIn.signIn(await auth.account('owner'));
    await mfaSetup.enterCode(auth.code(await mfaSetup.key.inputValue()));
    await expect(mfaSetup.recoveryCodes).toHaveCount(10);
    await mfaSetup.codesSaved.click();
    await expect(pages.dashboard.greeting('Olivia Owner')).toBeVisible();
    await expect(pages.dashboard.card('Security').root).toContainText('Two-step sign-in is on');
  });

  test('at the next sign-in the new code is asked for', async ({ pages, auth }) => {
    const owner = await auth.account('owner');
    const { mfaSetup, signIn } = pages;
    await signIn.open();
    await signIn.signIn(owner);
    const key = await mfaSetup.key.inputValue();
    await mfaSetup.enterCode(auth.code(key));
    await mfaSetup.codesSaved.click();
    await pages.shell.userMenu.signOut();
    await signIn.signIn(owner);
    await signIn.secondStep.enterCode(auth.code(key, 1));
    await expect(pages.dashboard.heading).toBeVisible();
  });

  test('a wrong first code turns nothing on', async ({ page, pages, auth }) => {
    const { mfaSetup, signIn } = pages;
    await signIn.open();
    await signIn.signIn(await auth.account('owner'));
    const code = Number(auth.code(await mfaSetup.key.inputValue()));
    await mfaSetup.enterCode(String((code + 500_000) % 1_000_000).padStart(6, '0'));
    await expect(mfaSetup.problem).toHaveText('This code is wrong. Check it and try again.');
    await expect(mfaSetup.recoveryCodes).toHaveCount(0);
    await page.goto('/dashboard');
    await expect(mfaSetup.heading).toBeVisible();
  });

  test('the user may sign out instead', async ({ pages, auth }) => {
    await pages.signIn.open();
    await pages.signIn.signIn(await auth.account('owner'));
    await pages.mfaSetup.signOut.click();
    await expect(pages.signIn.notice).toHaveText('You are signed out.');
  });
});

test.describe('second step that others must have', {
  tag: ['@area:sign-in', '@needs:web', '@needs:auth-service', '@needs:user-service'],
}, () => {
  test('whom the policy does not name is let in without it', async ({ api, auth, pages }) => {
    const patient = await auth.account('patient');
    await (await api.as('owner')).put('/api/auth/mfa/policy', { data: { required: 'staff' } });
    await pages.signIn.open();
    await pages.signIn.signIn(patient);
    await expect(pages.dashboard.greeting('Paul Patient')).toBeVisible();
  });
});
