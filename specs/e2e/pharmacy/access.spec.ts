import { expect, test } from '../../../fixtures';
import { dataOf } from '../../../platform/testing/session-strategy';
import { added, at, daily, published } from './support/locations';
import { withPhotos } from './support/photos';

test.describe('the pharmacy page by role', { tag: ['@area:pharmacy', '@needs:web', '@needs:pharmacy-service'] }, () => {
  for (const role of ['pharmacist', 'assistant', 'doctor', 'patient'] as const) {
    test(`a ${role} reads everything and changes nothing`, async ({ pages, api, auth, page }) => {
      const owner = await api.as('owner');
      const location = await published(owner, { description: 'Am Markt seit 1902.' });
      const holidays = [{ date: '2031-12-25', name: 'Christmas' }];
      await owner.put(at(location, '/holidays'), { data: { holidays } });
      const deliveryZones = [{ postcode: '3011', fee: 550, minimumOrder: 3000, minutes: 45 }];
      await owner.put(at(location, '/delivery-zones'), { data: { deliveryZones } });
      await withPhotos(owner, location, ['The counter']);
      await auth.signIn(page, role);
      const pharmacy = await pages.pharmacy().openLocation();
      await expect(pharmacy.profile.root).toContainText('Am Markt seit 1902.');
      await expect(pharmacy.hours.line('Monday')).toContainText('08:00–18:30');
      await expect(pharmacy.holidays.line('Christmas')).toContainText('Closed');
      await expect(pharmacy.zones.line('3011')).toContainText('30.00');
      await expect(pharmacy.photos.image('The counter')).toBeVisible();
      await expect(pharmacy.publicPage.link).toBeVisible();
      const { profile, hours, holidays: days, zones, photos, verification } = pharmacy;
      for (const section of [profile, hours, days, zones, photos, verification]) {
        await expect(section.fields).toHaveCount(0);
        await expect(section.root.getByRole('button')).toHaveCount(0);
      }
      await expect(pharmacy.publicPage.unpublishButton).toHaveCount(0);
    });
  }

  test('without a location, a doctor is told whom to ask', async ({ pages, page, auth, tenant }) => {
    await auth.signIn(page, 'doctor');
    const pharmacy = await pages.pharmacy().open();
    await expect(pharmacy.content).toContainText(`The owner of ${tenant.name} can add one.`);
    await expect(pharmacy.content.getByRole('link')).toHaveCount(0);
  });

  test('whoever was granted the right changes it too', async ({ pages, page, api, auth }) => {
    const owner = await api.as('owner');
    await added(owner, { openingHours: daily('08:00', '18:00') });
    const { user } = dataOf(await auth.session('pharmacist'));
    await owner.put(`/api/users/${user.id}/permissions`, { data: { overrides: { users: 'grant' } } });
    await auth.signIn(page, 'pharmacist');
    const { publicPage, message } = await pages.pharmacy().openLocation();
    await publicPage.publishButton.click();
    await expect(message).toHaveText('Apotheke am Markt was published.');
  });

  test('a stranger is led to sign-in, and from there to the page', async ({ pages, page, tenant, api }) => {
    await added(await api.as('owner'));
    await page.goto('/pharmacy');
    await expect(pages.signIn.heading).toBeVisible();
    await pages.signIn.signIn(await tenant.account('owner'));
    await expect(pages.pharmacy().heading).toBeVisible();
  });
});
