import { expect } from '../../../fixtures';
import { invite } from './support/people';
import { addPlace } from './support/places';
import { test } from './support/test';
import { failOnce } from '../support/outage';

const MARKET = { name: 'Apotheke am Markt', street: 'Marktgasse 1', postcode: '3011', city: 'Bern' };

test.describe('locations', {
  tag: ['@area:master-account', '@needs:web', '@needs:pharmacy-service', '@needs:user-service'],
}, () => {
  test.use({ role: 'owner' });

  test('a new account has none', async ({ pages }) => {
    const { content } = await pages.locations.open();
    await expect(content.getByText('No location found.')).toBeVisible();
  });

  test('adds a location with all its details', async ({ pages, page }) => {
    const locations = await pages.locations.open();
    const dialog = await locations.startAdding();
    await dialog.fill({
      name: 'Pharmacie du Lac',
      street: 'Rue du Lac 7',
      postcode: '74000',
      city: 'Annecy',
      country: 'France',
      phone: '+33 4 50 00 00 00',
      manager: 'Olivia Owner',
    });
    await dialog.save();
    await expect(locations.message).toHaveText('Pharmacie du Lac was added.');
    await page.reload();
    const row = locations.row('Pharmacie du Lac');
    await expect(row.root).toContainText('+33 4 50 00 00 00');
    await expect(row.address).toContainText('Rue du Lac 7');
    await expect(row.address).toContainText('74000 Annecy, France');
    await expect(row.hours).toHaveText('No opening hours');
    await expect(row.status).toHaveText('Draft');
  });

  test('needs neither phone nor manager', async ({ pages }) => {
    const locations = await pages.locations.open();
    const dialog = await locations.startAdding();
    await dialog.fill(MARKET);
    await dialog.save();
    await expect(locations.row(MARKET.name).address).toContainText('3011 Bern, Switzerland');
  });

  test('demands name and address, at the fields', async ({ pages }) => {
    const dialog = await (await pages.locations.open()).startAdding();
    await dialog.save();
    for (const field of [dialog.name, dialog.street, dialog.postcode, dialog.city]) {
      await expect(field).toHaveAccessibleDescription('Please fill in this field.');
    }
    await expect(dialog.name).toBeFocused();
    await expect(dialog.phone).not.toHaveAttribute('aria-invalid');
  });

  test('refuses what is no phone number', async ({ pages }) => {
    const dialog = await (await pages.locations.open()).startAdding();
    await dialog.fill({ ...MARKET, phone: 'ask for Hans' });
    await dialog.save();
    await expect(dialog.phone).toHaveAccessibleDescription(/Please enter a phone number/);
    await expect(dialog.root).toBeVisible();
  });

  test('shows at the field what only the service refuses', async ({ pages }) => {
    const dialog = await (await pages.locations.open()).startAdding();
    await dialog.fill({ ...MARKET, postcode: '1234567890123' });
    await dialog.save();
    await expect(dialog.postcode).toHaveAttribute('aria-invalid', 'true');
    await expect(dialog.postcode).toHaveAccessibleDescription(/.+/);
  });

  test('saves a change of name and address', async ({ pages, api, page }) => {
    const { name } = await addPlace(await api.as('owner'));
    const locations = await pages.locations.open();
    const dialog = await locations.edit(name);
    await expect(dialog.street).toHaveValue('Marktgasse 1');
    await dialog.fill({ name: 'Apotheke am Bahnhof', city: 'Thun', postcode: '3600', country: 'Austria' });
    await dialog.save();
    await expect(locations.message).toHaveText('Apotheke am Bahnhof was saved.');
    await page.reload();
    await expect(locations.names).toHaveText([/^Apotheke am Bahnhof/]);
    await expect(locations.row('Apotheke am Bahnhof').address).toContainText('3600 Thun, Austria');
  });

  test('keeps everything when it is cancelled, and gives the focus back', async ({ pages, api }) => {
    const { name } = await addPlace(await api.as('owner'));
    const locations = await pages.locations.open();
    const dialog = await locations.edit(name);
    await dialog.fill({ name: 'Something Else' });
    await dialog.cancel();
    await expect(locations.row(name).edit).toBeFocused();
    await locations.open();
    await expect(locations.names).toHaveText([name]);
  });

  test('remembers the manager, who can be taken away again', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const [{ name }, nora] = await Promise.all([addPlace(owner), invite(owner)]);
    const locations = await pages.locations.open();
    const dialog = await locations.edit(name);
    await dialog.fill({ manager: nora.name });
    await dialog.save();
    await expect(dialog.root).toBeHidden();
    await (await locations.open()).edit(name);
    await expect(dialog.manager).toHaveValue(nora.id);
    await dialog.fill({ manager: 'No manager' });
    await dialog.save();
    await expect(dialog.root).toBeHidden();
    await (await locations.open()).edit(name);
    await expect(dialog.manager).toHaveValue('');
  });

  test('offers no patient as manager', async ({ pages, api }) => {
    const owner = await api.as('owner');
    await invite(owner, { name: 'Paul Patient', role: 'patient' });
    await invite(owner, { name: 'Doris Doctor', role: 'doctor' });
    const dialog = await (await pages.locations.open()).startAdding();
    await expect(dialog.manager.getByRole('option')).toHaveText(['No manager', 'Doris Doctor', 'Olivia Owner']);
  });

  test('deletes a location after asking', async ({ pages, api }) => {
    const owner = await api.as('owner');
    await Promise.all([addPlace(owner), addPlace(owner, { name: 'Zytglogge Apotheke' })]);
    const locations = await pages.locations.open();
    await locations.row('Apotheke am Markt').delete.click();
    await locations.confirmation('Delete Apotheke am Markt?').accept('Delete');
    await expect(locations.message).toHaveText('Apotheke am Markt was deleted.');
    await expect(locations.names).toHaveText(['Zytglogge Apotheke']);
    await expect(locations.heading).toBeFocused();
  });

  test('keeps the location when the question is cancelled', async ({ pages, api }) => {
    const { name } = await addPlace(await api.as('owner'));
    const locations = await pages.locations.open();
    await locations.row(name).delete.click();
    const question = locations.confirmation(`Delete ${name}?`);
    await expect(question.root).toContainText('This cannot be undone.');
    await question.cancel();
    await expect(locations.row(name).delete).toBeFocused();
    await locations.open();
    await expect(locations.row(name).root).toBeVisible();
  });

  test('finds locations by name or town', async ({ pages, api }) => {
    const owner = await api.as('owner');
    await Promise.all([
      addPlace(owner, { name: 'Bären-Apotheke', city: 'Bern' }),
      addPlace(owner, { name: 'Löwen-Apotheke', city: 'Luzern' }),
      addPlace(owner, { name: 'Rosen-Apotheke', city: 'Bern' }),
    ]);
    const locations = await pages.locations.open();
    await expect(locations.names).toHaveCount(3);
    await locations.search.fill('luz');
    await expect(locations.names).toHaveText(['Löwen-Apotheke']);
    await locations.search.fill('bern');
    await expect(locations.names).toHaveText(['Bären-Apotheke', 'Rosen-Apotheke']);
    await locations.search.fill('nowhere');
    await expect(locations.content.getByText('No location found.')).toBeVisible();
  });

  test('says that the list is not available, and shows it at the next try', async ({ pages, page, api }) => {
    const { name } = await addPlace(await api.as('owner'));
    await failOnce(page, { path: '/api/pharmacies', service: 'pharmacy-service' });
    const locations = await pages.locations.open();
    await expect(locations.unavailable.root).toContainText('The list of locations is not available right now.');
    await locations.unavailable.retry();
    await expect(locations.row(name).root).toBeVisible();
  });

  test('can be edited while the list of users is not available', async ({ pages, page, api }) => {
    const { name } = await addPlace(await api.as('owner'));
    await failOnce(page, { path: '/api/users', service: 'user-service' });
    const locations = await pages.locations.open();
    const dialog = await locations.edit(name);
    await expect(dialog.manager).toHaveAccessibleDescription('The user list is not available right now.');
    await dialog.fill({ city: 'Thun' });
    await dialog.save();
    await expect(locations.row(name).address).toContainText('Thun');
  });
});
