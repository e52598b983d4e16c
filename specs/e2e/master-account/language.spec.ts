import { expect } from '../../../fixtures';
import { addPlace } from './support/places';
import { test } from './support/test';

test.describe('languages of the master account', {
  tag: ['@area:master-account', '@needs:web', '@needs:user-service', '@needs:pharmacy-service'],
}, () => {
  test.use({ role: 'owner' });

  test('a language that is chosen takes effect at once and stays', async ({ pages, page }) => {
    const settings = await pages.settings.open();
    await pages.shell.language.choose('Deutsch');
    await expect(pages.shell.heading).toHaveText('Einstellungen');
    await expect(page.locator(':root')).toHaveAttribute('lang', 'de');
    await page.goto(settings.path);
    await expect(pages.shell.heading).toHaveText('Einstellungen');
    await pages.shell.language.choose('Français');
    await expect(pages.shell.heading).toHaveText('Paramètres');
    await expect(page.locator(':root')).toHaveAttribute('lang', 'fr');
  });

  test("the account's language is what its users start with", async ({ pages, others }) => {
    const settings = await pages.settings.open();
    await settings.language.selectOption('Français');
    await settings.save();
    await expect(settings.message).toHaveText('The settings were saved.');
    const theirs = await others.as('doctor');
    await theirs.page.goto(theirs.locations.path);
    await expect(theirs.page.locator(':root')).toHaveAttribute('lang', 'fr');
  });

  test('roles and days are named in the language', async ({ pages, page, api }) => {
    await addPlace(await api.as('owner'), { openingHours: [{ day: 3, from: '08:00', to: '12:00' }] });
    await pages.users.open();
    await pages.shell.language.choose('Deutsch');
    await expect(page.getByRole('table', { name: 'Benutzer dieses Kontos' })).toContainText('Inhaber/in');
    await page.goto(pages.locations.path);
    await expect(page.getByRole('table', { name: 'Standorte dieses Kontos' })).toContainText('Mi 08:00–12:00');
    await pages.shell.language.choose('Français');
    await expect(page.getByRole('table', { name: 'Sites de ce compte' })).toContainText('mer. 08:00–12:00');
  });
});
