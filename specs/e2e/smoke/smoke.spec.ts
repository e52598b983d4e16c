import { expect, test } from 'groundwork-e2e';

test.describe('smoke', { tag: ['@area:smoke', '@needs:web', '@needs:auth-service'] }, () => {
  test('the app shows the sign-in page to a stranger', async ({ page }) => {
    await page.goto('/');
    await expect(page).toHaveURL(/\/sign-in$/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  test.describe('as owner', () => {
    test.use({ role: 'owner' });

    test('the app shows the dashboard', async ({ page }) => {
      await page.goto('/');
      await expect(page).toHaveURL(/\/dashboard$/);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    });
  });
});
