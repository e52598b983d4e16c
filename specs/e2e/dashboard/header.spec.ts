import { expect, test } from '../../../fixtures';

test.describe('header', { tag: ['@area:dashboard', '@needs:web', '@needs:auth-service'] }, () => {
  test.use({ role: 'owner' });

  test('it names the master account', async ({ pages, tenant }) => {
    await pages.dashboard.open();
    await expect(pages.shell.header.getByText(tenant.name)).toBeVisible();
  });

  test('the user menu says who is signed in', async ({ pages, auth }) => {
    const { email } = await auth.account('owner');
    const { userMenu } = pages.shell;
    await pages.dashboard.open();
    await expect(userMenu.signOutButton).toBeHidden();
    await userMenu.of('Olivia Owner').click();
    await expect(userMenu.button).toHaveAttribute('aria-expanded', 'true');
    await expect(userMenu.line(`${email} · Owner`)).toBeVisible();
    await expect(userMenu.signOutButton).toBeVisible();
  });

  test('the user menu closes by Escape and gives the focus back', async ({ page, pages }) => {
    const { userMenu } = pages.shell;
    await pages.dashboard.open();
    await userMenu.open();
    await userMenu.signOutButton.focus();
    await page.keyboard.press('Escape');
    await expect(userMenu.signOutButton).toBeHidden();
    await expect(userMenu.button).toBeFocused();
  });

  test('the user menu closes by a click elsewhere', async ({ pages, tenant }) => {
    const { userMenu } = pages.shell;
    await pages.dashboard.open();
    await userMenu.open();
    await pages.shell.header.getByText(tenant.name).click();
    await expect(userMenu.signOutButton).toBeHidden();
  });

  test('the user menu signs out', async ({ page, pages }) => {
    await pages.dashboard.open();
    await pages.shell.userMenu.signOut();
    await expect(pages.signIn.notice).toHaveText('You are signed out.');
    await expect(page).toHaveURL('/sign-in');
  });
});

test.describe('language', { tag: ['@area:dashboard', '@needs:web', '@needs:auth-service'] }, () => {
  const LANGUAGES = [
    { name: 'Deutsch', code: 'de', welcome: 'Willkommen, Olivia Owner' },
    { name: 'Français', code: 'fr', welcome: 'Bienvenue, Olivia Owner' },
  ] as const;

  for (const { name, code, welcome } of LANGUAGES) {
    test(`${name} is shown at once and after a reload`, async ({ page, pages, auth }) => {
      await auth.signIn(page, 'owner');
      await pages.dashboard.open();
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await pages.shell.language.choose(name);
      await expect(pages.shell.heading).toHaveText(welcome);
      await expect(page.locator('html')).toHaveAttribute('lang', code);
      await page.reload();
      await expect(pages.shell.heading).toHaveText(welcome);
      await expect(page).toHaveTitle(`${welcome} · Officina`);
    });
  }

  test('the language that was chosen before sign-in stays', async ({ page, pages, auth }) => {
    await auth.signIn(page, 'owner');
    await auth.signOut(page);
    await pages.signIn.open();
    await pages.signIn.language.choose('Deutsch');
    await expect(pages.shell.heading).toHaveText('Anmelden');
    await auth.signIn(page, 'owner');
    await page.goto('/dashboard');
    await expect(pages.shell.heading).toHaveText('Willkommen, Olivia Owner');
  });

  test.describe('of the browser', () => {
    test.use({ locale: 'fr-CH' });

    test('is shown to a stranger', async ({ page, pages }) => {
      await page.goto('/sign-in');
      await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
      await expect(pages.shell.heading).toHaveText('Connexion');
    });
  });
});
