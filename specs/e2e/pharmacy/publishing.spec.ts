import { expect, test } from '../../../fixtures';
import { failOnce } from '../support/outage';
import { added, at, daily, now, published } from './support/locations';
import { withPhotos } from './support/photos';

test.describe('publishing a pharmacy', { tag: ['@area:pharmacy', '@needs:web', '@needs:pharmacy-service'] }, () => {
  test.use({ role: 'owner' });

  test('a location with hours is published, and its page is linked', async ({ page, pages, api }) => {
    const location = await added(await api.as('owner'), { openingHours: daily('08:00', '18:00') });
    const { publicPage, message } = await pages.pharmacy().openLocation();
    await expect(publicPage.root).toContainText('Draft');
    await publicPage.publishButton.click();
    await expect(message).toHaveText('Apotheke am Markt was published.');
    await expect(publicPage.root).toContainText('Everybody can see this pharmacy.');
    await publicPage.link.click();
    await expect(page).toHaveURL(`/p/${location.slug}`);
    await expect(pages.publicPharmacy(location).heading).toHaveText('Apotheke am Markt');
  });

  test('without hours it says what is missing, until they are there', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    const { publicPage, hours, message } = await pages.pharmacy().openLocation();
    await expect(publicPage.root).toContainText('It can be published once it has opening hours.');
    await publicPage.publishButton.click();
    await expect(publicPage.alert).toHaveText('Opening hours are missing. Add and save them first.');
    expect((await now(owner, location)).status).toBe('draft');
    await hours.day('Monday').open('08:00', '18:00');
    await hours.save();
    await expect(message).toHaveText('The opening hours were saved.');
    await publicPage.publishButton.click();
    await expect(message).toHaveText('Apotheke am Markt was published.');
  });

  test('a published location goes off the web after a question', async ({ page, pages, api }) => {
    const owner = await api.as('owner');
    const location = await published(owner);
    const pharmacy = await pages.pharmacy().openLocation();
    await pharmacy.publicPage.unpublishButton.click();
    const question = pharmacy.confirmation(`Unpublish ${location.name}?`);
    await question.cancel();
    expect((await now(owner, location)).status).toBe('published');
    await pharmacy.publicPage.unpublishButton.click();
    await question.accept('Unpublish');
    await expect(pharmacy.message).toHaveText(`${location.name} is not public any more.`);
    await page.goto(`/p/${location.slug}`);
    await expect(pages.publicPharmacy(location).heading).toHaveText('There is no such pharmacy');
  });

  test('the preview of a draft shows what everybody will see', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const location = await added(owner, { description: 'Am Markt seit 1902.', openingHours: daily('08:00', '18:00') });
    await withPhotos(owner, location, ['The counter']);
    const pharmacy = await pages.pharmacy().openLocation();
    await pharmacy.publicPage.previewButton.click();
    const preview = pharmacy.dialog('Preview of Apotheke am Markt');
    await expect(preview.root).toContainText('Am Markt seit 1902.');
    await expect(preview.root.getByRole('row', { name: 'Sunday' })).toContainText('08:00–18:00');
    await expect(preview.root.getByRole('img', { name: 'The counter' })).toBeVisible();
    await expect(preview.root.getByRole('heading', { level: 2 })).toBeInViewport();
    await preview.escape();
    await expect(preview.root).toBeHidden();
    await expect(pharmacy.publicPage.previewButton).toBeFocused();
  });

  test('it stays a draft while the service is down, and is published at the next try', async ({ page, pages, api }) => {
    const location = await added(await api.as('owner'), { openingHours: daily('08:00', '18:00') });
    const { publicPage, message } = await pages.pharmacy().openLocation();
    await failOnce(page, { method: 'PATCH', path: at(location), service: 'pharmacy-service' });
    await publicPage.publishButton.click();
    await expect(publicPage.alert).toContainText('The pharmacy page is not available right now.');
    await expect(publicPage.root).toContainText('Draft');
    await publicPage.unavailable.retry();
    await expect(message).toHaveText('Apotheke am Markt was published.');
    await expect(publicPage.alert).toHaveCount(0);
  });

  test('the list of locations knows at once', async ({ pages, api }) => {
    await added(await api.as('owner'), { openingHours: daily('08:00', '18:00') });
    const { publicPage, message } = await pages.pharmacy().openLocation();
    await publicPage.publishButton.click();
    await expect(message).not.toBeEmpty();
    await pages.shell.navigation.goTo('Locations');
    await expect(pages.locations.row('Apotheke am Markt').status).toHaveText('Published');
  });
});
