import { expect, test } from '../../../fixtures';
import { failOnce } from '../support/outage';
import { added, at, now } from './support/locations';

test.describe('delivery zones of a pharmacy', { tag: ['@area:pharmacy', '@needs:web', '@needs:pharmacy-service'] }, () => {
  test.use({ role: 'owner' });

  test('zones are added with amounts as people write them', async ({ page, pages, api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    const { zones, message } = await pages.pharmacy().openLocation();
    await expect(zones.root).toContainText('This pharmacy does not deliver so far.');
    await zones.add({ postcode: '3011', fee: '5,5', minimumOrder: '30', minutes: '45' });
    await zones.add({ postcode: '3012' });
    await zones.save();
    await expect(message).toHaveText('The delivery zones were saved.');
    expect((await now(owner, location)).deliveryZones).toEqual([
      { postcode: '3011', fee: 550, minimumOrder: 3000, minutes: 45 },
      { postcode: '3012', fee: 0, minimumOrder: 0, minutes: 60 },
    ]);
    await page.reload();
    await expect(zones.row(1).fee).toHaveValue('5.50');
    await expect(zones.row(1).minimumOrder).toHaveValue('30.00');
  });

  for (const { wrong, field, says } of [
    { wrong: { fee: '-1' }, field: 'fee', says: 'Please enter an amount, such as 5.50.' },
    { wrong: { minimumOrder: '1.234' }, field: 'minimumOrder', says: 'Please enter an amount, such as 5.50.' },
    { wrong: { minutes: '4' }, field: 'minutes', says: 'Please enter 5 to 1440 minutes.' },
    { wrong: { minutes: '1441' }, field: 'minutes', says: 'Please enter 5 to 1440 minutes.' },
    { wrong: { postcode: '' }, field: 'postcode', says: 'Please fill in this field.' },
  ] as const) {
    test(`a zone with ${JSON.stringify(wrong)} is refused at the field`, async ({ pages, api }) => {
      const owner = await api.as('owner');
      const location = await added(owner);
      const { zones } = await pages.pharmacy().openLocation();
      const row = await zones.add({ postcode: '3011', ...wrong });
      await zones.save();
      await expect(row[field]).toHaveAccessibleDescription(says);
      await expect(row[field]).toBeFocused();
      expect((await now(owner, location)).deliveryZones).toEqual([]);
    });
  }

  test('a postcode stands once, however it is written', async ({ pages, api }) => {
    await added(await api.as('owner'));
    const { zones } = await pages.pharmacy().openLocation();
    await zones.add({ postcode: 'AB 12' });
    const again = await zones.add({ postcode: 'ab12' });
    await zones.save();
    await expect(again.postcode).toHaveAccessibleDescription('There is a delivery zone for this postcode already.');
  });

  test('amounts are in the currency of the country', async ({ pages, api }) => {
    await added(await api.as('owner'), { country: 'FR', city: 'Annecy', postcode: '74000' });
    const { zones } = await pages.pharmacy().openLocation();
    await zones.addButton.click();
    await expect(zones.row(1).root.getByLabel('Fee in EUR')).toBeVisible();
  });

  test('zones can be kept by the keyboard alone', async ({ page, pages, api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    const { zones, message } = await pages.pharmacy().openLocation();
    await zones.addButton.focus();
    await page.keyboard.press('Enter');
    await expect(zones.row(1).postcode).toBeFocused();
    await page.keyboard.type('3011');
    await page.keyboard.press('Tab');
    await expect(zones.row(1).fee).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(message).toHaveText('The delivery zones were saved.');
    expect((await now(owner, location)).deliveryZones).toHaveLength(1);
  });

  test('zones are kept on the page while the service is down', async ({ page, pages, api }) => {
    const location = await added(await api.as('owner'));
    const { zones, message } = await pages.pharmacy().openLocation();
    await failOnce(page, { method: 'PUT', path: at(location, '/delivery-zones'), service: 'pharmacy-service' });
    await zones.add({ postcode: '3011' });
    await zones.save();
    await expect(zones.alert).toContainText('(pharmacy-service does not answer.)');
    await expect(zones.row(1).postcode).toHaveValue('3011');
    await zones.unavailable.retry();
    await expect(message).toHaveText('The delivery zones were saved.');
  });
});
