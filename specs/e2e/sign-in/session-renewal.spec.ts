import type { Page, Request } from '@playwright/test';
import { Pages } from '../../../page-objects';
import { expect, test } from '../../../fixtures';
import { dataOf, signInByApi, type OfficinaSession } from './accounts';
import { sessionOn, visitedPaths } from './storage';

const ENDED = 'Your session has ended. Please sign in again.';

/** Changes the stored session, as time or another tab would; the app sees it when it loads next. */
async function changeSession(page: Page, change: Partial<OfficinaSession>): Promise<void> {
  const session = { ...(await sessionOn(page)), ...change };
  await page.evaluate((text) => localStorage.setItem('officina.session', text), JSON.stringify(session));
}

const isRenewal = (request: Request) =>
  request.method() === 'POST' && request.url().endsWith('/api/auth/refresh');

test.describe('session renewal', { tag: ['@area:sign-in', '@needs:web', '@needs:auth-service'] }, () => {
  test.use({ role: 'owner' });

  const past = () => new Date(Date.now() - 1_000).toISOString();

  test('a token that has run out is renewed without the user noticing', async ({ page, pages }) => {
    await pages.dashboard.open();
    const before = await sessionOn(page);
    await changeSession(page, { expiresAt: past() });
    const renewals: Request[] = [];
    page.on('request', (request) => renewals.push(...(isRenewal(request) ? [request] : [])));
    const visited = visitedPaths(page);
    await page.reload();
    await expect(pages.dashboard.card('Sessions').root).toContainText('Signed in on 1 device');
    expect(new Set(visited)).toEqual(new Set(['/dashboard']));
    expect(renewals).toHaveLength(1);
    expect((await sessionOn(page))?.refreshToken).not.toBe(before?.refreshToken);
  });

  test('a token that the service refuses is renewed and the call is made again', async ({ page, pages }) => {
    await pages.dashboard.open();
    await changeSession(page, { accessToken: 'refused' });
    const visited = visitedPaths(page);
    await page.reload();
    await expect(pages.dashboard.card('Security').root).toContainText('Two-step sign-in is off');
    await expect(pages.dashboard.card('Sessions').root).toContainText('Signed in on 1 device');
    expect(new Set(visited)).toEqual(new Set(['/dashboard']));
  });

  test('two tabs that need it at the same time renew it once', async ({ page, pages, context }) => {
    await pages.dashboard.open();
    await changeSession(page, { expiresAt: past() });
    const second = await context.newPage();
    const tabs = [pages, new Pages(second)];
    let release = () => {};
    const bothShown = new Promise<void>((resolve) => (release = resolve));
    const renewals: Request[] = [];
    await context.route('**/api/auth/refresh', async (route) => {
      renewals.push(route.request());
      await bothShown;
      await route.continue();
    });
    await Promise.all([page.reload(), second.goto('/dashboard')]);
    for (const { dashboard } of tabs) await dashboard.heading.waitFor();
    release();
    for (const { dashboard } of tabs) {
      await expect(dashboard.card('Sessions').root).toContainText('Signed in on 1 device');
    }
    expect(renewals).toHaveLength(1);
  });

  test('what cannot be renewed ends with a notice on the sign-in page', async ({ page, pages }) => {
    await pages.dashboard.open();
    await changeSession(page, { expiresAt: past(), refreshToken: 'unknown' });
    await page.reload();
    await expect(pages.signIn.notice).toHaveText(ENDED);
    await expect(page).toHaveURL('/sign-in');
    expect(await sessionOn(page)).toBeNull();
  });

  test('after that notice signing in leads back to the page', async ({ page, pages, auth }) => {
    await page.goto('/master-account/security');
    await pages.shell.heading.waitFor();
    await changeSession(page, { expiresAt: past(), refreshToken: 'unknown' });
    await page.reload();
    await pages.signIn.notice.waitFor();
    await pages.signIn.signIn(await auth.account('owner'));
    await expect(page).toHaveURL('/master-account/security');
  });

  test('a session that was ended elsewhere leads to sign-in at the next step', async ({ page, pages, auth, api }) => {
    await pages.dashboard.open();
    const elsewhere = await signInByApi(await api.anonymous(), await auth.account('owner'));
    const headers = { authorization: `Bearer ${elsewhere.accessToken}` };
    await (await api.anonymous()).delete('/api/auth/sessions', { headers });
    // What the page was still loading may have been refused already, and have led there by itself.
    await page.goto('/master-account/security');
    await expect(pages.signIn.heading).toBeVisible();
    expect(await sessionOn(page)).toBeNull();
  });

  test('a refresh token that somebody else has used ends the session', async ({ page, pages, auth, api }) => {
    await pages.dashboard.open();
    const { refreshToken } = dataOf(await auth.session('owner'));
    const anonymous = await api.anonymous();
    const stolen = await (await anonymous.post('/api/auth/refresh', { data: { refreshToken } })).json();
    await changeSession(page, { expiresAt: past() });
    await page.reload();
    await expect(pages.signIn.notice).toHaveText(ENDED);
    const headers = { authorization: `Bearer ${stolen.accessToken}` };
    expect((await anonymous.get('/api/auth/me', { headers })).status()).toBe(401);
  });

  test('a session that ends in one tab ends in the other', async ({ page, pages, context }) => {
    const other = new Pages(await context.newPage());
    await other.dashboard.open();
    await pages.dashboard.open();
    await changeSession(page, { expiresAt: past(), refreshToken: 'unknown' });
    await page.reload();
    await expect(pages.signIn.notice).toHaveText(ENDED);
    await expect(other.signIn.heading).toBeVisible();
  });
});
