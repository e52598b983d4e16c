import { expect, test } from '../../../fixtures';
import { failOnce } from '../support/outage';
import { added, at, now } from './support/locations';

const CHRISTMAS = { date: '2031-12-25', name: 'Christmas' };
const EVE = { date: '2031-12-24', name: 'Christmas Eve', from: '08:00', to: '14:00' };

test.describe('hours and holidays of a pharmacy', { tag: ['@area:pharmacy', '@needs:web', '@needs:pharmacy-service'] }, () => {
  test.use({ role: 'owner' });

  test('hours with a break at noon are saved', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    const { hours, message } = await pages.pharmacy().openLocation();
    await hours.day('Monday').open('13:30', '18:00');
    await hours.day('Monday').openAgain('08:00', '12:00');
    await hours.save();
    await expect(message).toHaveText('The opening hours were saved.');
    await expect(hours.day('Monday').opens).toHaveValue('08:00');
    expect((await now(owner, location)).openingHours).toEqual([
      { day: 1, from: '08:00', to: '12:00' },
      { day: 1, from: '13:30', to: '18:00' },
    ]);
  });

  test('hours that overlap are not saved', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    const { hours } = await pages.pharmacy().openLocation();
    await hours.day('Friday').open('08:00', '14:00');
    await hours.day('Friday').openAgain('13:00', '18:00');
    await hours.save();
    await expect(hours.alert).toHaveText('On Friday, two opening times overlap.');
    expect((await now(owner, location)).openingHours).toEqual([]);
  });

  test('saving the hours leaves a profile alone that is being edited', async ({ pages, api }) => {
    await added(await api.as('owner'));
    const { profile, hours, message } = await pages.pharmacy().openLocation();
    await profile.name.fill('Not saved yet');
    await hours.day('Sunday').open('10:00', '12:00');
    await hours.save();
    await expect(message).toHaveText('The opening hours were saved.');
    await expect(profile.name).toHaveValue('Not saved yet');
  });

  test('holidays are added, closed or with special hours, and stand in the order of their days', async ({ page, pages, api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    const { holidays, message } = await pages.pharmacy().openLocation();
    await expect(holidays.root).toContainText('No holidays are known.');
    await holidays.add(CHRISTMAS);
    await holidays.add(EVE);
    await holidays.save();
    await expect(message).toHaveText('The holidays were saved.');
    await expect(holidays.row(1).name).toHaveValue('Christmas Eve');
    expect((await now(owner, location)).holidays).toEqual([EVE, { ...CHRISTMAS, from: null, to: null }]);
    await page.reload();
    await expect(holidays.row(1).to).toHaveValue('14:00');
    await expect(holidays.row(2).opening).toHaveValue('closed');
  });

  test('a holiday can be taken away', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    await owner.put(at(location, '/holidays'), { data: { holidays: [EVE, CHRISTMAS] } });
    const { holidays, message } = await pages.pharmacy().openLocation();
    await holidays.row(1).remove.click();
    await expect(holidays.addButton).toBeFocused();
    await holidays.save();
    await expect(message).toHaveText('The holidays were saved.');
    expect((await now(owner, location)).holidays).toMatchObject([CHRISTMAS]);
  });

  test('what is wrong with a holiday is said at its own fields', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    const { holidays } = await pages.pharmacy().openLocation();
    await holidays.add(CHRISTMAS);
    const again = await holidays.add({ ...CHRISTMAS, name: 'Weihnachten' });
    const backwards = await holidays.add({ ...EVE, name: '', from: '14:00', to: '08:00' });
    await holidays.save();
    await expect(again.date).toHaveAccessibleDescription('There is a holiday on this day already.');
    await expect(again.date).toBeFocused();
    await expect(backwards.name).toHaveAccessibleDescription('Please fill in this field.');
    await expect(backwards.to).toHaveAccessibleDescription('The closing time must be after the opening time.');
    await expect(holidays.row(1).date).not.toHaveAttribute('aria-invalid');
    expect((await now(owner, location)).holidays).toEqual([]);
  });

  test('an error stays with its holiday when another one goes', async ({ pages, api }) => {
    await added(await api.as('owner'));
    const { holidays } = await pages.pharmacy().openLocation();
    await holidays.add(EVE);
    await holidays.add({ date: '2031-12-26', name: '' });
    await holidays.save();
    await expect(holidays.row(2).name).toHaveAttribute('aria-invalid', 'true');
    await holidays.row(1).remove.click();
    await expect(holidays.row(1).name).toHaveAccessibleDescription('Please fill in this field.');
    await expect(holidays.rows).toHaveCount(1);
  });

  test('what only the service refuses stands at the field of the row it names', async ({ page, pages, api }) => {
    const location = await added(await api.as('owner'));
    const { holidays } = await pages.pharmacy().openLocation();
    const errors = [{ path: 'holidays.1.date', message: 'Too far away' }];
    const json = { status: 422, code: 'invalid-input', detail: 'The input is not valid.', errors };
    await page.route(`**${at(location, '/holidays')}`, (route) => route.fulfill({ status: 422, json }));
    await holidays.add(EVE);
    await holidays.add(CHRISTMAS);
    await holidays.save();
    await expect(holidays.row(2).date).toHaveAccessibleDescription('Too far away');
    await expect(holidays.row(1).date).not.toHaveAttribute('aria-invalid');
  });

  test('holidays are kept on the page while the service is down', async ({ page, pages, api }) => {
    const location = await added(await api.as('owner'));
    const { holidays, message } = await pages.pharmacy().openLocation();
    await failOnce(page, { method: 'PUT', path: at(location, '/holidays'), service: 'pharmacy-service' });
    await holidays.add(EVE);
    await holidays.save();
    await expect(holidays.alert).toContainText('The pharmacy page is not available right now.');
    await holidays.unavailable.retry();
    await expect(message).toHaveText('The holidays were saved.');
    await expect(holidays.row(1).name).toHaveValue('Christmas Eve');
  });
});
