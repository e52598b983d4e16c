import type { Page } from '@playwright/test';
import { expect, test } from '../../../fixtures';

const NO_ACCESS = 'You do not have access to this area';
const STAFF_AND_PATIENTS = ['pharmacist', 'assistant', 'doctor', 'patient'] as const;

const CLOSED = [
  { area: 'Prescriptions', path: '/prescriptions', api: '/api/prescriptions', roles: ['assistant'] },
  { area: 'Consultations', path: '/consultations', api: '/api/consultations', roles: ['assistant'] },
  { area: 'Inventory', path: '/inventory', api: '/api/inventory', roles: ['doctor', 'patient'] },
  { area: 'Reports', path: '/inventory/reports', api: '/api/inventory', roles: ['assistant', 'doctor', 'patient'] },
  { area: 'Users', path: '/master-account/users', api: '/api/users', roles: STAFF_AND_PATIENTS },
  { area: 'Audit log', path: '/master-account/audit-log', api: '/api/audit', roles: STAFF_AND_PATIENTS },
] as const;

/** Fills with the paths of requests that are answered by a refusal. */
function refusals(page: Page): readonly string[] {
  const refused: string[] = [];
  page.on('response', (response) => {
    if ([401, 403].includes(response.status())) refused.push(new URL(response.url()).pathname);
  });
  return refused;
}

test.describe('a closed area', { tag: ['@area:access', '@needs:web', '@needs:user-service'] }, () => {
  // These tests only read.
  test.use({ isolation: 'worker' });

  for (const { area, path, api, roles } of CLOSED) {
    for (const role of roles) {
      test(`${area} says so to a ${role}, and asks the API for nothing of it`, async ({ page, pages, auth }) => {
        await auth.signIn(page, role);
        const asked: string[] = [];
        page.on('request', (request) => asked.push(new URL(request.url()).pathname));
        const refused = refusals(page);
        await page.goto(path);
        await expect(pages.shell.heading).toHaveText(NO_ACCESS);
        await expect(pages.shell.main.getByRole('table')).toHaveCount(0);
        await pages.shell.navigation.reveal();
        await expect(pages.shell.navigation.link('Security')).toBeVisible();
        await expect(pages.shell.navigation.link(area)).toBeHidden();
        expect(asked).toContain('/api/auth/me');
        expect(asked.filter((one) => one.startsWith(api))).toEqual([]);
        expect(refused).toEqual([]);
      });
    }
  }
});

test.describe('what the app offers', {
  tag: [
    '@area:access',
    '@needs:web',
    '@needs:user-service',
    '@needs:pharmacy-service',
    '@needs:inventory-service',
    '@needs:teleconsultation-service',
  ],
}, () => {
  test.use({ isolation: 'worker' });

  for (const role of ['owner', ...STAFF_AND_PATIENTS] as const) {
    test(`to the ${role} opens, page by page, and nothing on it is refused`, async ({ page, pages, auth }) => {
      await auth.signIn(page, role);
      const refused = refusals(page);
      const { navigation, heading, main, problem } = pages.shell;
      await pages.dashboard.open();
      await navigation.reveal();
      const areas = await navigation.links.allTextContents();
      expect(areas.length).toBeGreaterThan(5);
      for (const area of areas.slice(1)) {
        const before = await heading.textContent();
        await navigation.goTo(area);
        await expect(heading).not.toHaveText(before ?? '');
        await expect(heading).not.toHaveText(NO_ACCESS);
        await expect(main.locator('[aria-busy="true"]')).toHaveCount(0);
        await expect(problem).toHaveCount(0);
      }
      expect(refused).toEqual([]);
    });
  }
});
