import { expect, test } from '../../../fixtures';

test.describe('drawer on a small screen', { tag: ['@area:dashboard', '@needs:web', '@needs:auth-service'] }, () => {
  test.use({ role: 'owner', viewport: { width: 390, height: 844 } });

  test('the navigation waits in it', async ({ pages }) => {
    const { navigation } = pages.shell;
    await pages.dashboard.open();
    await expect(navigation.list).toBeHidden();
    await expect(navigation.menuButton).toHaveAttribute('aria-expanded', 'false');
    await navigation.menuButton.click();
    await expect(navigation.drawer).toBeVisible();
    await expect(navigation.link('Users')).toBeVisible();
  });

  test('it closes when an area was chosen', async ({ page, pages }) => {
    const { navigation } = pages.shell;
    await pages.dashboard.open();
    await navigation.menuButton.click();
    await navigation.link('Security').click();
    await expect(page).toHaveURL('/master-account/security');
    await expect(navigation.drawer).toBeHidden();
  });

  test('it closes by its button and gives the focus back', async ({ pages }) => {
    const { navigation } = pages.shell;
    await pages.dashboard.open();
    await navigation.menuButton.click();
    await navigation.closeButton.click();
    await expect(navigation.drawer).toBeHidden();
    await expect(navigation.menuButton).toBeFocused();
  });

  test('it closes by Escape', async ({ page, pages }) => {
    const { navigation } = pages.shell;
    await pages.dashboard.open();
    await navigation.menuButton.click();
    await expect(navigation.drawer).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(navigation.drawer).toBeHidden();
  });

  test('it closes by going back in the browser', async ({ page, pages }) => {
    const { navigation } = pages.shell;
    await page.goto('/master-account/security');
    await navigation.menuButton.waitFor();
    await pages.shell.homeLink.click();
    await pages.dashboard.heading.waitFor();
    await navigation.menuButton.click();
    await expect(navigation.drawer).toBeVisible();
    await page.goBack();
    await expect(navigation.drawer).toBeHidden();
  });

  for (const path of ['/dashboard', '/master-account/users', '/master-account/settings']) {
    test(`${path} does not scroll sideways`, async ({ page, pages }) => {
      await page.goto(path);
      await pages.shell.heading.waitFor();
      await expect(pages.shell.main.getByText('Loading…')).toHaveCount(0);
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(await overflow()).toBeLessThanOrEqual(0);
    });
  }
});

test.describe('wide screen', { tag: ['@area:dashboard', '@needs:web', '@needs:auth-service'] }, () => {
  test.use({ role: 'owner', viewport: { width: 1280, height: 800 } });

  test('the navigation stands beside the page, without a menu button', async ({ pages }) => {
    await pages.dashboard.open();
    await expect(pages.shell.navigation.list).toBeVisible();
    await expect(pages.shell.navigation.menuButton).toBeHidden();
  });
});
