import { Pages } from '../../../page-objects';
import { expect, test } from '../../../fixtures';
import { setUpSecondFactor } from './second-factor';
import { ELSEWHERE, serveElsewhere, sessionOn, storageOf, visitedPaths } from './storage';

// What the platform's own `auth` fixture promises: page storage is touched only on the app's origin.
test.describe('sign-in rule', { tag: ['@area:sign-in', '@needs:web', '@needs:auth-service'] }, () => {
  test('on about:blank storage refuses a script, and auth.signIn works', async ({ page, pages, auth }) => {
    await expect(page.evaluate(() => localStorage.setItem('officina.session', '{}'))).rejects.toThrow(
      'SecurityError',
    );
    await auth.signIn(page, 'owner');
    await pages.dashboard.open();
    await expect(pages.shell.userMenu.button).toBeVisible();
  });

  test('on a data: page storage refuses a script, and auth.signIn works', async ({ page, pages, auth }) => {
    await page.goto('data:text/html,<h1>data</h1>');
    await expect(page.evaluate(() => localStorage.setItem('officina.session', '{}'))).rejects.toThrow(
      'SecurityError',
    );
    await auth.signIn(page, 'owner');
    await pages.dashboard.open();
    await expect(pages.shell.userMenu.button).toBeVisible();
  });

  test('from another origin auth.signIn works and leaves nothing there', async ({ page, pages, auth, stack }) => {
    await serveElsewhere(page.context());
    await page.goto(ELSEWHERE);
    await auth.signIn(page, 'owner');
    await pages.dashboard.open();
    await expect(pages.shell.userMenu.button).toBeVisible();
    await page.goto(ELSEWHERE);
    expect(await storageOf(page)).toEqual({});
    const { origins } = await page.context().storageState();
    expect(origins.map(({ origin }) => origin)).toEqual([stack.appOrigin]);
  });

  test('auth.signOut works from another origin and keeps what that origin has stored', async ({
    page,
    pages,
    auth,
  }) => {
    await serveElsewhere(page.context());
    await auth.signIn(page, 'owner');
    await page.goto(ELSEWHERE);
    await page.evaluate(() => localStorage.setItem('theirs', 'kept'));
    await auth.signOut(page);
    await page.goto(ELSEWHERE);
    expect(await storageOf(page)).toEqual({ theirs: 'kept' });
    await page.goto('/dashboard');
    await expect(pages.signIn.heading).toBeVisible();
  });

  test('auth.signIn works in an empty pop-up', async ({ page, auth }) => {
    const opened = page.waitForEvent('popup');
    await page.evaluate(() => void window.open('about:blank'));
    const popup = await opened;
    await auth.signIn(popup, 'owner');
    const { dashboard, shell } = new Pages(popup);
    await dashboard.open();
    await expect(shell.userMenu.button).toBeVisible();
  });

  test('auth.signIn works in a pop-up of another origin and leaves nothing there', async ({ page, auth }) => {
    await serveElsewhere(page.context());
    const opened = page.waitForEvent('popup');
    await page.evaluate((url) => void window.open(url), ELSEWHERE);
    const popup = await opened;
    await auth.signIn(popup, 'owner');
    const { dashboard, shell } = new Pages(popup);
    await dashboard.open();
    await expect(shell.userMenu.button).toBeVisible();
    await popup.goto(ELSEWHERE);
    expect(await storageOf(popup)).toEqual({});
  });

  test('auth.signIn works while the page is on its way elsewhere', async ({ page, pages, auth }) => {
    await page.context().route(`${ELSEWHERE}/**`, () => undefined);
    await page.evaluate((url) => void window.location.assign(url), `${ELSEWHERE}/never-answers`);
    await auth.signIn(page, 'owner');
    await pages.dashboard.open();
    await expect(pages.shell.userMenu.button).toBeVisible();
  });

  test('auth.signIn works on a page of the app that is still loading', async ({ page, pages, auth }) => {
    await page.goto('/register', { waitUntil: 'commit' });
    await auth.signIn(page, 'owner');
    await pages.dashboard.open();
    await expect(pages.shell.userMenu.button).toBeVisible();
  });

  test(
    'switching users in the middle of a test replaces the session',
    { tag: '@needs:user-service' },
    async ({ page, pages, auth }) => {
      await auth.signIn(page, 'owner');
      await pages.dashboard.open();
      await expect(pages.dashboard.greeting('Olivia Owner')).toBeVisible();
      await auth.signIn(page, 'pharmacist');
      await pages.dashboard.open();
      await expect(pages.dashboard.greeting('Petra Pharmacist')).toBeVisible();
      await expect(pages.shell.userMenu.of('Petra Pharmacist')).toBeVisible();
    },
  );

  test('after auth.signOut every page stays signed out', async ({ page, pages, auth }) => {
    await auth.signIn(page, 'owner');
    await pages.dashboard.open();
    await auth.signOut(page);
    await page.goto('/dashboard');
    await expect(pages.signIn.heading).toBeVisible();
    await page.reload();
    await expect(pages.signIn.heading).toBeVisible();
    expect(await sessionOn(page)).toBeNull();
  });

  test('a user who signed out through the app can be signed in again', async ({ page, pages, auth }) => {
    const first = await auth.signIn(page, 'owner');
    await pages.dashboard.open();
    await pages.shell.userMenu.signOut();
    await expect(pages.signIn.notice).toHaveText('You are signed out.');
    const second = await auth.signIn(page, 'owner');
    await pages.dashboard.open();
    await expect(pages.dashboard.card('Sessions').root).toContainText('Signed in on');
    expect(second).not.toEqual(first);
  });

  test('sessions are made once per account', async ({ page, auth }) => {
    const session = await auth.session('owner');
    expect(await auth.session('owner')).toBe(session);
    expect(await auth.signIn(page, 'owner')).toEqual(session);
    expect(await sessionOn(page)).toEqual(session.data);
  });

  test('an unknown role is refused by the types and with a clear message', async ({ page, auth }) => {
    // @ts-expect-error the manifest has no such role
    await expect(auth.signIn(page, 'nurse')).rejects.toThrow(
      'There is no role "nurse" in the manifest; its roles are: owner, pharmacist, assistant, doctor, patient.',
    );
    expect(page.url()).toBe('about:blank');
  });

  test('what else the app has stored survives signing in and out', async ({ page, pages, auth }) => {
    await pages.signIn.open();
    await pages.signIn.language.choose('Deutsch');
    await expect(page.getByRole('heading', { level: 1, name: 'Anmelden' })).toBeVisible();
    await auth.signIn(page, 'owner');
    expect(await storageOf(page)).toMatchObject({ 'officina.language': 'de' });
    await auth.signOut(page);
    expect(await storageOf(page)).toEqual({ 'officina.language': 'de' });
  });
});

test.describe('sign-in rule with the option role', { tag: ['@area:sign-in', '@needs:web', '@needs:auth-service'] }, () => {
  test.use({ role: 'owner' });

  const recording = test.extend<{ requests: readonly string[] }>({
    /** Addresses of all requests of the context, from before its first page on. */
    requests: async ({ context }, use) => {
      const requests: string[] = [];
      context.on('request', (request) => requests.push(request.url()));
      await use(requests);
    },
  });

  recording('the test starts on about:blank and nothing was requested', async ({ requests, page, context }) => {
    expect(page.url()).toBe('about:blank');
    expect(context.pages()).toEqual([page]);
    expect(await page.evaluate(() => history.length)).toBe(1);
    expect(requests).toEqual([]);
  });

  test('the first document already has the session', async ({ page, pages }) => {
    const visited = visitedPaths(page);
    await pages.dashboard.open();
    await expect(pages.dashboard.card('Sessions').root).toContainText('Signed in on 1 device');
    expect(new Set(visited)).toEqual(new Set(['/dashboard']));
  });

  test('signing out through the app holds after a reload', async ({ page, pages }) => {
    await pages.dashboard.open();
    await pages.shell.userMenu.signOut();
    await expect(pages.signIn.heading).toBeVisible();
    await page.reload();
    await expect(pages.signIn.heading).toBeVisible();
    await page.goto('/dashboard');
    await expect(page).toHaveURL('/sign-in');
    expect(await sessionOn(page)).toBeNull();
  });

  test('auth.signOut takes away the session that the test started with', async ({ page, pages, auth }) => {
    await pages.dashboard.open();
    await auth.signOut(page);
    await page.goto('/dashboard');
    await expect(page).toHaveURL('/sign-in');
    expect(await storageOf(page)).toEqual({});
  });

  test('a pop-up that a signed-in page opens is signed in', async ({ page, pages }) => {
    await pages.dashboard.open();
    const opened = page.waitForEvent('popup');
    await page.evaluate(() => void window.open('/dashboard'));
    const popup = await opened;
    await expect(new Pages(popup).shell.userMenu.button).toBeVisible();
    await expect(popup).toHaveURL('/dashboard');
  });

  test('a second context starts signed in too and is signed out on its own', async ({ page, pages, auth, browser }) => {
    const second = await browser.newContext();
    const elsewhere = await second.newPage();
    const there = new Pages(elsewhere);
    await there.dashboard.open();
    await auth.signOut(elsewhere);
    await elsewhere.goto('/dashboard');
    await expect(there.signIn.heading).toBeVisible();
    await pages.dashboard.open();
    await page.reload();
    await expect(pages.shell.userMenu.button).toBeVisible();
  });

  test('page, api and auth share one session', async ({ page, pages, auth, api }) => {
    await pages.dashboard.open();
    expect(await sessionOn(page)).toEqual((await auth.session('owner')).data);
    const answer = await (await api.as('owner')).get('/api/auth/sessions');
    expect(await answer.json()).toMatchObject({ sessions: [{ current: true }] });
  });
});

test.describe('sign-in rule for accounts', { tag: ['@area:sign-in', '@needs:web', '@needs:auth-service'] }, () => {
  test('an account with a second factor is signed in through the API', async ({ page, pages, auth, api }) => {
    const account = await auth.account('owner');
    const { secret } = await setUpSecondFactor(await api.as('owner'), (key) => auth.code(key));
    auth.replaceAccount({ ...account, totpSecret: secret });
    await auth.signIn(page, 'owner');
    await pages.dashboard.open();
    await expect(pages.dashboard.card('Security').root).toContainText('Two-step sign-in is on');
  });

  test('without its secret such an account is refused with a clear message', async ({ page, auth, api }) => {
    const account = await auth.account('owner');
    await setUpSecondFactor(await api.as('owner'), (key) => auth.code(key));
    auth.replaceAccount(account);
    await expect(auth.signIn(page, 'owner')).rejects.toThrow(
      `The role "owner" (${account.email}) could not be signed in: ` +
        'a second factor is demanded, but the account has no totpSecret',
    );
  });

  // One set for each worker, as every worker loads this file for itself.
  const tenantsSeen = new Set<string>();
  const sharedTenantsSeen = new Set<string>();

  for (const turn of ['one', 'another']) {
    test(`by default ${turn} test has a master account of its own`, async ({ tenant }) => {
      expect(tenantsSeen).not.toContain(tenant.id);
      tenantsSeen.add(tenant.id);
    });
  }

  test.describe('with isolation worker', () => {
    test.use({ isolation: 'worker', role: 'owner' });
    test.describe.configure({ mode: 'default' });

    for (const turn of ['one', 'another']) {
      test(`${turn} test of a worker has the worker's master account`, async ({ tenant, pages }) => {
        await pages.dashboard.open();
        await expect(pages.dashboard.position(tenant.name, 'Owner')).toBeVisible();
        sharedTenantsSeen.add(tenant.id);
        expect([...sharedTenantsSeen]).toEqual([tenant.id]);
      });
    }
  });
});
