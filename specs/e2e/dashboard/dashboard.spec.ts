import { expect, test } from '../../../fixtures';

test.describe('dashboard of the owner', {
  tag: ['@area:dashboard', '@needs:web', '@needs:user-service', '@needs:pharmacy-service'],
}, () => {
  test.use({ role: 'owner' });

  test('it greets the user and names account and role', async ({ page, pages, tenant }) => {
    await pages.dashboard.open();
    await expect(pages.dashboard.greeting('Olivia Owner')).toBeVisible();
    await expect(pages.dashboard.position(tenant.name, 'Owner')).toBeVisible();
    await expect(page).toHaveTitle('Welcome, Olivia Owner · Officina');
  });

  test('the start of the app leads to it', async ({ page, pages }) => {
    await page.goto('/');
    await expect(pages.dashboard.heading).toBeVisible();
    await expect(page).toHaveURL('/dashboard');
  });

  test('the owner has a card for every part', async ({ pages }) => {
    await pages.dashboard.open();
    for (const title of ['Users', 'Messages', 'Locations', 'Security', 'Sessions', 'Latest activity']) {
      await expect(pages.dashboard.card(title).title).toBeVisible();
    }
    await expect(pages.dashboard.cards).toHaveCount(6);
  });

  test('the card of users counts them', async ({ pages, tenant }) => {
    await tenant.account('pharmacist');
    await tenant.account('assistant');
    await pages.dashboard.open();
    await expect(pages.dashboard.card('Users').root).toContainText('3 users in your account');
  });

  test('the card of locations counts them', async ({ pages, api }) => {
    const data = { name: 'Apotheke am See', street: 'Seestrasse 1', postcode: '8002', city: 'Zürich', country: 'CH' };
    const made = await (await api.as('owner')).post('/api/pharmacies', { data });
    expect(made.status()).toBe(201);
    await pages.dashboard.open();
    await expect(pages.dashboard.card('Locations').root).toContainText('1 location');
  });

  test('the card of security says that the second step is off', async ({ pages }) => {
    await pages.dashboard.open();
    await expect(pages.dashboard.card('Security').root).toContainText('Two-step sign-in is off');
  });

  test('the card of sessions counts the devices', async ({ pages, auth, api }) => {
    const { email, password } = await auth.account('owner');
    await (await api.anonymous()).post('/api/auth/sign-in', { data: { email, password } });
    await pages.dashboard.open();
    await expect(pages.dashboard.card('Sessions').root).toContainText('Signed in on 2 devices');
  });

  test('the latest activity names who did what', async ({ pages, api }) => {
    const data = { email: `ines-${crypto.randomUUID()}@officina.example`, name: 'Ines Invited', role: 'assistant' };
    await (await api.as('owner')).post('/api/users', { data });
    await pages.dashboard.open();
    const entries = pages.dashboard.card('Latest activity').entries;
    await expect(entries.filter({ hasText: 'Olivia Owner' }).filter({ hasText: 'Ines Invited' })).toBeVisible();
  });

  const LINKS = [
    { title: 'Users', path: '/master-account/users' },
    { title: 'Locations', path: '/master-account/locations' },
    { title: 'Security', path: '/master-account/security' },
    { title: 'Sessions', path: '/master-account/sessions' },
    { title: 'Latest activity', path: '/master-account/audit-log' },
  ] as const;

  for (const { title, path } of LINKS) {
    test(`the card "${title}" leads to ${path}`, async ({ page, pages }) => {
      await pages.dashboard.open();
      await pages.dashboard.card(title).link.click();
      await expect(page).toHaveURL(path);
      await expect(pages.dashboard.heading).toBeHidden();
    });
  }
});

test.describe('dashboard of a patient', {
  tag: ['@area:dashboard', '@needs:web', '@needs:user-service', '@needs:pharmacy-service'],
}, () => {
  test.use({ role: 'patient' });

  test('it shows nothing of the administration of users', async ({ pages, tenant }) => {
    await pages.dashboard.open();
    await expect(pages.dashboard.greeting('Paul Patient')).toBeVisible();
    await expect(pages.dashboard.position(tenant.name, 'Patient')).toBeVisible();
    await expect(pages.dashboard.cards).toHaveCount(4);
    await expect(pages.dashboard.card('Users').root).toBeHidden();
    await expect(pages.dashboard.card('Latest activity').root).toBeHidden();
  });
});
