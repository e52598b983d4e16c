import { Pages } from '../../../page-objects';
import { expect, test } from '../../../fixtures';
import { bearer, dataOf } from './accounts';
import { sessionOn } from './storage';

test.describe('session', { tag: ['@area:sign-in', '@needs:web', '@needs:auth-service'] }, () => {
  test.use({ role: 'owner' });

  test('a reload keeps it', async ({ page, pages, auth }) => {
    await pages.dashboard.open();
    await page.reload();
    await expect(pages.dashboard.greeting('Olivia Owner')).toBeVisible();
    expect(await sessionOn(page)).toMatchObject({ accessToken: dataOf(await auth.session('owner')).accessToken });
  });

  test('a new tab has it', async ({ context, pages }) => {
    await pages.dashboard.open();
    const second = new Pages(await context.newPage());
    await second.dashboard.open();
    await expect(second.shell.userMenu.of('Olivia Owner')).toBeVisible();
  });

  for (const path of ['/sign-in', '/register']) {
    test(`with it ${path} leads to the dashboard`, async ({ page, pages }) => {
      await page.goto(path);
      await expect(pages.dashboard.heading).toBeVisible();
      await expect(page).toHaveURL('/dashboard');
    });
  }

  test('signing out says so and removes it', async ({ page, pages }) => {
    await pages.dashboard.open();
    await pages.shell.userMenu.signOut();
    await expect(pages.signIn.notice).toHaveText('You are signed out.');
    await expect(page).toHaveURL('/sign-in');
    expect(await sessionOn(page)).toBeNull();
  });

  test('signing out is told as that, also when a request of the page is refused meanwhile', async ({ page, pages }) => {
    await pages.settings.open();
    const refused = page.waitForResponse((answer) => answer.url().endsWith('/api/auth/refresh'));
    // The server has ended the session; its answer comes only after the page has met that elsewhere: the
    // dashboard has nothing kept and asks.
    await page.route('**/api/auth/sign-out', async (route) => {
      const answer = await route.fetch();
      await pages.shell.homeLink.click();
      await refused;
      await route.fulfill({ response: answer });
    });
    await pages.shell.userMenu.signOut();
    await expect(pages.signIn.notice).toHaveText('You are signed out.');
  });

  test('signing out ends it on the server too', async ({ pages, auth, api }) => {
    const { accessToken, refreshToken } = dataOf(await auth.session('owner'));
    await pages.dashboard.open();
    await pages.shell.userMenu.signOut();
    await pages.signIn.notice.waitFor();
    const anonymous = await api.anonymous();
    const me = await anonymous.get('/api/auth/me', bearer(accessToken));
    expect(me.status()).toBe(401);
    const renewed = await anonymous.post('/api/auth/refresh', { data: { refreshToken } });
    expect(renewed.status()).toBe(401);
    expect(await renewed.json()).toMatchObject({ code: 'session-revoked' });
  });

  test('signing out in one tab signs the other out', async ({ context, pages }) => {
    await pages.dashboard.open();
    const other = new Pages(await context.newPage());
    await other.dashboard.open();
    await other.shell.userMenu.signOut();
    await expect(pages.signIn.heading).toBeVisible();
    await expect(pages.signIn.notice).toHaveText('You are signed out.');
  });

  test('after signing out the way back shows nothing', async ({ page, pages }) => {
    await page.goto('/master-account/sessions');
    await pages.shell.userMenu.signOut();
    await pages.signIn.heading.waitFor();
    await page.goBack();
    await page.goForward();
    await expect(pages.signIn.heading).toBeVisible();
  });

  test('after signing out another user starts on the dashboard', async ({ page, pages, auth }) => {
    await page.goto('/master-account/sessions');
    await pages.shell.userMenu.signOut();
    await pages.signIn.signIn(await auth.account('owner'));
    await expect(pages.dashboard.heading).toBeVisible();
    await expect(page).toHaveURL('/dashboard');
  });
});

test.describe('without a session', { tag: ['@area:sign-in', '@needs:web', '@needs:auth-service'] }, () => {
  for (const path of ['/dashboard', '/master-account/users', '/master-account/security', '/mfa-setup']) {
    test(`${path} leads to sign-in`, async ({ page, pages }) => {
      await page.goto(path);
      await expect(pages.signIn.heading).toBeVisible();
      await expect(page).toHaveURL('/sign-in');
    });
  }

  test('signing in leads on to the page that was asked for', async ({ page, pages, auth }) => {
    await page.goto('/master-account/sessions');
    await pages.signIn.signIn(await auth.account('owner'));
    await expect(page).toHaveURL('/master-account/sessions');
    await expect(pages.shell.heading).toHaveText('Sessions');
  });

  test('a page that was asked for keeps its filters', async ({ page, pages, auth }) => {
    await page.goto('/master-account/audit-log?search=olivia');
    await pages.signIn.signIn(await auth.account('owner'));
    await expect(page).toHaveURL('/master-account/audit-log?search=olivia');
  });

  test('a stored session that cannot be read counts as none', async ({ page, pages }) => {
    await pages.signIn.open();
    await page.evaluate(() => localStorage.setItem('officina.session', '{"accessToken":'));
    await page.goto('/dashboard');
    await expect(pages.signIn.heading).toBeVisible();
  });
});
