import { readFile } from 'node:fs/promises';
import { expect, test } from '../../../fixtures';
import { stocked } from '../inventory/support/stock';
import { readPdf } from './support/pdf';
import { userOf } from './support/people';
import { inState, line, linesOf, setAllergies, somebody, take, written } from './support/prescriptions';

test.describe('steps of a prescription in the app', { tag: ['@area:prescriptions', '@needs:web', '@needs:prescription-service', '@needs:inventory-service'] }, () => {
  test.use({ role: 'owner' });

  test('from received to dispensed, with stock, history and the steps that are next', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const { id: itemId } = await stocked(owner, { name: 'Amoxicillin' }, { quantity: 10 });
    const prescription = await written(owner, { lines: [line({ itemId, quantity: 3 })] });
    const page = await pages.prescription(prescription).open();
    await page.take('Start review');
    await expect(page.message).toHaveText(`${prescription.number} is in review.`);
    await page.take('Approve');
    await expect(page.message).toHaveText(`${prescription.number} was approved.`);
    await page.take('Dispense');
    await expect(page.details).toContainText('Dispensed');
    await expect(page.history).toContainText(['Written', 'Review started', 'Approved', 'Dispensed']);
    await expect(page.steps.getByRole('button')).toHaveText(['Download label']);
    const item = await pages.item(itemId).open();
    await expect(item.content).toContainText(prescription.number);
  });

  test('a rejection asks for its reason and shows it', async ({ pages, api }) => {
    const prescription = await inState(await api.as('owner'), 'in-review');
    const page = await pages.prescription(prescription).open();
    const dialog = await page.startRejecting();
    await dialog.give(' ', 'Reject');
    await expect(dialog.reason).toHaveAttribute('aria-invalid', 'true');
    await expect(dialog.root).toContainText('Please give a reason of at least three letters.');
    await dialog.give('The signature is missing', 'Reject');
    await expect(page.message).toHaveText(`${prescription.number} was rejected.`);
    await expect(page.details).toContainText('Reason for the rejectionThe signature is missing');
    await expect(page.steps).toHaveCount(0);
  });

  test('major findings are named, and approval needs a reason to go on', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const patient = somebody();
    const lines = [...linesOf('warfarin', 'ibuprofen'), line()];
    const prescription = await inState(owner, 'in-review', { patient, lines });
    await setAllergies(owner, patient, ['penicillin']);
    const page = await pages.prescription(prescription).open();
    await expect(page.interactions).toHaveText('warfarin + ibuprofen MajorRisk of serious bleeding.');
    await expect(page.allergyFindings).toContainText('The patient is allergic to penicillin');
    await page.take('Approve');
    const dialog = page.overrideDialog;
    await expect(dialog.root).toContainText('warfarin + ibuprofen');
    await dialog.give('INR is measured daily', 'Approve anyway');
    await expect(page.message).toHaveText(`${prescription.number} was approved.`);
    await expect(page.history.last()).toContainText('INR is measured daily');
  });

  test('who cancels the override leaves the prescription in review', async ({ pages, api }) => {
    const lines = linesOf('warfarin', 'ibuprofen');
    const prescription = await inState(await api.as('owner'), 'in-review', { lines });
    const page = await pages.prescription(prescription).open();
    await page.take('Approve');
    await page.overrideDialog.cancel();
    await expect(page.overrideDialog.root).toHaveCount(0);
    await expect(page.details).toContainText('In review');
  });

  test('too little stock is said with the medicine and what there is', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const { id: itemId } = await stocked(owner, { name: 'Rare drops' }, { quantity: 1 });
    const prescription = await inState(owner, 'in-review', { lines: [line({ itemId, quantity: 2 })] });
    const page = await pages.prescription(prescription).open();
    await page.take('Approve');
    await expect(page.alert).toContainText('There is not enough stock. 2 units of Rare drops are wanted, only 1');
    await expect(page.details).toContainText('In review');
  });

  test('a step that somebody else took first is refused in plain words', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const prescription = await written(owner);
    const page = await pages.prescription(prescription).open();
    await expect(page.step('Start review')).toBeVisible();
    await take(owner, prescription, 'review');
    await page.take('Start review');
    await expect(page.alert).toHaveText(/This prescription was changed meanwhile/);
  });

  test('the label is a PDF with patient, medicine and dose', async ({ pages, api }) => {
    const patient = somebody('Paula Patient');
    const prescription = await inState(await api.as('owner'), 'approved', { patient });
    const page = await pages.prescription(prescription).open();
    const { name, path } = await page.download('label');
    expect(name).toBe(`label-${prescription.number}.pdf`);
    const { pages: labels } = await readPdf(await readFile(path));
    expect(labels).toHaveLength(1);
    expect(labels[0]).toContain('Patient: Paula Patient Amoxicillin Sandoz 500 mg');
    expect(labels[0]).toContain('Dose: 1-1-1');
    await expect(page.message).toHaveText('The label was downloaded.');
  });

  test('a doctor sees the safety check, changes medicines and decides nothing', async ({ pages, page, api, auth }) => {
    const owner = await api.as('owner');
    const doctor = await userOf(auth, 'doctor');
    const prescription = await inState(owner, 'in-review', { doctor });
    await auth.signIn(page, 'doctor');
    const own = await pages.prescription(prescription).open();
    await expect(own.checks).toContainText('No interactions and no allergies found.');
    await expect(own.editMedicines).toBeVisible();
    await expect(own.steps).toHaveCount(0);
  });

  test('a patient reads state, medicines and history, and nothing to change them by', async ({ pages, page, api, auth }) => {
    const patient = await userOf(auth, 'patient');
    const prescription = await inState(await api.as('owner'), 'in-review', { patient });
    await auth.signIn(page, 'patient');
    const own = await pages.prescription(prescription).open();
    await expect(own.medicines).toContainText('Amoxicillin Sandoz 500 mg');
    await expect(own.history).toHaveCount(2);
    await expect(own.allergies).toContainText('No allergies are known.');
    await expect(own.content.getByRole('button')).toHaveCount(0);
    await expect(own.checks).toHaveCount(0);
  });
});
