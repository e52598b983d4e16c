import { expect } from '../../../fixtures';
import { addPlace } from './support/places';
import { test } from './support/test';

const WORKDAYS = [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:00', to: '18:30' }));

test.describe('opening hours', { tag: ['@area:master-account', '@needs:web', '@needs:pharmacy-service'] }, () => {
  test.use({ role: 'owner' });

  test('days with the same hours stand together', async ({ pages, api }) => {
    const openingHours = [...WORKDAYS, { day: 6, from: '09:00', to: '16:00' }];
    const { name } = await addPlace(await api.as('owner'), { openingHours });
    const { hours } = (await pages.locations.open()).row(name);
    await expect(hours).toContainText('Mon–Fri 08:00–18:30');
    await expect(hours).toContainText('Sat 09:00–16:00');
    await expect(hours).not.toContainText('Sun');
  });

  test('a day that is closed opens with usual hours', async ({ pages, api }) => {
    const { name } = await addPlace(await api.as('owner'));
    const locations = await pages.locations.open();
    const dialog = await locations.edit(name);
    const sunday = dialog.hours('Sunday');
    await expect(sunday.root).toContainText('Closed');
    await sunday.open('10:00', '12:00');
    await expect(sunday.root).not.toContainText('Closed');
    await dialog.save();
    await expect(locations.row(name).hours).toHaveText('Sun 10:00–12:00');
  });

  test('a break at noon makes two spans, kept in order', async ({ pages, api }) => {
    const { name } = await addPlace(await api.as('owner'));
    const locations = await pages.locations.open();
    const dialog = await locations.edit(name);
    await dialog.hours('Monday').open('13:30', '18:00');
    await dialog.hours('Monday').openAgain('08:00', '12:00');
    await dialog.save();
    await expect(locations.row(name).hours).toHaveText('Mon 08:00–12:00, 13:30–18:00');
    await locations.edit(name);
    await expect(dialog.hours('Monday').opens).toHaveValue('08:00');
    await expect(dialog.hours('Monday').closesAgain).toHaveValue('18:00');
    await expect(dialog.hours('Tuesday').root).toContainText('Closed');
  });

  test('closing before opening is refused', async ({ pages, api }) => {
    const { name } = await addPlace(await api.as('owner'));
    const locations = await pages.locations.open();
    const dialog = await locations.edit(name);
    await dialog.hours('Wednesday').open('18:00', '08:00');
    await expect(dialog.alert).toHaveText('On Wednesday, the closing time must be after the opening time.');
    await dialog.save();
    await expect(dialog.root).toBeVisible();
    await dialog.cancel();
    await expect(locations.row(name).hours).toHaveText('No opening hours');
  });

  test('spans that overlap are refused until they are put right', async ({ pages, api }) => {
    const { name } = await addPlace(await api.as('owner'));
    const locations = await pages.locations.open();
    const dialog = await locations.edit(name);
    const friday = dialog.hours('Friday');
    await friday.open('08:00', '14:00');
    await friday.openAgain('13:00', '18:00');
    await expect(dialog.alert).toHaveText('On Friday, two opening times overlap.');
    await friday.opensAgain.fill('14:30');
    await expect(dialog.alert).toBeHidden();
    await dialog.save();
    await expect(locations.row(name).hours).toHaveText('Fri 08:00–14:00, 14:30–18:00');
  });

  test('a day without a time is refused', async ({ pages, api }) => {
    const { name } = await addPlace(await api.as('owner'));
    const dialog = await (await pages.locations.open()).edit(name);
    await dialog.hours('Monday').open('08:00', '18:00');
    await dialog.hours('Monday').closes.fill('');
    await expect(dialog.alert).toHaveText('On Monday, the closing time must be after the opening time.');
  });

  test('taking the hours away closes the day', async ({ pages, api }) => {
    const { name } = await addPlace(await api.as('owner'), { openingHours: WORKDAYS });
    const locations = await pages.locations.open();
    const dialog = await locations.edit(name);
    await dialog.hours('Wednesday').removeLast();
    await expect(dialog.hours('Wednesday').root).toContainText('Closed');
    await dialog.save();
    const { hours } = locations.row(name);
    await expect(hours).toContainText('Mon–Tue 08:00–18:30');
    await expect(hours).toContainText('Thu–Fri 08:00–18:30');
  });

  test('a location can be added with its hours at once', async ({ pages, page }) => {
    const locations = await pages.locations.open();
    const dialog = await locations.startAdding();
    await dialog.fill({ name: 'Apotheke Nord', street: 'Nordring 4', postcode: '3013', city: 'Bern' });
    await dialog.hours('Saturday').open('09:00', '13:00');
    await dialog.save();
    await expect(dialog.root).toBeHidden();
    await page.reload();
    await expect(locations.row('Apotheke Nord').hours).toHaveText('Sat 09:00–13:00');
  });
});
