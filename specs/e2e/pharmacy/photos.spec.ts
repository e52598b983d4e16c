import { expect, test } from '../../../fixtures';
import { picture } from '../messages/support/files';
import { failOnce } from '../support/outage';
import { added, at, now } from './support/locations';
import { withPhotos } from './support/photos';

const MOST_BYTES = 2 * 1024 * 1024;
const textFile = { name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('No picture at all') };
const tooLarge = { ...picture, buffer: Buffer.concat([picture.buffer, Buffer.alloc(MOST_BYTES)]) };

test.describe('photos of a pharmacy', { tag: ['@area:pharmacy', '@needs:web', '@needs:pharmacy-service'] }, () => {
  test.use({ role: 'owner' });

  test('a photo is added with its caption, and is seen', async ({ page, pages, api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    const { photos, message } = await pages.pharmacy().openLocation();
    await expect(photos.root).toContainText('There are no photos yet.');
    await photos.add(picture, 'The counter');
    await expect(message).toHaveText('The photo was added.');
    await expect(photos.image('The counter')).toBeVisible();
    await expect(photos.caption).toHaveValue('');
    expect((await now(owner, location)).photos).toMatchObject([{ caption: 'The counter', type: 'image/png' }]);
    await page.reload();
    await expect(photos.image('The counter')).toHaveJSProperty('naturalWidth', 1);
  });

  test('without a file there is nothing to add', async ({ pages, api }) => {
    await added(await api.as('owner'));
    const { photos } = await pages.pharmacy().openLocation();
    await photos.addButton.click();
    await expect(photos.file).toHaveAccessibleDescription(/Please choose a photo\./);
  });

  test('a photo that is too large is refused before it is sent', async ({ page, pages, api }) => {
    await added(await api.as('owner'));
    const { photos } = await pages.pharmacy().openLocation();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.method()));
    await photos.add(tooLarge);
    await expect(photos.file).toHaveAccessibleDescription(/This photo is larger than 2 MB\./);
    expect(sent).not.toContain('POST');
  });

  test('a file that only looks like a photo is refused', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    const { photos } = await pages.pharmacy().openLocation();
    await photos.add(textFile);
    await expect(photos.root).toContainText('This file is of another kind.');
    expect((await now(owner, location)).photos).toEqual([]);
  });

  test('photos are put in order, and the focus stays with the one that moves', async ({ page, pages, api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    await withPhotos(owner, location, ['One', 'Two', 'Three']);
    const { photos, message } = await pages.pharmacy().openLocation();
    await expect(photos.captions).toHaveText(['One', 'Two', 'Three']);
    await photos.tool('Move earlier', 3).click();
    await expect(photos.captions).toHaveText(['One', 'Three', 'Two']);
    await expect(message).toHaveText('The photo is number 2 of 3 now.');
    await expect(photos.tool('Move earlier', 2)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(photos.captions).toHaveText(['Three', 'One', 'Two']);
    await expect(photos.tool('Move later', 1)).toBeFocused();
    await page.reload();
    await expect(photos.captions).toHaveText(['Three', 'One', 'Two']);
  });

  test('the first photo cannot go earlier, the last one not later', async ({ pages, api }) => {
    const owner = await api.as('owner');
    await withPhotos(owner, await added(owner), ['One', 'Two']);
    const { photos } = await pages.pharmacy().openLocation();
    await expect(photos.tool('Move earlier', 1)).toBeDisabled();
    await expect(photos.tool('Move later', 1)).toBeEnabled();
    await expect(photos.tool('Move later', 2)).toBeDisabled();
  });

  test('a caption can be changed, and is what the photo is called', async ({ page, pages, api }) => {
    const owner = await api.as('owner');
    await withPhotos(owner, await added(owner), ['']);
    const pharmacy = await pages.pharmacy().openLocation();
    await expect(pharmacy.photos.image('A photo without a caption')).toBeVisible();
    await pharmacy.photos.tool('Edit caption', 1).click();
    const dialog = pharmacy.dialog('Edit caption');
    await dialog.root.getByLabel('Caption').fill('The entrance');
    await page.keyboard.press('Enter');
    await expect(pharmacy.message).toHaveText('The caption was saved.');
    await expect(pharmacy.photos.image('The entrance')).toBeVisible();
  });

  test('a photo is deleted after asking', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    await withPhotos(owner, location, ['One', 'Two']);
    const pharmacy = await pages.pharmacy().openLocation();
    await pharmacy.photos.tool('Delete', 1).click();
    const question = pharmacy.confirmation('Delete photo 1?');
    await question.cancel();
    await expect(pharmacy.photos.captions).toHaveText(['One', 'Two']);
    await pharmacy.photos.tool('Delete', 1).click();
    await question.accept('Delete');
    await expect(pharmacy.message).toHaveText('The photo was deleted.');
    await expect(pharmacy.photos.captions).toHaveText(['Two']);
    expect((await now(owner, location)).photos).toMatchObject([{ caption: 'Two' }]);
  });

  test('eight photos are the most', async ({ pages, api }) => {
    const owner = await api.as('owner');
    await withPhotos(owner, await added(owner), ['1', '2', '3', '4', '5', '6', '7', '8']);
    const { photos } = await pages.pharmacy().openLocation();
    await expect(photos.entries).toHaveCount(8);
    await expect(photos.root).toContainText('There are 8 photos, which is the most.');
    await expect(photos.addButton).toHaveCount(0);
  });

  test('a photo that cannot be fetched says so and comes at the next try', async ({ page, pages, api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    const [photo] = await withPhotos(owner, location, ['The counter']);
    await failOnce(page, { path: at(location, `/photos/${photo?.id}`), service: 'pharmacy-service' });
    const { photos, profile } = await pages.pharmacy().openLocation();
    await expect(photos.alert).toContainText('The photo is not available right now.');
    await expect(profile.name).toHaveValue('Apotheke am Markt');
    await photos.unavailable.retry();
    await expect(photos.image('The counter')).toBeVisible();
  });

  test('a photo that did not arrive is added once at the next try', async ({ page, pages, api }) => {
    const location = await added(await api.as('owner'));
    const { photos, message } = await pages.pharmacy().openLocation();
    await failOnce(page, { method: 'POST', path: at(location, '/photos'), service: 'pharmacy-service' });
    await photos.add(picture, 'The counter');
    await photos.unavailable.retry();
    await expect(message).toHaveText('The photo was added.');
    await expect(photos.entries).toHaveCount(1);
  });
});
