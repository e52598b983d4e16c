import { expect, test } from '../../../fixtures';
import { dataOf } from '../../../platform/testing/session-strategy';

const ACCOUNT = ['Locations', 'Security', 'Sessions', 'Settings'];
const ACCOUNT_WITH_USERS = ['Users', 'Locations', 'Security', 'Audit log', 'Sessions', 'Settings'];
const WORK = {
  owner: ['Prescriptions', 'Consultations', 'Inventory', 'Messages', 'Pharmacy page'],
  pharmacist: ['Prescriptions', 'Consultations', 'Inventory', 'Messages', 'Pharmacy page'],
  assistant: ['Inventory', 'Messages', 'Pharmacy page'],
  doctor: ['Prescriptions', 'Consultations', 'Messages', 'Pharmacy page'],
  patient: ['Prescriptions', 'Consultations', 'Messages', 'Pharmacy page'],
} as const;

test.describe('navigation', { tag: ['@area:dashboard', '@needs:web', '@needs:auth-service'] }, () => {
  test.use({ role: 'owner' });

  test('the owner may go everywhere', async ({ pages }) => {
    await pages.dashboard.open();
    await pages.shell.navigation.reveal();
    await expect(pages.shell.navigation.links).toHaveText(['Dashboard', ...WORK.owner, ...ACCOUNT_WITH_USERS]);
  });

  const AREAS = [
    { area: 'Inventory', path: '/inventory' },
    { area: 'Pharmacy page', path: '/pharmacy' },
    { area: 'Users', path: '/master-account/users' },
    { area: 'Locations', path: '/master-account/locations' },
    { area: 'Security', path: '/master-account/security' },
    { area: 'Audit log', path: '/master-account/audit-log' },
    { area: 'Sessions', path: '/master-account/sessions' },
    { area: 'Settings', path: '/master-account/settings' },
  ] as const;

  for (const { area, path } of AREAS) {
    test(`"${area}" leads to its page and is marked there`, async ({ page, pages }) => {
      await pages.dashboard.open();
      await pages.shell.navigation.goTo(area);
      await expect(page).toHaveURL(path);
      await expect(pages.shell.heading).toHaveText(area);
      await pages.shell.navigation.reveal();
      await expect(pages.shell.navigation.link(area)).toHaveAttribute('aria-current', 'page');
      await expect(pages.shell.navigation.link('Dashboard')).not.toHaveAttribute('aria-current');
    });
  }

  test('the way back in the browser leads back', async ({ page, pages }) => {
    await pages.dashboard.open();
    await pages.shell.navigation.goTo('Security');
    await expect(pages.shell.heading).toHaveText('Security');
    await page.goBack();
    await expect(pages.dashboard.heading).toBeVisible();
  });

  test('the mark of the app leads to the dashboard', async ({ page, pages }) => {
    await page.goto('/master-account/security');
    await pages.shell.homeLink.click();
    await expect(pages.dashboard.heading).toBeVisible();
  });

  test('an address without a page says so and leads back', async ({ page, pages }) => {
    await page.goto('/no/such/page');
    await expect(pages.shell.heading).toHaveText('This page does not exist');
    await page.getByRole('link', { name: 'Go to the dashboard' }).click();
    await expect(pages.dashboard.heading).toBeVisible();
  });

  test('the skip link leads past the navigation', async ({ page, pages }) => {
    await pages.dashboard.open();
    await page.keyboard.press('Tab');
    await expect(pages.shell.skipLink).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(pages.shell.main).toBeFocused();
  });
});

test.describe('navigation by role', {
  tag: ['@area:dashboard', '@needs:web', '@needs:auth-service', '@needs:user-service'],
}, () => {
  for (const role of ['pharmacist', 'assistant', 'doctor', 'patient'] as const) {
    test(`a ${role} is led to what the role works with, and not to users and audit log`, async ({ page, pages, auth }) => {
      await auth.signIn(page, role);
      await pages.dashboard.open();
      await pages.shell.navigation.reveal();
      await expect(pages.shell.navigation.links).toHaveText(['Dashboard', ...WORK[role], ...ACCOUNT]);
    });
  }

  test('who goes to users without the right is told whom to ask', async ({ page, pages, auth, tenant }) => {
    await auth.signIn(page, 'patient');
    await page.goto('/master-account/users');
    await expect(pages.shell.heading).toHaveText('You do not have access to this area');
    await expect(pages.shell.main).toContainText(`Ask the owner of ${tenant.name}`);
  });

  test('a right that was granted opens its areas', async ({ page, pages, auth, api }) => {
    const { user } = dataOf(await auth.session('assistant'));
    const data = { overrides: { users: 'grant' } };
    await (await api.as('owner')).put(`/api/users/${user.id}/permissions`, { data });
    await auth.signIn(page, 'assistant');
    await pages.dashboard.open();
    await pages.shell.navigation.reveal();
    await expect(pages.shell.navigation.links).toHaveText(['Dashboard', ...WORK.assistant, ...ACCOUNT_WITH_USERS]);
  });
});
