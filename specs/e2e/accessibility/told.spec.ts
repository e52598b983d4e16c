import { expect, test } from '../../../fixtures';
import { join } from '../master-account/support/people';
import { startThread, write } from '../messages/support/threads';
import { meet, steps } from '../teleconsultation/support/consultations';

const SERVICES = ['@needs:web', '@needs:user-service', '@needs:notification-service'];

test.describe('what is told to those who do not see it', { tag: ['@area:accessibility', ...SERVICES] }, () => {
  test.use({ role: 'owner' });

  test('the region that tells what was done is there before it tells', async ({ pages }) => {
    const settings = await pages.settings.open();
    await settings.organisation.waitFor();
    const region = await settings.message.elementHandle();
    await expect(settings.message).toBeEmpty();
    await settings.save();
    await expect(settings.message).toHaveText('The settings were saved.');
    expect(await settings.message.evaluate((now, before) => now === before, region)).toBe(true);
  });

  test('how many a filter leaves is told politely', async ({ pages, page, api }) => {
    await join(await api.as('owner'), { name: 'Nora Newcomer' });
    const users = await pages.users.open();
    const count = page.locator('[aria-live="polite"]');
    await expect(count).toHaveText('2 users');
    await users.filters.search.fill('Nora');
    await expect(count).toHaveText('1 user');
  });

  test('a message that comes in is told by the log of its conversation', async ({ pages, api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const { id } = await startThread(owner, [doctor], { subject: 'Cold chain' });
    const { log } = await pages.messages.openThread(id, 'Cold chain');
    await expect(log).toHaveAccessibleName('Messages of Cold chain');
    await expect(log.getByRole('listitem')).toHaveCount(1);
    const region = await log.elementHandle();
    await write(doctor, id, 'It is on its way.');
    await expect(log.getByText('It is on its way.')).toBeVisible();
    expect(await log.evaluate((now, before) => now === before, region)).toBe(true);
  });

  test('so is what is written in a room', async ({ page, pages, api, auth }) => {
    const [doctor, patient] = await Promise.all([api.as('doctor'), api.as('patient')]);
    const one = await meet({ doctor, patient });
    await steps.write(doctor, one, 'Where does it itch?');
    await auth.signIn(page, 'patient');
    const { room } = await pages.consultation(one).open();
    await expect(room.messages).toHaveCount(1);
    const region = await room.chat.elementHandle();
    await steps.write(doctor, one, 'Since when?');
    await expect(room.messages).toHaveCount(2);
    expect(await room.chat.evaluate((now, before) => now === before, region)).toBe(true);
  });

  test('how many messages are unread stands in the name of the link', async ({ pages, api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    await pages.dashboard.open();
    await expect(pages.messages.headerLink(0)).toBeVisible();
    await startThread(doctor, [owner], { subject: 'Cold chain' });
    await expect(pages.messages.headerLink(1)).toBeVisible();
  });

  test('the order of a table is told by its header', async ({ pages }) => {
    const { table } = await pages.users.open();
    const order = () => table.header('Name').getAttribute('aria-sort');
    await expect.poll(order).toBe('ascending');
    await table.sortBy('Name');
    await expect.poll(order).toBe('descending');
    await table.sortBy('Role');
    await expect.poll(order).toBe('none');
  });

  test('whom a conversation needs is said of the group, not of one box', async ({ pages, api }) => {
    await api.as('doctor');
    const dialog = await (await pages.messages.open()).startThread();
    await dialog.person('Doris Doctor').waitFor();
    await dialog.send();
    await expect(dialog.people).toHaveAccessibleDescription('Please choose at least one person.');
    await expect(dialog.person('Doris Doctor')).toBeFocused();
  });

  test('what is wrong with a file is said of its field, beside what it takes', async ({ pages }) => {
    const dialog = await (await pages.prescriptions.open()).startUpload();
    await dialog.handIn();
    await expect(dialog.file).toHaveAccessibleDescription('A PDF, PNG or JPEG of at most 5 MB. Please choose a file.');
    await expect(dialog.file).toHaveAttribute('aria-invalid', 'true');
  });
});

test.describe('motion', { tag: ['@area:accessibility', '@needs:web', '@needs:user-service'] }, () => {
  test.use({ role: 'owner', contextOptions: { reducedMotion: 'reduce' }, viewport: { width: 390, height: 844 } });

  test('nothing moves for those who do not want it, neither on a page nor in drawer and dialog', async ({ page, pages }) => {
    const moving = () =>
      page.evaluate(() => {
        const all = [...document.querySelectorAll('*')].map((element) => getComputedStyle(element));
        const lasts = (durations: string) => durations.split(',').some((duration) => parseFloat(duration) > 0);
        return all.filter((style) => lasts(style.transitionDuration) || lasts(style.animationDuration) || style.scrollBehavior === 'smooth').length;
      });
    await pages.users.open();
    await pages.shell.navigation.menuButton.click();
    await expect(pages.shell.navigation.drawer).toBeVisible();
    expect(await moving()).toBe(0);
    await pages.shell.navigation.closeButton.click();
    await pages.users.startInviting();
    expect(await moving()).toBe(0);
  });
});
