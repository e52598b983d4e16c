import { expect, test } from '../../../fixtures';
import { failOnce } from '../support/outage';
import { at, inState, PRESCRIPTIONS, written } from './support/prescriptions';

const service = 'prescription-service';

test.describe('prescriptions without a service', { tag: ['@area:prescriptions', '@needs:web', '@needs:prescription-service'] }, () => {
  test.use({ role: 'owner' });

  test('the list says that it is not available, and comes at the next try', async ({ pages, page, api }) => {
    const { number } = await written(await api.as('owner'));
    await failOnce(page, { path: PRESCRIPTIONS, service });
    const list = await pages.prescriptions.open();
    await expect(list.unavailable.root).toContainText('The list of prescriptions is not available right now. (prescription-service does not answer.)');
    await list.unavailable.retry();
    await expect(list.numbers).toHaveText([number]);
  });

  test('one part that is down leaves the others readable', async ({ pages, page, api }) => {
    const prescription = await inState(await api.as('owner'), 'in-review');
    await failOnce(page, { path: `${at(prescription)}/checks`, service });
    const one = await pages.prescription(prescription).open();
    await expect(one.unavailable.root).toContainText('The safety check is not available right now.');
    await expect(one.history).toHaveCount(2);
    await expect(one.medicines).toContainText('Amoxicillin');
    await one.unavailable.retry();
    await expect(one.checks).toContainText('No interactions and no allergies found.');
  });

  test('an approval names the service that is missing, and works at the next try', async ({ pages, page, api }) => {
    const prescription = await inState(await api.as('owner'), 'in-review');
    const one = await pages.prescription(prescription).open();
    await failOnce(page, { path: `${at(prescription)}/approve`, service: 'inventory-service', method: 'POST' });
    await one.take('Approve');
    await expect(one.unavailable.root).toContainText('(inventory-service does not answer.)');
    await one.unavailable.retry();
    await expect(one.message).toHaveText(`${prescription.number} was approved.`);
  });

  test('without the stock a prescription is still written', async ({ pages, page, auth }) => {
    await auth.account('patient');
    await failOnce(page, { path: '/api/inventory/items', service: 'inventory-service' });
    const form = await pages.newPrescription.open();
    const medicine = form.medicines.medicine(1);
    await expect(medicine.item).toHaveAccessibleDescription('The list of stock is not available right now.');
    await form.patient.selectOption('Paul Patient');
    await medicine.fill({ medicine: 'Nexium', substance: 'esomeprazole', dose: '1-0-0' });
    await form.write();
    await expect(pages.shell.heading).toHaveText(/^RX-/);
  });

  test('without the directory the form says so, and fills at the next try', async ({ pages, page, auth }) => {
    await Promise.all([auth.account('patient'), auth.account('doctor')]);
    await failOnce(page, { path: '/api/users/directory', service: 'user-service' });
    const form = await pages.newPrescription.open();
    await expect(form.unavailable.root).toContainText('The directory of people is not available right now.');
    await form.unavailable.retry();
    await form.patient.selectOption('Paul Patient');
    await form.doctor.selectOption('Doris Doctor');
  });

  test('a prescription that there is not is said once', async ({ pages, page }) => {
    await page.goto(`/prescriptions/${crypto.randomUUID()}`);
    const one = pages.prescription({ id: '' });
    await expect(one.alert).toHaveText('This no longer exists. Load the page again.');
    await expect(pages.shell.heading).toHaveText('Prescription');
  });
});
