import { expect, test } from '../../../fixtures';

test.describe('smoke', { tag: ['@area:smoke', '@needs:web', '@needs:auth-service'] }, () => {
  test('the app shows the sign-in page to a stranger', async ({ page, pages }) => {
    await page.goto('/');
    await expect(page).toHaveURL(/\/sign-in$/);
    await expect(pages.signIn.heading).toBeVisible();
  });

  test('the form signs in', async ({ pages, auth }) => {
    await pages.signIn.open();
    await pages.signIn.signIn(await auth.account('owner'));
    await expect(pages.dashboard.greeting('Olivia Owner')).toBeVisible();
  });
});

test.describe('smoke as owner', { tag: ['@area:smoke', '@needs:web', '@needs:auth-service'] }, () => {
  test.use({ role: 'owner', isolation: 'worker' });

  test('the app shows the dashboard', async ({ page, pages }) => {
    await page.goto('/');
    await expect(page).toHaveURL(/\/dashboard$/);
    await expect(pages.dashboard.heading).toBeVisible();
    await expect(pages.dashboard.card('Security').root).toContainText('Two-step sign-in is off');
  });

  // Each shows something that only its own service can tell.
  test('the users open', { tag: '@needs:user-service' }, async ({ pages }) => {
    await expect((await pages.users.open()).table.row('Olivia Owner').root).toBeVisible();
  });

  test('the locations open', { tag: '@needs:pharmacy-service' }, async ({ page, pages }) => {
    const answered = page.waitForResponse('**/api/pharmacies*');
    await pages.locations.open();
    expect((await answered).status()).toBe(200);
    await expect(pages.shell.problem).toHaveCount(0);
  });

  test('the inventory opens', { tag: '@needs:inventory-service' }, async ({ page, pages }) => {
    const answered = page.waitForResponse('**/api/inventory/items*');
    await pages.items.open();
    expect((await answered).status()).toBe(200);
    await expect(pages.items.addButton).toBeVisible();
  });

  test('the prescriptions open', { tag: '@needs:prescription-service' }, async ({ page, pages }) => {
    const answered = page.waitForResponse('**/api/prescriptions*');
    await pages.prescriptions.open();
    expect((await answered).status()).toBe(200);
    await expect(pages.prescriptions.newLink).toBeVisible();
  });

  test('the consultations open', { tag: '@needs:teleconsultation-service' }, async ({ page, pages }) => {
    const answered = page.waitForResponse('**/api/consultations*');
    await pages.consultations.open();
    expect((await answered).status()).toBe(200);
    await expect(pages.shell.problem).toHaveCount(0);
  });

  test('the messages open', { tag: '@needs:notification-service' }, async ({ page, pages }) => {
    const answered = page.waitForResponse('**/api/messages/threads*');
    await pages.messages.open();
    expect((await answered).status()).toBe(200);
    await expect(pages.shell.problem).toHaveCount(0);
  });
});
