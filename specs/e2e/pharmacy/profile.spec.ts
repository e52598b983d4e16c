import { expect, test } from '../../../fixtures';
import { failOnce } from '../support/outage';
import { added, now } from './support/locations';

test.describe('profile of a pharmacy', { tag: ['@area:pharmacy', '@needs:web', '@needs:pharmacy-service'] }, () => {
  test.use({ role: 'owner' });

  test('without a location the page leads to where one is added', async ({ page, pages }) => {
    const pharmacy = await pages.pharmacy().open();
    await expect(pharmacy.content).toContainText('There is no location yet.');
    await pharmacy.content.getByRole('link', { name: 'Go to the locations' }).click();
    await expect(pages.locations.heading).toBeVisible();
    await expect(page).toHaveURL(pages.locations.path);
  });

  test('the navigation leads to it, and it needs no choice of one location', async ({ pages, api }) => {
    await added(await api.as('owner'));
    await pages.dashboard.open();
    await pages.shell.navigation.goTo('Pharmacy page');
    const pharmacy = pages.pharmacy();
    await expect(pharmacy.profile.name).toHaveValue('Apotheke am Markt');
    await expect(pharmacy.location).toHaveCount(0);
  });

  test('one of several locations is chosen, and stays chosen in the address', async ({ page, pages, api }) => {
    const owner = await api.as('owner');
    const [, second] = [await added(owner), await added(owner, { name: 'Zytglogge Apotheke' })];
    const pharmacy = await pages.pharmacy().openLocation();
    await expect(pharmacy.profile.name).toHaveValue('Apotheke am Markt');
    await pharmacy.location.selectOption({ label: 'Zytglogge Apotheke, Bern' });
    await expect(pharmacy.profile.name).toHaveValue('Zytglogge Apotheke');
    await expect(page).toHaveURL(`/pharmacy/${second.id}`);
    await page.reload();
    await expect(pharmacy.profile.name).toHaveValue('Zytglogge Apotheke');
  });

  test('all of it can be changed, and is there after loading again', async ({ page, pages, api }) => {
    await added(await api.as('owner'));
    const pharmacy = await pages.pharmacy().openLocation();
    await pharmacy.profile.save({
      name: 'Pharmacie du Lac',
      description: 'Am See.\nBeratung auf Deutsch und Französisch.',
      street: 'Rue du Lac 7',
      postcode: '1204',
      city: 'Genève',
      phone: '+41 22 555 12 34',
    });
    await expect(pharmacy.message).toHaveText('The profile was saved.');
    await page.reload();
    await expect(pharmacy.profile.name).toHaveValue('Pharmacie du Lac');
    await expect(pharmacy.profile.description).toHaveValue('Am See.\nBeratung auf Deutsch und Französisch.');
    await expect(pharmacy.profile.postcode).toHaveValue('1204');
    await expect(pharmacy.profile.phone).toHaveValue('+41 22 555 12 34');
  });

  test('name and address are demanded at their fields', async ({ pages, api }) => {
    await added(await api.as('owner'));
    const { profile } = await pages.pharmacy().openLocation();
    await profile.save({ name: '', street: ' ', phone: 'ask for Hans' });
    await expect(profile.name).toHaveAccessibleDescription('Please fill in this field.');
    await expect(profile.street).toHaveAccessibleDescription('Please fill in this field.');
    await expect(profile.phone).toHaveAccessibleDescription(/Please enter a phone number/);
    await expect(profile.name).toBeFocused();
  });

  test('a description can be emptied, and counts its characters', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const location = await added(owner, { description: 'Twelve chars' });
    const { profile, message } = await pages.pharmacy().openLocation();
    await expect(profile.description).toHaveAccessibleDescription('12 of 2,000 characters');
    await profile.save({ description: '', phone: '' });
    await expect(message).toHaveText('The profile was saved.');
    expect(await now(owner, location)).toMatchObject({ description: '', phone: '' });
  });

  test('saving keeps what was typed while the service is down, and goes through at the next try', async ({ page, pages, api }) => {
    const { id } = await added(await api.as('owner'));
    const { profile, message } = await pages.pharmacy().openLocation();
    await failOnce(page, { method: 'PATCH', path: `/api/pharmacies/${id}`, service: 'pharmacy-service' });
    await profile.save({ name: 'Apotheke Neu' });
    await expect(profile.alert).toContainText('The pharmacy page is not available right now.');
    await expect(profile.name).toHaveValue('Apotheke Neu');
    await profile.unavailable.retry();
    await expect(message).toHaveText('The profile was saved.');
  });

  test('the page says that the location is not available, and shows it at the next try', async ({ page, pages, api }) => {
    const { id } = await added(await api.as('owner'));
    await failOnce(page, { path: `/api/pharmacies/${id}`, service: 'pharmacy-service' });
    const pharmacy = await pages.pharmacy({ id }).open();
    await expect(pharmacy.unavailable.root).toContainText('The pharmacy page is not available right now.');
    await expect(pharmacy.unavailable.root).toContainText('(pharmacy-service does not answer.)');
    await pharmacy.unavailable.retry();
    await expect(pharmacy.profile.name).toHaveValue('Apotheke am Markt');
  });

  test('a location is there while the list of locations is not', async ({ page, pages, api }) => {
    const { id } = await added(await api.as('owner'));
    await failOnce(page, { path: '/api/pharmacies', service: 'pharmacy-service' });
    const pharmacy = await pages.pharmacy({ id }).openLocation();
    await expect(pharmacy.unavailable.root).toContainText('The list of locations is not available right now.');
    await expect(pharmacy.profile.name).toHaveValue('Apotheke am Markt');
    await pharmacy.unavailable.retry();
    await expect(pharmacy.unavailable.root).toHaveCount(0);
  });

  test('a location that is not there is said to be gone, and another one can be chosen', async ({ pages, api }) => {
    await added(await api.as('owner'));
    const pharmacy = await pages.pharmacy({ id: crypto.randomUUID() }).open();
    await expect(pharmacy.alert).toContainText('This no longer exists.');
    await pharmacy.location.selectOption({ label: 'Apotheke am Markt, Bern' });
    await expect(pharmacy.profile.name).toHaveValue('Apotheke am Markt');
  });

  test('a change in the list of locations is what the page begins with', async ({ pages, api }) => {
    await added(await api.as('owner'));
    const pharmacy = await pages.pharmacy().openLocation();
    await pages.shell.navigation.goTo('Locations');
    const dialog = await pages.locations.edit('Apotheke am Markt');
    await dialog.fill({ city: 'Thun' });
    await dialog.save();
    await expect(dialog.root).toBeHidden();
    await pages.shell.navigation.goTo('Pharmacy page');
    await expect(pharmacy.profile.city).toHaveValue('Thun');
  });
});
