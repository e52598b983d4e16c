import { expect, test } from '../../../fixtures';
import { failOnce } from '../support/outage';
import { added, at, daily, published, publicAt } from './support/locations';
import { withPhotos } from './support/photos';

const ALWAYS = daily('00:00', '23:59');

test.describe('public page of a pharmacy', { tag: ['@area:pharmacy', '@needs:web', '@needs:pharmacy-service'] }, () => {
  test('everybody sees it without signing in', async ({ page, pages, api }) => {
    const owner = await api.as('owner');
    const location = await published(owner, { description: 'Am Markt seit 1902.', phone: '+41 31 555 12 34' });
    const holidays = [{ date: '2031-12-25', name: 'Christmas' }, { date: '2019-12-25', name: 'Long ago' }];
    await owner.put(at(location, '/holidays'), { data: { holidays } });
    const shown = await pages.publicPharmacy(location).open();
    await expect(shown.heading).toHaveText(location.name);
    await expect(page).toHaveTitle(`${location.name} · Officina`);
    await expect(shown.content).toContainText('Am Markt seit 1902.');
    await expect(shown.part('Opening hours').getByRole('row', { name: 'Monday' })).toContainText('08:00–18:30');
    await expect(shown.part('Contact')).toContainText('3011 Bern, Switzerland');
    await expect(shown.part('Contact').getByRole('link')).toHaveAttribute('href', 'tel:+41315551234');
    await expect(shown.part('Holidays')).toContainText('Thursday, December 25, 2031');
    await expect(shown.part('Holidays')).not.toContainText('Long ago');
    await expect(shown.navigation).toHaveCount(0);
    await expect(shown.badges.filter({ hasText: 'Verified' })).toHaveCount(0);
  });

  test('its photos are seen, in their order', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const location = await published(owner);
    await withPhotos(owner, location, ['The entrance', 'The counter']);
    const { images } = await pages.publicPharmacy(location).open();
    await expect(images).toHaveCount(2);
    await expect(images.first()).toHaveAccessibleName('The entrance');
    await expect(images.first()).toHaveJSProperty('naturalWidth', 1);
  });

  test('it says that it is open, and until when', async ({ pages, api }) => {
    const location = await published(await api.as('owner'), { openingHours: ALWAYS });
    const { badges } = await pages.publicPharmacy(location).open();
    await expect(badges.first()).toHaveText('Open now, until 23:59');
  });

  test('it says that it is closed, and when it opens', async ({ page, pages, api }) => {
    const location = await published(await api.as('owner'));
    const now = { open: false, until: null, opensAt: { date: '2031-12-27', from: '09:00' }, today: '2031-12-25' };
    await page.route(`**${publicAt(location)}`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), now } });
    });
    const shown = await pages.publicPharmacy(location).open();
    await expect(shown.badges.first()).toHaveText('Closed, opens on Saturday, December 27 at 09:00');
    await expect(shown.content.locator('[aria-current="date"]')).toContainText('Thursday');
  });

  for (const { language, hours, monday, question, answer } of [
    { language: 'Deutsch', hours: 'Öffnungszeiten', monday: 'Montag', question: 'Ihre Postleitzahl', answer: 'Ja, nach 3011.' },
    { language: 'Français', hours: 'Heures d’ouverture', monday: 'lundi', question: 'Votre code postal', answer: 'Oui, au 3011.' },
  ] as const) {
    test(`it can be read in ${language}`, async ({ page, pages, api }) => {
      const owner = await api.as('owner');
      const location = await published(owner);
      const deliveryZones = [{ postcode: '3011', fee: 500, minimumOrder: 0, minutes: 60 }];
      await owner.put(at(location, '/delivery-zones'), { data: { deliveryZones } });
      const shown = await pages.publicPharmacy(location).open();
      await shown.language.choose(language);
      await expect(shown.part(hours).getByRole('row', { name: monday })).toContainText('08:00–18:30');
      await page.getByLabel(question).fill('3011');
      await page.keyboard.press('Enter');
      await expect(shown.answer).toContainText(answer);
      await page.reload();
      await expect(shown.part(hours)).toBeVisible();
    });
  }

  test('it says whether it delivers, for how much and how fast', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const location = await published(owner);
    const deliveryZones = [
      { postcode: '3011', fee: 550, minimumOrder: 3000, minutes: 45 },
      { postcode: '3012', fee: 0, minimumOrder: 0, minutes: 60 },
    ];
    await owner.put(at(location, '/delivery-zones'), { data: { deliveryZones } });
    const shown = await pages.publicPharmacy(location).open();
    await shown.ask('3011');
    await expect(shown.answer).toHaveText(
      /^Yes, to 3011\. Delivery costs CHF.5\.50\. The order must reach CHF.30\.00\. It takes about 45 minutes\.$/,
    );
    await shown.ask(' 3012 ');
    await expect(shown.answer).toHaveText('Yes, to 3012. Delivery is free. It takes about 60 minutes.');
    await shown.ask('9999');
    await expect(shown.answer).toHaveText('No, not to 9999.');
    await shown.ask('');
    await expect(shown.postcode).toHaveAccessibleDescription('Please fill in this field.');
  });

  test('one that delivers nowhere asks for no postcode', async ({ pages, api }) => {
    const location = await published(await api.as('owner'));
    const shown = await pages.publicPharmacy(location).open();
    await expect(shown.part('Do you deliver to me?')).toContainText('This pharmacy does not deliver.');
    await expect(shown.postcode).toHaveCount(0);
  });

  test('a draft and an address that never was look the same', async ({ pages, api }) => {
    const draft = await added(await api.as('owner'));
    for (const slug of [draft.slug, `nowhere-${crypto.randomUUID()}`]) {
      const shown = await pages.publicPharmacy({ slug }).open();
      await expect(shown.heading).toHaveText('There is no such pharmacy');
      await expect(shown.content).toContainText('The address may be wrong');
      await expect(shown.content).not.toContainText(draft.name);
    }
  });

  test('it says that it is not available while the service is down, and comes at the next try', async ({ page, pages, api }) => {
    const location = await published(await api.as('owner'));
    await failOnce(page, { path: publicAt(location), service: 'pharmacy-service' });
    const shown = await pages.publicPharmacy(location).open();
    await expect(shown.heading).toHaveText('Pharmacy');
    await expect(shown.unavailable.root).toContainText('This page is not available right now.');
    await shown.unavailable.retry();
    await expect(shown.heading).toHaveText(location.name);
  });

  test('the answer to a postcode comes at the next try while the service is down', async ({ page, pages, api }) => {
    const owner = await api.as('owner');
    const location = await published(owner);
    const deliveryZones = [{ postcode: '3011', fee: 0, minimumOrder: 0, minutes: 60 }];
    await owner.put(at(location, '/delivery-zones'), { data: { deliveryZones } });
    const shown = await pages.publicPharmacy(location).open();
    await failOnce(page, { path: publicAt(location, '/delivery'), service: 'pharmacy-service' });
    await shown.ask('3011');
    await expect(shown.unavailable.root).toContainText('The delivery check is not available right now.');
    await shown.unavailable.retry();
    await expect(shown.answer).toContainText('Yes, to 3011.');
  });
});
