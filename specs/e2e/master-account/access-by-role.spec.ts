import { expect } from '../../../fixtures';
import { decide, idOf, invite } from './support/people';
import { addPlace } from './support/places';
import { test } from './support/test';

const EVERYBODYS = ['Locations', 'Security', 'Sessions', 'Settings'];
const OWNERS = ['Users', 'Locations', 'Security', 'Audit log', 'Sessions', 'Settings'];

test.describe('access by role', { tag: ['@area:master-account', '@needs:web', '@needs:user-service'] }, () => {
  test.describe('as owner', () => {
    test.use({ role: 'owner' });

    test('every area is offered, and opens', async ({ pages }) => {
      const { navigation } = await pages.users.open();
      await navigation.reveal();
      await expect(navigation.areas).toHaveText(OWNERS);
      await navigation.link('Audit log').click();
      await expect(pages.auditLog.heading).toBeVisible();
      await navigation.goTo('Settings');
      await expect(pages.settings.heading).toBeVisible();
    });

    test('the master account opens with its users', async ({ page, pages }) => {
      await page.goto('/master-account');
      await expect(pages.users.heading).toBeVisible();
      await expect(page).toHaveURL(/\/master-account\/users$/);
    });

    test('an address that does not exist says so', async ({ page }) => {
      await page.goto('/master-account/treasury');
      await expect(page.getByRole('heading', { level: 1, name: 'This page does not exist' })).toBeVisible();
    });
  });

  for (const role of ['pharmacist', 'assistant', 'doctor', 'patient'] as const) {
    test.describe(`as ${role}`, () => {
      test.use({ role });

      test('only the areas for everybody are offered', async ({ pages, page }) => {
        await page.goto('/master-account');
        await expect(pages.locations.heading).toBeVisible();
        await pages.locations.navigation.reveal();
        await expect(pages.locations.navigation.areas).toHaveText(EVERYBODYS);
      });
    });
  }

  test.describe('as a pharmacist who was granted the right', () => {
    test.use({ role: 'pharmacist' });

    test.beforeEach(async ({ api, auth }) => {
      const owner = await api.as('owner');
      const { email } = await auth.account('pharmacist');
      await decide(owner, await idOf(owner, email), { users: 'grant' });
    });

    test('a name can be changed, but neither e-mail address nor role', async ({ pages, api }) => {
      const nora = await invite(await api.as('owner'));
      const users = await pages.users.open();
      const dialog = await users.edit(nora.name);
      await expect(dialog.email).toBeDisabled();
      await expect(dialog.role).toBeDisabled();
      await dialog.fill({ name: 'Nora Neumann' });
      await dialog.save();
      await expect(users.table.row('Nora Neumann').root).toBeVisible();
    });

    test('people can be invited, but not deleted', async ({ pages, api }) => {
      const nora = await invite(await api.as('owner'));
      const users = await pages.users.open();
      await expect(users.inviteButton).toBeVisible();
      await expect(users.table.row(nora.name).newLink).toBeVisible();
      await expect(users.table.row(nora.name).delete).toBeHidden();
    });

    test('nothing can be done to the owner', async ({ pages }) => {
      const row = (await pages.users.open()).table.row('Olivia Owner');
      await expect(row.person).toBeVisible();
      await expect(row.root.getByRole('button')).toHaveCount(0);
    });

    test('locations can be added', async ({ pages }) => {
      await expect((await pages.locations.open()).addButton).toBeVisible();
    });
  });

  test.describe('as doctor', () => {
    test.use({ role: 'doctor' });

    test('locations can be read only', async ({ pages, api }) => {
      const { name } = await addPlace(await api.as('owner'));
      const locations = await pages.locations.open();
      const row = locations.row(name);
      await expect(row.address).toContainText('3011 Bern, Switzerland');
      await expect(row.edit).toBeHidden();
      await expect(row.delete).toBeHidden();
      await expect(locations.addButton).toBeHidden();
    });
  });

  test('a stranger is led to sign-in and from there to where they wanted', async ({ pages, page, tenant }) => {
    const owner = await tenant.account('owner');
    await page.goto(pages.settings.path);
    await expect(pages.signIn.heading).toBeVisible();
    await pages.signIn.signIn(owner);
    await expect(pages.settings.heading).toBeVisible();
  });
});
