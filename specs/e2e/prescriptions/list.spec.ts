import { expect, test } from '../../../fixtures';
import { inState, line, somebody, written } from './support/prescriptions';
import { userOf } from './support/people';

test.describe('list of prescriptions in the app', { tag: ['@area:prescriptions', '@needs:web', '@needs:prescription-service'] }, () => {
  test.use({ role: 'owner' });

  test('shows number, patient, doctor, medicines and state of each, the newest first', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const older = await written(owner, { patient: somebody('Anna Abt'), doctor: somebody('Dr. Frei') });
    const lines = [line({ medicine: 'Nexium' }), line({ medicine: 'Dafalgan' })];
    const newer = await inState(owner, 'rejected', { patient: somebody('Bruno Beck'), lines });
    const list = await pages.prescriptions.open();
    await expect(list.numbers).toHaveText([newer.number, older.number]);
    await expect(list.row(older.number)).toContainText(/Anna Abt.*Dr\. Frei.*Amoxicillin Sandoz 500 mg.*Received/);
    await expect(list.row(newer.number)).toContainText(/Bruno Beck.*–.*Nexium, Dafalgan.*Rejected/);
  });

  test('the menu leads there, and a number leads on to its page', async ({ pages, api }) => {
    const { number } = await written(await api.as('owner'));
    await pages.dashboard.open();
    await pages.shell.navigation.goTo('Prescriptions');
    await pages.prescriptions.openOne(number);
    await expect(pages.shell.heading).toHaveText(number);
    await expect(pages.page).toHaveTitle(`${number} · Officina`);
  });

  test('search and state narrow the list down and stand in the address', async ({ pages, page, api }) => {
    const owner = await api.as('owner');
    const wanted = await inState(owner, 'approved', { patient: somebody('Anna Abt') });
    await written(owner, { patient: somebody('Anna Zimmer') });
    await inState(owner, 'approved', { patient: somebody('Bruno Beck') });
    const list = await pages.prescriptions.open();
    await list.search.fill('anna');
    await list.state.selectOption('Approved');
    await expect(list.numbers).toHaveText([wanted.number]);
    await expect(page).toHaveURL(/\?(?=.*search=anna)(?=.*state=approved)/);
    await list.clearFilters.click();
    await expect(list.numbers).toHaveCount(3);
  });

  test('a column sorts the other way round at the second time', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const clara = await written(owner, { patient: somebody('Clara') });
    const anna = await written(owner, { patient: somebody('Anna') });
    const list = await pages.prescriptions.open();
    await list.sortBy('Patient');
    await expect(list.numbers).toHaveText([anna.number, clara.number]);
    await list.sortBy('Patient');
    await expect(list.numbers).toHaveText([clara.number, anna.number]);
    await expect(list.header('Patient')).toHaveAttribute('aria-sort', 'descending');
  });

  test('more than twenty stand on pages', async ({ pages, api }) => {
    const owner = await api.as('owner');
    await Promise.all(Array.from({ length: 21 }, () => written(owner)));
    const list = await pages.prescriptions.open();
    await expect(list.content).toContainText('21 prescriptions');
    await expect(list.numbers).toHaveCount(20);
    await list.pager.next.click();
    await expect(list.numbers).toHaveText([/-000001$/]);
  });

  test('nothing found is said', async ({ pages }) => {
    const list = await pages.prescriptions.open();
    await expect(list.content).toContainText('No prescription found.');
  });
});

test.describe('prescriptions of other roles', { tag: ['@area:prescriptions', '@needs:web', '@needs:prescription-service', '@needs:user-service'] }, () => {
  test('a patient sees their own, hands in and writes nothing', async ({ pages, page, api, auth }) => {
    const owner = await api.as('owner');
    const own = await written(owner, { patient: await userOf(auth, 'patient') });
    await written(owner);
    await auth.signIn(page, 'patient');
    const list = await pages.prescriptions.open();
    await expect(list.numbers).toHaveText([own.number]);
    await expect(list.uploadButton).toBeVisible();
    await expect(list.newLink).toHaveCount(0);
  });

  test('an assistant finds no entry in the menu and no way in', async ({ pages, page, auth }) => {
    await auth.signIn(page, 'assistant');
    await page.goto('/prescriptions');
    await expect(pages.prescriptions.noAccess).toBeVisible();
    await pages.shell.navigation.reveal();
    await expect(pages.shell.navigation.link('Inventory')).toBeVisible();
    await expect(pages.shell.navigation.link('Prescriptions')).toHaveCount(0);
  });
});
